import type { PrismaClient } from './generated/client/client.js';
import type { Session } from './session.js';

export type Database = PrismaClient;

export interface OpenDatabase {
  readonly prisma: Database;
  readonly kind: 'embedded' | 'postgres';
  /** Folder or URL without the password, for messages. */
  readonly name: string;
  /** Names of the migrations that were applied when it was opened. */
  readonly migrated: readonly string[];
  /** Whether there is an active release. On Postgres, it is asked on a connection of its own. */
  hasRelease(): Promise<boolean>;
  /**
   * Runs the work while no other process imports into this database. Servers may start in the meantime.
   *
   * @param name what this process does, for the error message of a process that is refused
   * @param bytes about how many the work adds. Only the embedded database knows its disk
   * @throws DatabaseError LOCKED immediately if another process imports, with the name of its work; DISK_FULL if the disk of
   *   the embedded database cannot take so many bytes
   */
  importing<T>(name: string, work: () => Promise<T>, bytes?: number): Promise<T>;
  /** Runs the work in one transaction on a connection of its own, without Prisma. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseLocation {
  /** A Postgres URL. Without one, the embedded database is used. */
  readonly url?: string | undefined;
  /** Folder of the embedded database. */
  readonly home: string;
  /** How many connections to Postgres read at the same time. Default: 10. */
  readonly connections?: number | undefined;
  /** Is called when the embedded database has stopped by itself, and when it cannot be started again. */
  readonly onFault?: ((message: string, reason: string) => void) | undefined;
  /** Is called before migrations that can take long, with what they do and about how long they take. */
  readonly onLongMigration?: ((message: string) => void) | undefined;
  /** Another migrations folder, for tests. */
  readonly migrations?: string | undefined;
}
