import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Address } from './address.js';
import { codeOf } from './errors.js';
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

/** The file that a URL gave last. */
export type Entry = z.infer<typeof entrySchema>;

/** Files by their SHA-256 (`ab/abcd…`), and the entry of each URL (`urls/<SHA-256 of the URL>.json`). */
export const contentPath = (store: string, sha256: string): string => join(store, sha256.slice(0, 2), sha256);
const entryPath = (store: string, { key }: Address): string => join(store, 'urls', `${key}.json`);

/** The entry of the address, if the stored file still has its SHA-256. */
export async function readEntry(store: string, address: Address, signal?: AbortSignal): Promise<Entry | null> {
  const path = entryPath(store, address);
  try {
    const entry = parseEntry(await readFile(path, 'utf8'));
    const fault =
      entry === null ? `${path} is damaged` : await faultOf(contentPath(store, entry.sha256), entry, signal);
    if (fault === null) return entry;
    process.emitWarning(`${address.shown} is downloaded again: ${fault}.`, 'SnapshotWarning');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  return null;
}

function parseEntry(text: string): Entry | null {
  try {
    return entrySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function faultOf(path: string, { sha256 }: Entry, signal?: AbortSignal): Promise<string | null> {
  try {
    const found = await hashFile(path, signal);
    return found.sha256 === sha256 ? null : `the SHA-256 of the stored file ${path} is now ${found.sha256}`;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return `the stored file ${path} is missing`;
    throw error;
  }
}

/** A reader finds the new entry or the previous one, whenever this process is killed. */
export async function writeEntry(store: string, address: Address, entry: Entry): Promise<void> {
  const path = entryPath(store, address);
  const temporary = join(store, 'parts', `${address.key}.${randomUUID()}.json`);
  await writeFile(temporary, `${JSON.stringify(entry, null, 2)}\n`, { flush: true });
  await move(temporary, path);
}

/** Moves a complete file. Another process with the same download may have moved or removed it just before. */
export async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to).catch(async (error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    await access(to);
  });
}
