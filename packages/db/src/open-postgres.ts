import { hostname } from 'node:os';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { client } from './client.js';
import { DatabaseError } from './errors.js';
import { IMPORT_LOCK_KEY, LOCK_KEY } from './lock-keys.js';
import { migrate } from './migrate.js';
import type { DatabaseLocation, OpenDatabase } from './open.js';
import { postgresSession } from './postgres-session.js';

/** Far above any statement of ours: one that waits longer waits for a database that is frozen. */
const STATEMENT_MS = 2_500;
/** Far above what a load takes. */
const LOCK_SECONDS = 300;

export async function openPostgres(url: string, { migrations }: DatabaseLocation): Promise<OpenDatabase> {
  const name = describe(url);
  const exclusively = <T>(work: () => Promise<T>) => withAdvisoryLock(url, name, work);
  const migrated = await exclusively(async () => {
    // A pool of its own: the schema engine leaves an advisory lock on its connection until that is closed.
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    try {
      return await migrate(new PrismaPg(pool), {
        database: name,
        folder: migrations,
        sql: (script) => pool.query(script),
        query: async <Row>(statement: string) => (await pool.query(statement)).rows as Row[],
      });
    } finally {
      await pool.end();
    }
  });
  const prisma = client(
    new PrismaPg({ connectionString: url, connectionTimeoutMillis: 2_500, statement_timeout: STATEMENT_MS }),
  );
  return {
    prisma,
    kind: 'postgres',
    name,
    migrated,
    exclusively,
    importing: (task, work) => withImportLock(url, name, task, work),
    session: (work) => postgresSession(url, name, work),
    close: () => prisma.$disconnect(),
  };
}

async function withAdvisoryLock<T>(url: string, name: string, work: () => Promise<T>): Promise<T> {
  const holder = await lockHolder(url, name, 'careergraph-lock');
  try {
    await holder.query(`set lock_timeout = '${LOCK_SECONDS}s'`);
    await holder.query('select pg_advisory_lock($1)', [LOCK_KEY]).catch((error: Error) => {
      throw new DatabaseError(
        'LOCKED',
        `Another process has been migrating or loading the database ${name} for over ${LOCK_SECONDS} s: ` +
          `${error.message}. See in pg_stat_activity who that is (application_name "careergraph-lock").`,
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
        `Another import into the database ${name} is under way (${who}). One goes at a time: wait for it, then repeat this one.`,
      );
    }
    return await work();
  } finally {
    await holder.end().catch(() => {});
  }
}

/** A connection that holds a lock as long as it lives: a process that is killed gives it back. */
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
        'Check DATABASE_URL and that the server runs; without DATABASE_URL the embedded database is used.',
      { cause: error },
    );
  }
  return holder;
}

/** The URL without user and password. */
function describe(url: string): string {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}
