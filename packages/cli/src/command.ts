import { type DatabaseEnvironment, type OpenDatabase, openDatabase } from '@careergraph/db';
import type { Importer } from '@careergraph/releases';
import type { CommandProgress } from './progress.js';

/** A command of `data`. The file with its name exports it. */
export interface Command {
  readonly name: string;
  /** Positional parameters: `<source> <path or URL>`. */
  readonly parameters: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What to know before running it. */
  readonly details: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Arguments of each example, and what it does. */
  readonly examples: readonly (readonly [given: string, does: string])[];
  run(given: Given, context: Context): Promise<Report>;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  /** Placeholder for the value of a string option: `KEY`. */
  readonly value?: string;
  readonly help: string;
}

/** The arguments after the name of the command. */
export interface Given {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Context {
  readonly environment: DatabaseEnvironment;
  readonly importers: readonly Importer[];
  /** Aborted by SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
  onProgress(progress: CommandProgress): void;
  /** Prints a line to stderr while the command runs. */
  say(line: string): void;
}

/** Result of a command, as JSON and as text. One of them is printed. */
export interface Report {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** 0 if absent. */
  readonly exitCode?: number;
}

/** The command line is invalid. The message says why. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The command is valid, but the database does not have what it is for. The message says why. */
export class NothingToChange extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NothingToChange';
  }
}

export async function openNamed({ environment, say }: Context): Promise<OpenDatabase> {
  const database = await openDatabase({ ...environment, onLongMigration: say });
  if (database.migrated.length > 0) say(`Migrated ${database.name}: ${database.migrated.join(', ')}.`);
  return database;
}

/** Opens the configured database, runs the work and closes the database. */
export async function withDatabase<T>(context: Context, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openNamed(context);
  try {
    context.signal.throwIfAborted();
    return await work(database);
  } finally {
    await database.close();
  }
}
