import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Everything that the environment decides, read once. */
export interface Env {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly home: string;
  readonly guides: string | undefined;
}

/** One line a variable for `--help` and README. */
export const ENVIRONMENT = {
  PORT: 'port to listen on, 0 for any free one (default 4000)',
  HOST: 'address to listen on (default 127.0.0.1: this machine only; 0.0.0.0: all)',
  DATABASE_URL: 'postgres://user:password@host:5432/name; without it an embedded database is used',
  CAREERGRAPH_HOME: 'folder of the embedded database (default .careergraph in this repository)',
  CAREERGRAPH_GUIDES: 'folder of guides to serve instead of packages/guides',
} as const;

const schema = z.object({
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
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'a URL like postgres://user:password@host:5432/name' })
    // Prisma's own programs read it, this service does not: refused rather than ignored.
    .refine((url) => !new URL(url).searchParams.has('schema'), {
      error: 'without "?schema=": the tables stand in the schema "public" of a database of their own',
    })
    .optional(),
  CAREERGRAPH_HOME: z.string().optional(),
  CAREERGRAPH_GUIDES: z.string().optional(),
});

/** Variables that are set wrongly, all of them together. */
export class EnvError extends Error {
  constructor(faults: readonly string[]) {
    super(`The environment is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'EnvError';
  }
}

/**
 * @param root folder of the repository, for defaults and relative paths
 * @throws EnvError naming every wrong variable, what it must be, and its value (a database URL's is not shown)
 */
export function readEnv(environment: Readonly<Record<string, string | undefined>>, root: string): Env {
  // An empty variable is one that is not set, as in `PORT= npm start`.
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        const got = name === 'DATABASE_URL' ? '(not shown)' : JSON.stringify(set[name]);
        return `${name} must be ${issue.message}; it is ${got}`;
      }),
    );
  }
  const { PORT, HOST, DATABASE_URL, CAREERGRAPH_HOME, CAREERGRAPH_GUIDES } = parsed.data;
  const folder = (path: string) => resolve(root, path.replace(/^~(?=$|[\\/])/, homedir()));
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    home: CAREERGRAPH_HOME === undefined ? join(root, '.careergraph') : folder(CAREERGRAPH_HOME),
    guides: CAREERGRAPH_GUIDES === undefined ? undefined : folder(CAREERGRAPH_GUIDES),
  };
}
