import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Address } from './address.js';
import { codeOf, onDisk } from './errors.js';
import { hashFile } from './local.js';

const entrySchema = z.object({
  url: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  name: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  fetchedAt: z.iso.datetime(),
});

/** What is known of a URL: the file that it last gave. */
export type Entry = z.infer<typeof entrySchema>;

/** Files by their SHA-256 (`ab/abcd…`), and what each URL gave (`urls/<SHA-256 of the URL>.json`). */
export const contentPath = (store: string, sha256: string): string => join(store, sha256.slice(0, 2), sha256);
const entryPath = (store: string, { key }: Address): string => join(store, 'urls', `${key}.json`);

/** What the store holds for the address, checked against its SHA-256; null where nothing is, or nothing usable. */
export async function readEntry(store: string, address: Address, signal?: AbortSignal): Promise<Entry | null> {
  return onDisk(store, async () => {
    let text: string;
    try {
      text = await readFile(entryPath(store, address), 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
    const entry = parseEntry(text);
    const fault = entry === null ? `${entryPath(store, address)} is damaged` : await faultOf(store, entry, signal);
    if (fault === null) return entry;
    process.emitWarning(`${address.shown} is fetched anew: ${fault}.`, 'SnapshotWarning');
    return null;
  });
}

function parseEntry(text: string): Entry | null {
  try {
    return entrySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function faultOf(store: string, { sha256 }: Entry, signal?: AbortSignal): Promise<string | null> {
  const path = contentPath(store, sha256);
  try {
    const found = await hashFile(path, signal);
    return found.sha256 === sha256
      ? null
      : `the stored file ${path} was changed or damaged; its SHA-256 is now ${found.sha256}`;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return `the stored file ${path} is gone`;
    throw error;
  }
}

/** Puts a complete file under its name; a reader finds all of it or nothing, whenever this process is killed. */
export async function putContent(store: string, complete: string, sha256: string): Promise<void> {
  await move(complete, contentPath(store, sha256));
}

/** @param aside a folder of this process alone */
export async function putEntry(store: string, address: Address, entry: Entry, aside: string): Promise<void> {
  const written = join(aside, 'entry.json');
  await writeSynced(written, `${JSON.stringify(entry, null, 2)}\n`);
  await move(written, entryPath(store, address));
}

export async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function move(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true });
  await rename(from, to);
  await syncFolder(folder);
}

/** Windows cannot sync a folder, and need not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const removed = (path: string): Promise<void> => rm(path, { recursive: true, force: true });
