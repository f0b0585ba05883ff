import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseError } from './errors.js';

interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  readonly since: string;
  /** Start of the process in the kernel's ticks: tells a later process with the same number apart. */
  readonly started: string | null;
}

/** On Linux the start time of a process, from field 22 of its stat line; null elsewhere. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
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

function refusal(home: string, holder: Holder): DatabaseError {
  return new DatabaseError(
    'LOCKED',
    `The embedded database in ${home} is in use by process ${holder.pid} on ${holder.host} ` +
      `(${holder.command}, since ${holder.since}). Only one process may open it: stop that one, ` +
      'set CAREERGRAPH_HOME to another folder, or run on Postgres with DATABASE_URL.' +
      (holder.host === hostname() ? '' : ` Should ${holder.host} be gone for good, delete ${join(home, 'lock.json')}.`),
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

/** Takes the lock of a dead process away. Of two that try, one finds that it took the other's new lock, and puts it back. */
async function bury(path: string, dead: Holder | null, home: string): Promise<void> {
  const grave = `${path}.${randomUUID()}`;
  try {
    await rename(path, grave);
  } catch (error) {
    if (Reflect.get(error as object, 'code') === 'ENOENT') return;
    throw error;
  }
  const buried = await read(grave);
  if (buried && buried.token !== dead?.token) {
    await linked(grave, path);
    await rm(grave, { force: true });
    throw refusal(home, buried);
  }
  await rm(grave, { force: true });
}

/**
 * Takes the folder for this process, or throws a {@link DatabaseError} that names the holder. The lock of a
 * process that is gone (kill -9) is taken over. PGlite itself would corrupt a folder that two processes open.
 *
 * @returns a function that gives the folder back
 */
export async function lockFolder(home: string): Promise<() => Promise<void>> {
  const path = join(home, 'lock.json');
  const mine: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    command: process.argv.slice(1, 3).join(' '),
    since: new Date().toISOString(),
    started: await startOf(process.pid),
  };
  // Written aside and then linked: whoever finds a lock finds it whole, with its holder.
  const own = `${path}.${mine.token}`;
  try {
    await writeFile(own, JSON.stringify(mine));
    while (!(await linked(own, path))) {
      const holder = await read(path);
      if (holder && (await isAlive(holder))) throw refusal(home, holder);
      await bury(path, holder, home);
    }
  } finally {
    await rm(own, { force: true });
  }
  return async () => {
    if ((await read(path))?.token === mine.token) await rm(path, { force: true });
  };
}
