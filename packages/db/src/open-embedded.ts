import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { client } from './client.js';
import type { DatabaseLocation, OpenDatabase } from './database.js';
import { LOG_FILE_BYTES, refuseWithout, spaceError } from './disk-space.js';
import { embeddedAdapter } from './embedded-adapter.js';
import { embeddedSession } from './embedded-session.js';
import { type EmbeddedThread, startThread } from './embedded-thread.js';
import { DatabaseError } from './errors.js';
import { lockFolder } from './folder-lock.js';
import { migrate } from './migrate.js';
import { hasRelease } from './session.js';

export async function openEmbedded({ home, migrations, onFault = () => {} }: DatabaseLocation): Promise<OpenDatabase> {
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
    if (Reflect.get(error as object, 'code') === 'ENOSPC') throw await spaceError(folder, error);
    throw new DatabaseError(
      'UNUSABLE_FOLDER',
      `The folder ${folder} of the embedded database cannot be written: ${(error as Error).message}. Set CAREERGRAPH_HOME to a writable folder.`,
      { cause: error },
    );
  }
  let thread: EmbeddedThread | undefined;
  try {
    const open = await startThread({ dataDir: join(folder, 'pgdata'), onFault });
    thread = open;
    const adapter = embeddedAdapter(open);
    const migrated = await migrate(adapter, {
      database: folder,
      folder: migrations,
      sql: (sql) => open.ask({ do: 'script', sql }),
      query: (sql) => open.ask({ do: 'query', sql, parameters: [] }),
    });
    const prisma = client(adapter);
    let isLoaded = false;
    return {
      prisma,
      kind: 'embedded',
      name: folder,
      migrated,
      hasRelease: async () => {
        // This process alone writes to the folder, and takes no release away: a look would wait for other statements.
        if (isLoaded) return open.isRunning;
        isLoaded = await hasRelease({ query: (sql, parameters = []) => open.ask({ do: 'query', sql, parameters }) });
        return isLoaded;
      },
      importing: async (_, work, bytes) => {
        if (bytes !== undefined) await refuseWithout(LOG_FILE_BYTES + bytes, folder);
        return work();
      },
      session: (work) => embeddedSession(open, work),
      close: async () => {
        await prisma.$disconnect();
        await open.close();
        await unlock();
      },
    };
  } catch (error) {
    await thread?.close().catch(() => {});
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
