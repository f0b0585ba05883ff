import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseError } from './errors.js';

/** The process that has the folder open, as its lock file says. */
export interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  readonly since: string;
  /** Start time of the process in kernel ticks, to recognize a later process with the same ID. */
  readonly started: string | null;
  /** Where it can be asked, see `folder-socket.ts`. Locks of older versions have none. */
  readonly address?: string;
}

export interface FolderLock {
  readonly address: string;
  unlock(): Promise<void>;
}

/** The shortest limit of a system for the path of a socket, macOS, is 104 bytes with its end. */
const MAX_SOCKET_PATH = 100;

function addressOf(home: string, token: string): string {
  const name = `careergraph-${token.slice(0, 8)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const path = join(home, 'database.sock');
  return Buffer.byteLength(path) <= MAX_SOCKET_PATH ? path : join(tmpdir(), `${name}.sock`);
}

/** Start time of a process on Linux, from field 22 of its stat line; null on other systems. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/**
 * The process that the lock file names, and whether it still runs; null without a lock. A process of another machine
 * counts as running, because nobody here can tell.
 */
export async function holderOf(home: string): Promise<{ readonly holder: Holder; readonly isAlive: boolean } | null> {
  const holder = await read(join(home, 'lock.json'));
  return holder && { holder, isAlive: await isAlive(holder) };
}

async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (Reflect.get(error as object, 'code') === 'ESRCH') return false;
  }
  return holder.started === null || holder.started === (await startOf(holder.pid));
}

async function read(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch (error) {
    if (Reflect.get(error as object, 'code') === 'ENOENT') return null;
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function refusal(home: string, holder: Holder): DatabaseError {
  return new DatabaseError(
    'LOCKED',
    `The embedded database in ${home} is in use by process ${holder.pid} on ${holder.host} ` +
      `(${holder.command}, since ${holder.since}). Only one process may open it: stop that one, ` +
      'set CAREERGRAPH_HOME to another folder, or run on Postgres with DATABASE_URL.' +
      (holder.host === hostname() ? '' : ` If ${holder.host} no longer exists, delete ${join(home, 'lock.json')}.`),
  );
}

async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (Reflect.get(error as object, 'code') === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a dead process. If another process has replaced that lock in the meantime, the new one is restored. */
async function removeStale(path: string, stale: Holder | null, home: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (Reflect.get(error as object, 'code') === 'ENOENT') return;
    throw error;
  }
  const removed = await read(aside);
  if (removed && removed.token !== stale?.token) {
    await linked(aside, path);
    await rm(aside, { force: true });
    throw refusal(home, removed);
  }
  await rm(aside, { force: true });
}

/**
 * Locks the folder for this process, because PGlite corrupts a folder that two processes open. The lock of a process
 * that has ended (kill -9) is taken over.
 *
 * @throws DatabaseError LOCKED if another process holds the lock, with its ID and command
 */
export async function lockFolder(home: string): Promise<FolderLock> {
  const path = join(home, 'lock.json');
  const token = randomUUID();
  const address = addressOf(home, token);
  const mine: Holder = {
    token,
    address,
    pid: process.pid,
    host: hostname(),
    command: ['careergraph', ...process.argv.slice(2, 4)].join(' '),
    since: new Date().toISOString(),
    started: await startOf(process.pid),
  };
  // Written to another file and then linked, so that a reader never sees a partial lock file.
  const own = `${path}.${token}`;
  try {
    await writeFile(own, JSON.stringify(mine));
    while (!(await linked(own, path))) {
      const holder = await read(path);
      if (holder && (await isAlive(holder))) throw refusal(home, holder);
      await removeStale(path, holder, home);
    }
  } finally {
    await rm(own, { force: true });
  }
  return {
    address,
    unlock: async () => {
      if ((await read(path))?.token === token) await rm(path, { force: true });
    },
  };
}
