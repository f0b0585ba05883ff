import { readdir } from 'node:fs/promises';
import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { migrationsFolder } from './migrate.js';
import { describe } from './open-postgres.js';
import { type AdapterOptions, connectPostgres, type PostgresAdapter } from './postgres-adapter.js';
import type { Sql } from './session.js';

/** SQLSTATE of faults of the statement itself, which the primary database would report too. */
const OF_STATEMENT = /^(22|23|42)/;

/** Asks one replica. */
export interface Replica extends PostgresAdapter {
  /** The URL without the password. */
  readonly name: string;
  /** Undefined if the replica has every migration of this code and is current. */
  whyUnusable(isCurrent: (replica: Sql) => Promise<boolean>): Promise<string | undefined>;
}

export async function openReplica(url: string, options: AdapterOptions): Promise<Replica> {
  const { adapter, spare } = await connectPostgres(url, options);
  return {
    name: describe(url),
    adapter,
    spare,
    whyUnusable: async (isCurrent) => {
      try {
        if (!(await isMigrated(spare))) return 'It does not have the migrations of this version.';
        return (await isCurrent(spare)) ? undefined : 'Its releases differ from those of the primary database.';
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
