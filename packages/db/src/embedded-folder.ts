import { existsSync } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { isDiskFull, NEW_DATABASE_BYTES, refuseWithout, spaceError } from './disk-space.js';
import { DatabaseError } from './errors.js';
import { completeSwap } from './folder-swap.js';
import { createPglite, startPglite } from './pglite.js';

/**
 * Opens the database folder, and creates it if necessary. A new folder gets its final name only when it is complete, so
 * that a kill in between leaves nothing that looks like a database.
 *
 * @throws DatabaseError CORRUPT or DISK_FULL
 */
export async function openFolder(dataDir: string): Promise<PGlite> {
  const fresh = `${dataDir}.new`;
  await rm(fresh, { recursive: true, force: true });
  await completeSwap(dataDir);
  const home = dirname(dataDir);
  if (!existsSync(dataDir)) {
    await refuseWithout(NEW_DATABASE_BYTES, home);
    try {
      await createPglite(fresh);
      await rename(fresh, dataDir);
    } catch (error) {
      const full = await isDiskFull(error, home);
      await rm(fresh, { recursive: true, force: true });
      throw full ? await spaceError(home, error, NEW_DATABASE_BYTES) : error;
    }
  }
  try {
    // Without this file, PGlite would create a new database over the old one.
    await access(join(dataDir, 'PG_VERSION'));
    return await startPglite(dataDir);
  } catch (error) {
    if (await isDiskFull(error, home)) throw await spaceError(home, error);
    throw new DatabaseError(
      'CORRUPT',
      `The embedded database in ${dataDir} cannot be opened; its files are damaged: ${(error as Error).message}. ` +
        // The message must not say "Nothing was changed": Postgres writes to some files before it gives up.
        'Restore a backup of the folder, or delete it: the next start loads guides and starter figures again.',
      { cause: error },
    );
  }
}
