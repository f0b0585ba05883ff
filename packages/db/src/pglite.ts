import { readFile } from 'node:fs/promises';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { installed } from './installation.js';

/** Written by `scripts/write-empty-database.mjs`. */
const EMPTY_DATABASE = installed('packages/db/src/generated/empty-database.tar.gz');

/**
 * Memory for table pages. Postgres zeroes its default of 128 MB at each start, which takes most of the start. Pages that
 * do not fit are cached by the operating system.
 */
const SHARED_BUFFERS = '16MB';

/**
 * Starts Postgres in WebAssembly, without Prisma and migrations.
 *
 * @param dataDir folder of an existing database; without one, the database is new and in memory
 *
 * @example
 * const pglite = await startPglite(join(home, 'pgdata'));
 */
export async function startPglite(dataDir?: string): Promise<PGlite> {
  return dataDir === undefined ? start({ loadDataDir: await emptyDatabase() }) : start({ dataDir });
}

/** Creates an empty database in a new folder. */
export async function createPglite(dataDir: string): Promise<void> {
  const pglite = await start({ dataDir, loadDataDir: await emptyDatabase() });
  await pglite.close();
}

/** Unpacked instead of created, because creating a database takes three times the memory. */
async function emptyDatabase(): Promise<Blob> {
  return new Blob([await readFile(EMPTY_DATABASE)], { type: 'application/gzip' });
}

async function start(options: PGliteOptions): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create({
    ...options,
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`],
  });
}
