import { existsSync } from 'node:fs';
import { access, mkdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { DatabaseError } from './errors.js';
import { lockFolder } from './folder-lock.js';
import { PrismaClient } from './generated/client/client.js';
import { migrate } from './migrate.js';
import { embeddedSession, postgresSession, type Session } from './session.js';

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

/** Any numbers that are always the same: the names of our advisory locks. */
export const LOCK_KEY = 727_2741;
const IMPORT_LOCK_KEY = 727_2742;
/** Far above any statement of ours: one that waits longer waits for a database that is frozen. */
const STATEMENT_MS = 2_500;
/** Far above what a load takes. */
const LOCK_SECONDS = 300;

/**
 * Opens the database, migrates it, and gives a client.
 *
 * @throws DatabaseError where the database is locked, unreachable, newer, half migrated or not ours
 */
export async function openDatabase(location: DatabaseLocation): Promise<OpenDatabase> {
  return location.url === undefined ? openEmbedded(location) : openPostgres(location.url, location);
}

function client(adapter: SqlMigrationAwareDriverAdapterFactory): PrismaClient {
  return new PrismaClient({
    adapter,
    log: [
      { emit: 'event', level: 'query' },
      { emit: 'event', level: 'error' },
    ],
  });
}

async function openEmbedded({ home, migrations }: DatabaseLocation): Promise<OpenDatabase> {
  const folder = resolve(home);
  try {
    await makeFolder(folder);
  } catch (error) {
    throw new DatabaseError(
      'UNUSABLE_FOLDER',
      `The folder ${folder} of the embedded database cannot be made: ${(error as Error).message}. Set CAREERGRAPH_HOME to a folder that can be written.`,
      { cause: error },
    );
  }
  let unlock: () => Promise<void>;
  try {
    unlock = await lockFolder(folder);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      'UNUSABLE_FOLDER',
      `The folder ${folder} of the embedded database cannot be written: ${(error as Error).message}. Set CAREERGRAPH_HOME to a folder that can be written.`,
      { cause: error },
    );
  }
  let pglite: PGlite | undefined;
  try {
    pglite = await openFolder(join(folder, 'pgdata'));
    const adapter = new PrismaPGlite(pglite) as unknown as SqlMigrationAwareDriverAdapterFactory;
    const open = pglite;
    const sql = (statement: string) => open.exec(statement);
    const migrated = await migrate(adapter, { database: folder, folder: migrations, sql });
    const prisma = client(adapter);
    return {
      prisma,
      kind: 'embedded',
      name: folder,
      migrated,
      exclusively: (work) => work(),
      importing: (_, work) => work(),
      session: (work) => embeddedSession(open, work),
      close: async () => {
        await prisma.$disconnect();
        if (!open.closed) await open.close();
        await unlock();
      },
    };
  } catch (error) {
    await pglite?.close().catch(() => {});
    await unlock();
    throw error;
  }
}

/** Node's own recursive mkdir does not end where a file system takes no folders (/proc). */
async function makeFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) await makeFolder(dirname(folder));
  await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  });
}

/**
 * A new folder gets its name when it is complete: a kill while Postgres fills it leaves nothing that could be taken
 * for a database.
 */
async function openFolder(dataDir: string): Promise<PGlite> {
  const fresh = `${dataDir}.new`;
  await rm(fresh, { recursive: true, force: true });
  if (!existsSync(dataDir)) {
    await (await PGlite.create({ dataDir: fresh })).close();
    await rename(fresh, dataDir);
  }
  try {
    // Without this file PGlite would make a new database over the old one.
    await access(join(dataDir, 'PG_VERSION'));
    return await PGlite.create({ dataDir });
  } catch (error) {
    throw new DatabaseError(
      'CORRUPT',
      `The embedded database in ${dataDir} cannot be opened; its files are damaged: ${(error as Error).message}. ` +
        // Not "nothing was changed": Postgres writes to some of its files before it gives up.
        'Restore a backup of the folder, or delete it: guides and starter figures are loaded anew.',
      { cause: error },
    );
  }
}

async function openPostgres(url: string, { migrations }: DatabaseLocation): Promise<OpenDatabase> {
  const name = describe(url);
  const exclusively = <T>(work: () => Promise<T>) => withAdvisoryLock(url, name, work);
  const migrated = await exclusively(async () => {
    // A pool of its own: the schema engine leaves an advisory lock on its connection until that is closed.
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    try {
      const sql = (statement: string) => pool.query(statement);
      return await migrate(new PrismaPg(pool), { database: name, folder: migrations, sql });
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
