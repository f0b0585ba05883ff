import { readdir } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { isDriverAdapterError, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { migrationsFolder } from './migrate.js';
import { describe, STATEMENT_MS, TIMEOUTS } from './open-postgres.js';
import type { Sql } from './session.js';

/** A replica that is silent for this long is gone. One that runs ends a statement before. */
const SILENT_MS = STATEMENT_MS + 1_000;

/** SQLSTATE of faults of the statement itself, which the primary database would report too. */
const OF_STATEMENT = /^(22|23|42)/;

/** Asks one replica. */
export interface Replica {
  /** The URL without the password. */
  readonly name: string;
  readonly adapter: SqlDriverAdapter;
  /** Undefined if the replica has every migration of this code and is current. */
  whyUnusable(isCurrent: (replica: Sql) => Promise<boolean>): Promise<string | undefined>;
}

/** @param onLost is called when the replica ends a connection, even an idle one */
export async function openReplica(url: string, onLost: (error: unknown) => void): Promise<Replica> {
  const pool = new pg.Pool({ connectionString: url, ...TIMEOUTS, query_timeout: SILENT_MS });
  const options = { disposeExternalPool: true, onPoolError: onLost, onConnectionError: onLost };
  const sql: Sql = {
    query: async <Row extends object>(text: string, parameters: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...parameters])).rows,
  };
  return {
    name: describe(url),
    adapter: await new PrismaPg(pool, options).connect(),
    whyUnusable: async (isCurrent) => {
      try {
        if (!(await isMigrated(sql))) return 'It does not have the migrations of this version.';
        return (await isCurrent(sql)) ? undefined : 'Its releases differ from those of the primary database.';
      } catch (error) {
        return messageOf(error);
      }
    },
  };
}

/** Migrations are applied in the order of their names, so the last one tells. */
async function isMigrated(sql: Sql): Promise<boolean> {
  const folders = (await readdir(migrationsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const last = folders
    .map(({ name }) => name)
    .sort()
    .at(-1);
  const found = await sql.query(
    'select from public._prisma_migrations where migration_name = $1 and finished_at is not null',
    [last],
  );
  return found.length > 0;
}

/** Whether the statement is at fault, and not the replica. */
export function isOfStatement(error: unknown): boolean {
  return isDriverAdapterError(error) && OF_STATEMENT.test(error.cause.originalCode ?? '');
}

export function messageOf(error: unknown): string {
  const { message, code, cause } = error as Error & {
    readonly code?: string;
    readonly cause?: { readonly originalMessage?: string };
  };
  return cause?.originalMessage ?? (message || code || String(error));
}
