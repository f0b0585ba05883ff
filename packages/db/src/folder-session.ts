import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { embeddedSession } from './embedded-session.js';
import { startThread } from './embedded-thread.js';
import { DatabaseError } from './errors.js';
import { holderOf, refusal } from './folder-lock.js';
import { askFolder } from './folder-socket.js';
import { ownFolder } from './own-folder.js';
import { Rollback, type Sql } from './session.js';

/**
 * Reads the embedded database as it is, without migrating it: through the process that has it open, or by opening it.
 * The work runs in one read-only transaction, and no other statement runs meanwhile.
 *
 * @example
 * await readFolder(home, async (sql) => {
 *   await sql.query('checkpoint');
 *   await cp(join(home, 'pgdata'), copy, { recursive: true });
 * });
 *
 * @throws DatabaseError NO_DATABASE if the folder has none; LOCKED if the process that has it open cannot be asked;
 *   UNREACHABLE if it stopped meanwhile; CORRUPT or DISK_FULL if the database cannot be opened
 */
export async function readFolder<T>(home: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const folder = resolve(home);
  if (!existsSync(join(folder, 'pgdata'))) {
    throw new DatabaseError(
      'NO_DATABASE',
      `There is no database in ${folder}. Set CAREERGRAPH_HOME to the folder of the embedded database; a first start makes one.`,
    );
  }
  const held = await holderOf(folder);
  if (held?.isAlive) {
    const { holder } = held;
    if (holder.address === undefined) throw refusal(folder, holder);
    return askFolder(holder.address, work);
  }
  const { unlock } = await ownFolder(folder);
  try {
    return await readDataFolder(join(folder, 'pgdata'), work);
  } finally {
    await unlock();
  }
}

/** The same for the files of a database that no other process can have open. */
export async function readDataFolder<T>(dataDir: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const thread = await startThread({ dataDir, onFault: () => {} });
  try {
    return await embeddedSession(thread, async (session) => {
      await session.query('set transaction read only');
      throw new Rollback(await work(session));
    });
  } finally {
    await thread.close();
  }
}
