import type { PrismaClient } from './generated/client/client.js';
import type { Session } from './session.js';

export type Database = PrismaClient;

export interface OpenDatabase {
  readonly prisma: Database;
  /** `embedded` or `postgres`. */
  readonly kind: 'embedded' | 'postgres';
  /** Where it is, without a password: for messages. */
  readonly name: string;
  /** Names of the migrations applied at this start. */
  readonly migrated: readonly string[];
  /** Runs the work while no other process of this database migrates it or loads guides. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Runs the work while no other process of this database imports; servers may start meanwhile.
   *
   * @param name what this process does, for the one that is refused
   * @throws DatabaseError LOCKED at once where another process imports, with its name
   */
  importing<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Runs the work in one transaction of its own, past Prisma's client: for bulk loads. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseLocation {
  /** A Postgres URL; without one the embedded database is used. */
  readonly url?: string | undefined;
  /** Folder of the embedded database. */
  readonly home: string;
  /** For tests: another migrations folder. */
  readonly migrations?: string | undefined;
}

/**
 * Opens the database, migrates it, and gives a client.
 *
 * @throws DatabaseError where the database is locked, unreachable, newer, half migrated or not ours
 */
export async function openDatabase(location: DatabaseLocation): Promise<OpenDatabase> {
  // Each brings libraries that the other never needs, and loading them is part of each start.
  if (location.url === undefined) return (await import('./open-embedded.js')).openEmbedded(location);
  return (await import('./open-postgres.js')).openPostgres(location.url, location);
}
