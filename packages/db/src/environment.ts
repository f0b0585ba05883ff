import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the database is, as the environment says. */
export interface DatabaseEnvironment {
  /** Without it the embedded database is used. */
  readonly url: string | undefined;
  /** Folder of the embedded database and of downloaded files: an absolute path. */
  readonly home: string;
}

/** One line a variable for `--help` and README. */
export const DATABASE_ENVIRONMENT = {
  DATABASE_URL: 'postgres://user:password@host:5432/name; without it an embedded database is used',
  CAREERGRAPH_HOME: 'folder of the embedded database and of downloads (default .careergraph in this repository)',
} as const;

/** The variables of the database, to be read alone or with others. */
export const databaseVariables = {
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'a URL like postgres://user:password@host:5432/name' })
    // Prisma's own programs read it, this service does not: refused rather than ignored.
    .refine((url) => !new URL(url).searchParams.has('schema'), {
      error: 'without "?schema=": the tables stand in the schema "public" of a database of their own',
    })
    .optional(),
  CAREERGRAPH_HOME: z.string().optional(),
};

/** Variables that are set wrongly, all of them together. */
export class EnvironmentError extends Error {
  constructor(faults: readonly string[]) {
    super(`The environment is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

/**
 * Reads variables together.
 *
 * @throws EnvironmentError naming every wrong variable, what it must be, and its value (a database URL's is not shown)
 */
export function readVariables<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Environment,
): z.infer<z.ZodObject<Shape>> {
  // An empty variable is one that is not set, as in `PORT= npm start`.
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = z.object(shape).safeParse(set);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(
    parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const got = name === 'DATABASE_URL' ? '(not shown)' : JSON.stringify(set[name]);
      return `${name} must be ${issue.message}; it is ${got}`;
    }),
  );
}

/** @param root folder of the repository, for defaults and relative paths */
export function databaseOf(
  { DATABASE_URL, CAREERGRAPH_HOME }: z.infer<z.ZodObject<typeof databaseVariables>>,
  root: string,
): DatabaseEnvironment {
  const home = CAREERGRAPH_HOME === undefined ? join(root, '.careergraph') : folderOf(CAREERGRAPH_HOME, root);
  return { url: DATABASE_URL, home };
}

/** An absolute path; `~` is the user's home. */
export function folderOf(path: string, root: string): string {
  return resolve(root, path.replace(/^~(?=$|[\\/])/, homedir()));
}
