import { existsSync } from 'node:fs';
import { access, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { client } from './client.js';
import type { DatabaseLocation, OpenDatabase } from './database.js';
import { embeddedSession } from './embedded-session.js';
import { DatabaseError } from './errors.js';
import { lockFolder } from './folder-lock.js';
import { migrate } from './migrate.js';
import { createPglite, startPglite } from './pglite.js';
import { hasRelease } from './session.js';

export async function openEmbedded({ home, migrations }: DatabaseLocation): Promise<OpenDatabase> {
  const folder = resolve(home);
  try {
    await createFolder(folder);
  } catch (error) {
    throw new DatabaseError(
      'UNUSABLE_FOLDER',
      `The folder ${folder} of the embedded database cannot be created: ${(error as Error).message}. Set CAREERGRAPH_HOME to a writable folder.`,
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
      `The folder ${folder} of the embedded database cannot be written: ${(error as Error).message}. Set CAREERGRAPH_HOME to a writable folder.`,
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
      hasRelease: () =>
        hasRelease({
          query: async <Row extends object>(text: string) => (await open.query<Row>(text)).rows,
        }),
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

/** Node's recursive mkdir never returns on a file system without folders (/proc). */
async function createFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) await createFolder(dirname(folder));
  await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  });
}

/**
 * Opens the database folder, and creates it if necessary. A new folder gets its final name only when it is complete, so
 * that a kill in between leaves nothing that looks like a database.
 */
async function openFolder(dataDir: string): Promise<PGlite> {
  const fresh = `${dataDir}.new`;
  await rm(fresh, { recursive: true, force: true });
  if (!existsSync(dataDir)) {
    await createPglite(fresh);
    await rename(fresh, dataDir);
  }
  try {
    // Without this file, PGlite would create a new database over the old one.
    await access(join(dataDir, 'PG_VERSION'));
    return await startPglite(dataDir);
  } catch (error) {
    throw new DatabaseError(
      'CORRUPT',
      `The embedded database in ${dataDir} cannot be opened; its files are damaged: ${(error as Error).message}. ` +
        // The message must not say "Nothing was changed": Postgres writes to some files before it gives up.
        'Restore a backup of the folder, or delete it: the next start loads guides and starter figures again.',
      { cause: error },
    );
  }
}
