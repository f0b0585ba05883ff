import type { PGlite } from '@electric-sql/pglite';

/**
 * Memory for table pages. Postgres zeroes its default of 128 MB at each start, which takes most of the start. Pages that
 * do not fit are cached by the operating system.
 */
const SHARED_BUFFERS = '16MB';

/**
 * Starts Postgres in WebAssembly, without Prisma and migrations.
 *
 * @param dataDir folder of the database, created if missing; without one, the database is in memory
 *
 * @example
 * const pglite = await startPglite(join(home, 'pgdata'));
 */
export async function startPglite(dataDir?: string): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create({
    ...(dataDir !== undefined && { dataDir }),
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`],
  });
}
