import { existsSync } from 'node:fs';
import { access, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { client } from './client.js';
import { embeddedSession } from './embedded-session.js';
import { DatabaseError } from './errors.js';
import { lockFolder } from './folder-lock.js';
import { migrate } from './migrate.js';
import type { DatabaseLocation, OpenDatabase } from './open.js';
import { startPglite } from './pglite.js';

export async function openEmbedded({ home, migrations }: DatabaseLocation): Promise<OpenDatabase> {
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
    const migrated = await migrate(adapter, {
      database: folder,
      folder: migrations,
      sql: (script) => open.exec(script),
      query: async <Row>(statement: string) => (await open.query<Row>(statement)).rows,
    });
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
    await (await startPglite(fresh)).close();
    await rename(fresh, dataDir);
  }
  try {
    // Without this file PGlite would make a new database over the old one.
    await access(join(dataDir, 'PG_VERSION'));
    return await startPglite(dataDir);
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
