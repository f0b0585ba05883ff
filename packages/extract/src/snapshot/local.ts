import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { codeOf, SnapshotError } from './errors.js';
import type { Snapshot } from './snapshot.js';

export function hashFile(path: string, signal?: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  return hashOf(createReadStream(path, { highWaterMark: 1 << 20 }), signal);
}

export async function hashOf(
  chunks: AsyncIterable<Buffer>,
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/**
 * The file or folder at a path. The SHA-256 of a folder is that of the lines that `sha256sum` prints for its files,
 * sorted by name. Hidden files are left out, because file managers add them.
 */
export async function localSnapshot(path: string, signal?: AbortSignal): Promise<Snapshot> {
  try {
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory()) {
      throw new SnapshotError(`${path} is neither a file nor a folder. Give the path of a published file.`);
    }
    const { sha256, bytes } = found.isFile() ? await hashFile(path, signal) : await hashFolder(path, signal);
    if (bytes === 0) {
      const what = found.isFile() ? 'has 0 bytes' : 'has no files, or only empty ones';
      throw new SnapshotError(`${path} ${what}. Download it again.`);
    }
    return { path, name: basename(path), sha256, bytes, url: null, fetchedAt: null, fromStore: false };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || signal?.aborted) throw error;
    if (code === 'ENOENT') throw new SnapshotError(`There is no file or folder ${path}. Check the path.`);
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
        `${path} is not a file. A folder to import may contain files and folders, but no links to folders.`,
      );
    }
    const { sha256, bytes } = await hashFile(path, signal);
    hash.update(`${sha256}  ${name}\n`);
    total += bytes;
  }
  return { sha256: hash.digest('hex'), bytes: total };
}
