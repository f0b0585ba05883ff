import { join, resolve } from 'node:path';
import { client } from './client.js';
import type { DatabaseLocation, OpenDatabase } from './database.js';
import { LOG_FILE_BYTES, refuseWithout } from './disk-space.js';
import { embeddedAdapter } from './embedded-adapter.js';
import { embeddedSession } from './embedded-session.js';
import { type EmbeddedThread, startThread } from './embedded-thread.js';
import { type FolderSocket, listenInFolder } from './folder-socket.js';
import { migrate } from './migrate.js';
import { ownFolder } from './own-folder.js';
import { hasRelease } from './session.js';

export async function openEmbedded(location: DatabaseLocation): Promise<OpenDatabase> {
  const { home, migrations, onLongMigration, onFault = () => {} } = location;
  const folder = resolve(home);
  const lock = await ownFolder(folder);
  let thread: EmbeddedThread | undefined;
  let socket: FolderSocket | undefined;
  try {
    const open = await startThread({ dataDir: join(folder, 'pgdata'), onFault });
    thread = open;
    const adapter = embeddedAdapter(open);
    const migrated = await migrate(adapter, {
      database: folder,
      folder: migrations,
      onLongMigration,
      sql: (sql) => open.ask({ do: 'script', sql }),
      query: (sql) => open.ask({ do: 'query', sql, parameters: [] }),
    });
    // Only now: migrations begin transactions by statements, past the turns of others.
    socket = await listenInFolder(lock.address, open);
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
        await socket?.close();
        await prisma.$disconnect();
        await open.close();
        await lock.unlock();
      },
    };
  } catch (error) {
    await socket?.close();
    await thread?.close().catch(() => {});
    await lock.unlock();
    throw error;
  }
}
