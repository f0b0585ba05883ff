import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { codeOf, SnapshotError } from './errors.js';
import type { Snapshot } from './snapshot.js';

export async function hashFile(path: string, signal?: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/**
 * What is at a path, left where it lies. The SHA-256 of a folder is that of the lines that `sha256sum` prints for the
 * files in it, sorted by name; hidden files are not counted, since file managers put them anywhere.
 */
export async function localSnapshot(path: string, signal?: AbortSignal): Promise<Snapshot> {
  try {
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory()) {
      throw new SnapshotError(`${path} is neither a file nor a folder: give the path of a file as published.`);
    }
    const { sha256, bytes } = found.isFile() ? await hashFile(path, signal) : await hashFolder(path, signal);
    if (bytes === 0) {
      const what = found.isFile() ? 'has 0 bytes' : 'holds no files, or only empty ones';
      throw new SnapshotError(`${path} ${what}: nothing can be imported from it. Download it again.`);
    }
    return { path, name: basename(path), sha256, bytes, url: null, fetchedAt: null, fromStore: false };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || signal?.aborted) throw error;
    if (code === 'ENOENT') throw new SnapshotError(`There is no file or folder ${path}: check the path.`);
    throw new SnapshotError(`${path} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

async function hashFolder(folder: string, signal?: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const hash = createHash('sha256');
  let total = 0;
  for (const name of files) {
    const path = join(folder, name);
    if (!(await stat(path)).isFile()) {
      throw new SnapshotError(
        `${path} is not a file: a folder to import holds files and folders, no links to folders.`,
      );
    }
    const { sha256, bytes } = await hashFile(path, signal);
    hash.update(`${sha256}  ${name}\n`);
    total += bytes;
  }
  return { sha256: hash.digest('hex'), bytes: total };
}
