import { hostname } from 'node:os';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { adapterFactory, client } from './client.js';
import type { DatabaseLocation, OpenDatabase } from './database.js';
import { DatabaseError } from './errors.js';
import { IMPORT_LOCK_KEY, LOCK_KEY } from './lock-keys.js';
import { migrate } from './migrate.js';
import { connectPostgres } from './postgres-adapter.js';
import { postgresSession } from './postgres-session.js';
import { hasRelease } from './session.js';

/** Far longer than a migration or a load takes. */
const LOCK_SECONDS = 300;

export async function openPostgres(url: string, location: DatabaseLocation): Promise<OpenDatabase> {
  const { migrations, connections, onLongMigration } = location;
  const name = describe(url);
  const migrated = await withMigrationLock(url, name, async () => {
    // A separate pool: the schema engine keeps an advisory lock on its connection until the connection is closed.
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    try {
      return await migrate(new PrismaPg(pool), {
        database: name,
        folder: migrations,
        onLongMigration,
        sql: (script) => pool.query(script),
        query: async <Row>(statement: string) => (await pool.query(statement)).rows as Row[],
      });
    } finally {
      await pool.end();
    }
  });
  const { adapter, spare } = await connectPostgres(url, { connections });
  const prisma = client(adapterFactory(adapter));
  return {
    prisma,
    kind: 'postgres',
    name,
    migrated,
    hasRelease: () => hasRelease(spare),
    importing: (task, work) => withImportLock(url, name, task, work),
    session: (work) => postgresSession(url, name, work),
    close: () => prisma.$disconnect(),
  };
}

/** The lock that also keeps releases from being published: see `lockReleases` in the package releases. */
async function withMigrationLock<T>(url: string, name: string, work: () => Promise<T>): Promise<T> {
  const holder = await lockHolder(url, name, 'careergraph-migrate');
  try {
    await holder.query(`set lock_timeout = '${LOCK_SECONDS}s'`);
    await holder.query('select pg_advisory_lock($1)', [LOCK_KEY]).catch((error: Error) => {
      throw new DatabaseError(
        'LOCKED',
        `Another process has been migrating the database ${name} or publishing a release for over ${LOCK_SECONDS} s: ` +
          `${error.message}. Find it in pg_stat_activity: its application_name starts with "careergraph".`,
        { cause: error },
      );
    });
    return await work();
  } finally {
    await holder.end().catch(() => {});
  }
}

async function withImportLock<T>(url: string, name: string, task: string, work: () => Promise<T>): Promise<T> {
  const holder = await lockHolder(url, name, `careergraph: ${task}, process ${process.pid} on ${hostname()}`);
  try {
    const { rows } = await holder.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      IMPORT_LOCK_KEY,
    ]);
    if (!rows[0]?.locked) {
      const other = await holder.query<{ name: string; since: Date }>(
        `select application_name as name, backend_start as since from pg_stat_activity
         where pid in (select pid from pg_locks where locktype = 'advisory' and granted and objid = $1
                       and database = (select oid from pg_database where datname = current_database()))`,
        [IMPORT_LOCK_KEY],
      );
      const who = other.rows[0] ? `${other.rows[0].name}, since ${other.rows[0].since.toISOString()}` : 'just ended';
      throw new DatabaseError(
        'LOCKED',
        `Another import into the database ${name} is running (${who}). Wait until it ends, then run this command again.`,
      );
    }
    return await work();
  } finally {
    await holder.end().catch(() => {});
  }
}

/** A connection that holds a lock until it ends, so that the death of the process releases the lock. */
async function lockHolder(url: string, name: string, task: string): Promise<pg.Client> {
  const holder = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: task,
    keepAlive: true,
  });
  holder.on('error', () => {});
  try {
    await holder.connect();
  } catch (error) {
    throw new DatabaseError(
      'UNREACHABLE',
      `The database ${name} cannot be reached: ${(error as Error).message || (error as { code?: string }).code}. ` +
        'Check DATABASE_URL and whether the server is running. Without DATABASE_URL, the embedded database is used.',
      { cause: error },
    );
  }
  return holder;
}

/** The URL without user and password. */
export function describe(url: string): string {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}
