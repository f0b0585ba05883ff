import { type DatabaseEnvironment, type OpenDatabase, openDatabase } from '@careergraph/db';
import type { Progress } from '@careergraph/extract';
import type { Importer } from '@careergraph/releases';

/** A command of `npm run data`. Each file of this folder that is named after one exports it. */
export interface Command {
  readonly name: string;
  /** What follows the name: `<source> <path or URL>`. */
  readonly parameters: string;
  /** A line for the list of commands. */
  readonly summary: string;
  /** What one should know before running it. */
  readonly details: string;
  readonly options: Readonly<Record<string, Option>>;
  /** What follows the name in examples, with what that does. */
  readonly examples: readonly (readonly [given: string, does: string])[];
  run(given: Given, context: Context): Promise<Report>;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  /** Of a string, what stands for its value in the usage: `KEY`. */
  readonly value?: string;
  readonly help: string;
}

/** What stands on the command line after the command's name. */
export interface Given {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Context {
  readonly environment: DatabaseEnvironment;
  readonly importers: readonly Importer[];
  /** Aborted by a signal to stop. */
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
  /** Says something to a person while the command runs. */
  say(line: string): void;
}

/** What a command has to say at its end: one of the two is printed. */
export interface Report {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** The command line is wrong; the message says in what. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export async function openNamed({ environment, say }: Context): Promise<OpenDatabase> {
  const database = await openDatabase(environment);
  if (database.migrated.length > 0) say(`Migrated ${database.name}: ${database.migrated.join(', ')}.`);
  return database;
}

/** Runs the work on the database of the environment and closes it. */
export async function withDatabase<T>(context: Context, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openNamed(context);
  try {
    context.signal.throwIfAborted();
    return await work(database);
  } finally {
    await database.close();
  }
}
