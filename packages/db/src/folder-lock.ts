import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
      'set CAREERGRAPH_HOME to another folder, or run on Postgres with DATABASE_URL.',
  );
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
  try {
    await writeFile(path, JSON.stringify(mine), { flag: 'wx' });
  } catch (error) {
    if (Reflect.get(error as object, 'code') !== 'EEXIST') throw error;
    const holder = await read(path);
    if (holder && (await isAlive(holder))) throw refusal(home, holder);
    // Two processes may both find a dead holder: each puts its own name there, and after a while the last one stands.
    const own = `${path}.${mine.token}`;
    await writeFile(own, JSON.stringify(mine));
    await rename(own, path);
    await sleep(200);
    const winner = await read(path);
    if (winner && winner.token !== mine.token) throw refusal(home, winner);
  }
  return async () => {
    if ((await read(path))?.token === mine.token) await rm(path, { force: true });
  };
}
