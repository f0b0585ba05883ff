import type { PGlite } from '@electric-sql/pglite';

/**
 * Memory for pages of tables. Postgres's own 128 MB are zeroed at each start, which takes most of its time; what does
 * not fit here is in the operating system's memory all the same.
 */
const SHARED_BUFFERS = '16MB';

/**
 * Starts Postgres in WebAssembly, past client and migrations.
 *
 * @param dataDir its folder, made where it is not there; without one it lives in memory
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
