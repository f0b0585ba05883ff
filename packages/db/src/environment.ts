import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { installation } from './installation.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Location of the database, from the environment. */
export interface DatabaseEnvironment {
  /** Undefined selects the embedded database. */
  readonly url: string | undefined;
  /** Absolute path of the folder for the embedded database and downloads. */
  readonly home: string;
}

/** One line per variable, for `--help` and the README. */
export const DATABASE_ENVIRONMENT = {
  DATABASE_URL: 'postgres://user:password@host:5432/name (default: the embedded database)',
  CAREERGRAPH_HOME: `folder for the embedded database and downloads (default: ${
    installation.kind === 'clone' ? '.careergraph in this repository' : installation.defaultHome
  })`,
} as const;

export const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'a URL like postgres://user:password@host:5432/name', abort: true })
  // The driver decodes it and says no more than "URI malformed".
  .refine((url) => isDecodable(url), {
    error: 'a URL whose "%" are followed by two hexadecimal digits: "%25" is a percent sign',
    abort: true,
  })
  // Prisma's own tools read this parameter. This service does not, so it refuses it rather than ignoring it.
  .refine((url) => !new URL(url).searchParams.has('schema'), {
    error: 'a URL without "?schema=": CareerGraph uses the schema "public" of its own database',
  });

function isDecodable(url: string): boolean {
  const { username, password, pathname } = new URL(url);
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** Zod schemas of the database variables, to be read alone or together with others. */
export const databaseVariables = {
  DATABASE_URL: postgresUrl.optional(),
  CAREERGRAPH_HOME: z.string().optional(),
};

/** All invalid environment variables, in one error. */
export class EnvironmentError extends Error {
  constructor(faults: readonly string[]) {
    super(`The environment is invalid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

/**
 * Reads and validates variables.
 *
 * @throws EnvironmentError with every invalid variable, what it must be, and its value (except a URL's, which may have a password)
 */
export function readVariables<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Environment,
): z.infer<z.ZodObject<Shape>> {
  // An empty variable counts as not set, as in `PORT= npm start`.
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = z.object(shape).safeParse(set);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(
    parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const got = name.endsWith('_URL') ? '(not shown)' : JSON.stringify(set[name]);
      return `${name} must be ${issue.message}; it is ${got}`;
    }),
  );
}

export function databaseOf({
  DATABASE_URL,
  CAREERGRAPH_HOME,
}: z.infer<z.ZodObject<typeof databaseVariables>>): DatabaseEnvironment {
  const home = CAREERGRAPH_HOME === undefined ? installation.defaultHome : folderOf(CAREERGRAPH_HOME);
  return { url: DATABASE_URL, home };
}

/** Resolves a path to an absolute one. `~` is the user's home folder. */
export function folderOf(path: string): string {
  return resolve(installation.relativeTo, path.replace(/^~(?=$|[\\/])/, homedir()));
}
