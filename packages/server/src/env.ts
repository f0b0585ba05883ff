import {
  DATABASE_ENVIRONMENT,
  DEFAULT_CONNECTIONS,
  databaseOf,
  databaseVariables,
  EnvironmentError,
  folderOf,
  postgresUrl,
  readVariables,
} from '@careergraph/db';
import { z } from 'zod';
import { DEFAULT_ANSWER_MEGABYTES } from './answers/store.js';
import { DEFAULT_CACHE_SECONDS } from './http/caching.js';
import { type Origins, parseOrigins } from './http/cors.js';
import type { AllowedDocuments } from './http/documents.js';
import { DEFAULT_MAX_REQUESTS } from './http/overload.js';
import { DEFAULT_ANONYMOUS_BUDGET } from './limits/budgets.js';
import { NO_PROXIES, parseTrustedProxies, type TrustedProxies } from './limits/callers.js';
import type { TracingSettings } from './open-telemetry.js';
import type { LogLevel } from './request-log.js';
import { DEFAULT_ROW_MEGABYTES } from './rows/store.js';

/** The settings, read once from the environment. */
export interface Env {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  /** Replicas of the database to read from. */
  readonly replicaUrls: readonly string[];
  /** How many connections to Postgres read at the same time. */
  readonly connections: number;
  readonly home: string;
  readonly guides: string | undefined;
  /** How long browsers and CDNs may use an answer to GET without asking again. */
  readonly cacheSeconds: number;
  /** Origins whose pages may read the API. */
  readonly corsOrigins: Origins;
  /** How much memory finished answers may take, in MB. */
  readonly answerMegabytes: number;
  /** How much memory rows of files and guides may take, in MB. */
  readonly rowMegabytes: number;
  /** Redis in which servers share finished answers. */
  readonly redisUrl: string | undefined;
  /** How many answers a process computes or has waiting. */
  readonly maxRequests: number;
  /** How many answers a process computes at once. */
  readonly executions: number;
  /** Cost per minute of a caller without a key; 0 for no limit. */
  readonly anonymousBudget: number;
  readonly trustedProxies: TrustedProxies;
  /** How long requests are answered after SIGTERM. */
  readonly drainSeconds: number;
  /** How many processes serve. */
  readonly workers: number;
  /** Port of the metrics; undefined to serve none. */
  readonly metricsPort: number | undefined;
  /** What is logged about requests; undefined to decide by where the output goes. */
  readonly log: LogLevel | undefined;
  /** Where spans are sent; undefined to record none. */
  readonly tracing: TracingSettings | undefined;
  /** Which documents are executed. */
  readonly allowedDocuments: AllowedDocuments;
  /** Whether questions about the schema are answered. */
  readonly introspection: boolean;
}

/** One line per variable, for `--help` and docs/operate.md. */
export const ENVIRONMENT = {
  PORT: 'port to listen on, 0 for any free one (default 4000)',
  HOST: 'address to listen on; 0.0.0.0 is every address (default 127.0.0.1, this machine only)',
  ...DATABASE_ENVIRONMENT,
  DATABASE_REPLICA_URL: 'read replicas of DATABASE_URL, one server each, separated by commas (default: none)',
  CAREERGRAPH_POOL: `connections to Postgres per process, 1 to 1000, besides a few for /ready; more statements wait (default ${DEFAULT_CONNECTIONS})`,
  CAREERGRAPH_GUIDES:
    'folder of guides to serve; if its files have errors, a start logs them and serves the guides loaded before (default: packages/guides)',
  CAREERGRAPH_CACHE_SECONDS: `seconds that browsers and CDNs may reuse an answer to GET, 0 to 86400 (default ${DEFAULT_CACHE_SECONDS})`,
  CAREERGRAPH_CORS_ORIGINS: 'origins whose pages may read the API: https://partner.example,…, or * (default none)',
  CAREERGRAPH_ANSWER_MB: `memory for finished answers in MB, 0 to 100000 (default ${DEFAULT_ANSWER_MEGABYTES})`,
  CAREERGRAPH_ROW_MB: `memory for rows of files and guides, and what is computed from them, in MB, 0 to 100000 (default ${DEFAULT_ROW_MEGABYTES})`,
  CAREERGRAPH_MAX_REQUESTS: `answers computed or waiting for it per process, 1 to 100000; more requests are refused (default ${DEFAULT_MAX_REQUESTS})`,
  CAREERGRAPH_EXECUTIONS:
    'answers computed at once per process, 1 to 1000; more wait, and callers take turns (default: the value of CAREERGRAPH_POOL)',
  CAREERGRAPH_ANONYMOUS_BUDGET: `cost per minute of a caller without an API key, 1000 to 2000000000, or 0 for no limit (default ${DEFAULT_ANONYMOUS_BUDGET})`,
  CAREERGRAPH_TRUSTED_PROXIES: 'proxies whose X-Forwarded-For is believed: 10.0.0.1,192.168.0.0/16,… (default none)',
  REDIS_URL:
    'redis://user:password@host:6379/0, where several servers share finished answers and budgets (default: none)',
  WORKERS:
    'processes that serve on the port, 1 to 64, each with its own kept answers and connections; more than 1 needs DATABASE_URL (default 1)',
  CAREERGRAPH_DRAIN_SECONDS:
    'seconds that requests are answered after SIGTERM, while /ready is 503, 0 to 5 (default 3)',
  METRICS_PORT: 'another port, of /metrics for Prometheus, at the same address (default: no metrics)',
  CAREERGRAPH_LOG:
    '"info" logs each request as a line of JSON, "error" those that failed on the server, "off" none (default info, in a terminal error)',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318, where OpenTelemetry spans are sent (default: none are recorded)',
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'the same for spans alone, with its path: http://collector:4318/v1/traces',
  OTEL_SERVICE_NAME: 'name of this service in spans (default careergraph)',
  CAREERGRAPH_DOCUMENTS: '"known" executes only the queries of the SDK, "any" executes all (default any)',
  CAREERGRAPH_INTROSPECTION: '"off" refuses questions about the schema, "on" answers them (default on)',
} as const;

/** Reads a whole number from `min` to `max`; `name` says what it counts. */
function wholeNumber(name: string, max: number, min = 0) {
  const message = `a whole number${name} from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);
}

const COLLECTOR = z.url({ protocol: /^https?$/, error: 'a URL like http://collector:4318' });
const BUDGET = 'a cost per minute from 1000 to 2000000000, or 0';

const variables = {
  PORT: wholeNumber('', 65_535).default(4000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'a host name or address')
    .default('127.0.0.1'),
  ...databaseVariables,
  DATABASE_REPLICA_URL: z
    .string()
    .transform((text) => text.split(',').map((url) => url.trim()))
    .pipe(z.array(postgresUrl))
    .default([]),
  CAREERGRAPH_POOL: wholeNumber(' of connections', 1_000, 1).default(DEFAULT_CONNECTIONS),
  CAREERGRAPH_GUIDES: z.string().optional(),
  CAREERGRAPH_CACHE_SECONDS: wholeNumber(' of seconds', 86_400).default(DEFAULT_CACHE_SECONDS),
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
  CAREERGRAPH_ANSWER_MB: wholeNumber(' of megabytes', 100_000).default(DEFAULT_ANSWER_MEGABYTES),
  CAREERGRAPH_ROW_MB: wholeNumber(' of megabytes', 100_000).default(DEFAULT_ROW_MEGABYTES),
  CAREERGRAPH_MAX_REQUESTS: wholeNumber(' of requests', 100_000, 1).default(DEFAULT_MAX_REQUESTS),
  CAREERGRAPH_EXECUTIONS: wholeNumber(' of answers', 1_000, 1).optional(),
  CAREERGRAPH_ANONYMOUS_BUDGET: z
    .string()
    .regex(/^(0|\d{4,10})$/, BUDGET)
    .transform(Number)
    .refine((budget) => budget === 0 || (budget >= 1_000 && budget <= 2_000_000_000), BUDGET)
    .default(DEFAULT_ANONYMOUS_BUDGET),
  CAREERGRAPH_TRUSTED_PROXIES: z
    .string()
    .transform((text, { addIssue }) => {
      const { proxies, faults } = parseTrustedProxies(text);
      if (faults.length > 0) addIssue('addresses or networks like 10.0.0.1,192.168.0.0/16,fd00::/8');
      return proxies;
    })
    .default(NO_PROXIES),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'a URL like redis://user:password@host:6379/0' }).optional(),
  WORKERS: z
    .string()
    .regex(/^([1-9]|[1-5]\d|6[0-4])$/, 'a whole number from 1 to 64')
    .transform(Number)
    .default(1),
  CAREERGRAPH_DRAIN_SECONDS: wholeNumber(' of seconds', 5).default(3),
  METRICS_PORT: wholeNumber('', 65_535).optional(),
  CAREERGRAPH_LOG: z.enum(['info', 'error', 'off'], { error: '"info", "error" or "off"' }).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: COLLECTOR.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: COLLECTOR.optional(),
  OTEL_SERVICE_NAME: z.string().default('careergraph'),
  CAREERGRAPH_DOCUMENTS: z.enum(['any', 'known'], { error: '"any" or "known"' }).default('any'),
  CAREERGRAPH_INTROSPECTION: z.enum(['on', 'off'], { error: '"on" or "off"' }).default('on'),
};

/**
 * @param root folder of the repository, for defaults and relative paths
 * @throws EnvironmentError with every invalid variable, what it must be, and its value (except a URL's, which may have a password)
 */
export function readEnv(environment: Readonly<Record<string, string | undefined>>, root: string): Env {
  const { CAREERGRAPH_GUIDES: guides, ...settings } = readVariables(variables, environment);
  const { url, home } = databaseOf(settings, root);
  if (settings.WORKERS > 1 && url === undefined) {
    throw new EnvironmentError([
      `WORKERS must be 1 without DATABASE_URL, because only one process can use the embedded database; it is "${settings.WORKERS}"`,
    ]);
  }
  if (settings.DATABASE_REPLICA_URL.length > 0 && url === undefined) {
    throw new EnvironmentError(['DATABASE_REPLICA_URL needs DATABASE_URL, the primary database, which is not set']);
  }
  if (settings.METRICS_PORT === settings.PORT && settings.PORT !== 0) {
    throw new EnvironmentError([
      `METRICS_PORT must be another port than that of the API, PORT; it is "${settings.METRICS_PORT}"`,
    ]);
  }
  return {
    port: settings.PORT,
    host: settings.HOST,
    databaseUrl: url,
    replicaUrls: settings.DATABASE_REPLICA_URL,
    connections: settings.CAREERGRAPH_POOL,
    home,
    guides: guides === undefined ? undefined : folderOf(guides, root),
    cacheSeconds: settings.CAREERGRAPH_CACHE_SECONDS,
    corsOrigins: settings.CAREERGRAPH_CORS_ORIGINS,
    answerMegabytes: settings.CAREERGRAPH_ANSWER_MB,
    rowMegabytes: settings.CAREERGRAPH_ROW_MB,
    redisUrl: settings.REDIS_URL,
    maxRequests: settings.CAREERGRAPH_MAX_REQUESTS,
    executions: settings.CAREERGRAPH_EXECUTIONS ?? settings.CAREERGRAPH_POOL,
    anonymousBudget: settings.CAREERGRAPH_ANONYMOUS_BUDGET,
    trustedProxies: settings.CAREERGRAPH_TRUSTED_PROXIES,
    drainSeconds: settings.CAREERGRAPH_DRAIN_SECONDS,
    workers: settings.WORKERS,
    metricsPort: settings.METRICS_PORT,
    log: settings.CAREERGRAPH_LOG,
    tracing: tracingOf(settings),
    allowedDocuments: settings.CAREERGRAPH_DOCUMENTS,
    introspection: settings.CAREERGRAPH_INTROSPECTION === 'on',
  };
}

function tracingOf(settings: {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string | undefined;
  readonly OTEL_SERVICE_NAME: string;
}): TracingSettings | undefined {
  const base = settings.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, '');
  const url = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base}/v1/traces`);
  if (url === undefined) return undefined;
  const variable =
    settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT === undefined
      ? 'OTEL_EXPORTER_OTLP_ENDPOINT'
      : 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT';
  return { url, variable, serviceName: settings.OTEL_SERVICE_NAME };
}
