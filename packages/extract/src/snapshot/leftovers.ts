import { readdir, readFile, stat } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { codeOf } from './errors.js';
import { type About, aboutSchema, Part, RELEASED, validatorOf } from './part.js';
import { removed } from './store.js';

/** No download is silent for so long: it has stalled, and then failed, long before. */
const ABANDONED_MS = 10 * 60_000;

interface Found {
  readonly folder: string;
  readonly about: About | null;
  readonly bytes: number;
  readonly isAbandoned: boolean;
  /** Every byte counted is on the disk: no power cut came between. */
  readonly isWhole: boolean;
}

/**
 * A copy of the longest beginning that an earlier download left, or null. A copy, because no way of telling whether
 * its process lives is sure on every system; those that seem to have none are removed.
 */
export async function adoptPart(parts: string, key: string): Promise<Part | null> {
  const found = await findParts(parts, key);
  const usable = found
    .filter(({ about, bytes, isWhole }) => about !== null && validatorOf(about) !== null && bytes > 0 && isWhole)
    .sort((a, b) => b.bytes - a.bytes);
  let part: Part | null = null;
  for (const { folder, about } of usable) {
    if (part !== null || about === null) break;
    try {
      part = await Part.create(parts, key, about, join(folder, 'data'));
    } catch (error) {
      // Another process has finished it or taken it away.
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  await removeAbandoned(found);
  return part;
}

/** Takes away what downloads of the address left that were killed. */
export async function sweepParts(parts: string, key: string): Promise<void> {
  await removeAbandoned(await findParts(parts, key));
}

async function removeAbandoned(found: readonly Found[]): Promise<void> {
  await Promise.all(found.filter(({ isAbandoned }) => isAbandoned).map(({ folder }) => removed(folder)));
}

async function findParts(parts: string, key: string): Promise<readonly Found[]> {
  let names: string[];
  try {
    names = await readdir(parts);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
  const own = names.filter((name) => name.startsWith(`${key}.`) && name.endsWith('.part'));
  const found = await Promise.all(own.map((name) => look(parts, name)));
  return found.filter((part) => part !== null);
}

async function look(parts: string, name: string): Promise<Found | null> {
  const folder = join(parts, name);
  const pid = Number(name.split('.')[1]);
  // Killed before the first byte: the folder's own time counts.
  const data = (await statOf(join(folder, 'data'))) ?? (await statOf(folder));
  if (data === null) return null;
  const booted = Date.now() - uptime() * 1000;
  return {
    folder,
    about: await readAbout(folder),
    bytes: data.isFile() ? data.size : 0,
    isAbandoned: pid === RELEASED || !isAlive(pid) || data.mtimeMs < Date.now() - ABANDONED_MS,
    isWhole: pid === RELEASED || data.mtimeMs > booted,
  };
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function readAbout(folder: string): Promise<About | null> {
  try {
    return aboutSchema.parse(JSON.parse(await readFile(join(folder, 'about.json'), 'utf8')));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}
