import { DATABASE_ENVIRONMENT, databaseOf, databaseVariables, folderOf, readVariables } from '@careergraph/db';
import { z } from 'zod';
import { DEFAULT_CACHE_SECONDS } from './http/caching.js';
import { type Origins, parseOrigins } from './http/cors.js';

/** The settings, read once from the environment. */
export interface Env {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly home: string;
  readonly guides: string | undefined;
  /** How long browsers and CDNs may use an answer to GET without asking again. */
  readonly cacheSeconds: number;
  /** Origins whose pages may read the API. */
  readonly corsOrigins: Origins;
}

/** One line per variable, for `--help` and README. */
export const ENVIRONMENT = {
  PORT: 'port to listen on, 0 for any free one (default 4000)',
  HOST: 'address to listen on (default 127.0.0.1: this machine only; 0.0.0.0: all)',
  ...DATABASE_ENVIRONMENT,
  CAREERGRAPH_GUIDES: 'folder of guides to serve instead of packages/guides',
  CAREERGRAPH_CACHE_SECONDS: `seconds that browsers and CDNs may reuse an answer to GET, 0 to 86400 (default ${DEFAULT_CACHE_SECONDS})`,
  CAREERGRAPH_CORS_ORIGINS: 'origins whose pages may read the API: https://partner.example,…, or * (default none)',
} as const;

const variables = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a whole number from 0 to 65535')
    .default(4000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'a host name or address')
    .default('127.0.0.1'),
  ...databaseVariables,
  CAREERGRAPH_GUIDES: z.string().optional(),
  CAREERGRAPH_CACHE_SECONDS: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number of seconds from 0 to 86400')
    .transform(Number)
    .refine((seconds) => seconds <= 86_400, 'a whole number of seconds from 0 to 86400')
    .default(DEFAULT_CACHE_SECONDS),
  CAREERGRAPH_CORS_ORIGINS: z
    .string()
    .transform((text, { addIssue }) => {
      const { origins, faults } = parseOrigins(text);
      if (faults.length > 0) {
        const quoted = faults.map((fault) => JSON.stringify(fault)).join(' and ');
        addIssue(
          `* or origins like https://partner.example separated by commas; ${quoted} ${faults.length === 1 ? 'is not an origin' : 'are not origins'}`,
        );
      }
      return origins;
    })
    .default([]),
};

/**
 * @param root folder of the repository, for defaults and relative paths
 * @throws EnvironmentError with every invalid variable, what it must be, and its value (except that of a database URL)
 */
export function readEnv(environment: Readonly<Record<string, string | undefined>>, root: string): Env {
  const { PORT, HOST, CAREERGRAPH_GUIDES, CAREERGRAPH_CACHE_SECONDS, CAREERGRAPH_CORS_ORIGINS, ...databaseSettings } =
    readVariables(variables, environment);
  const { url, home } = databaseOf(databaseSettings, root);
  return {
    port: PORT,
    host: HOST,
    databaseUrl: url,
    home,
    guides: CAREERGRAPH_GUIDES === undefined ? undefined : folderOf(CAREERGRAPH_GUIDES, root),
    cacheSeconds: CAREERGRAPH_CACHE_SECONDS,
    corsOrigins: CAREERGRAPH_CORS_ORIGINS,
  };
}
