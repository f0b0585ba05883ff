import { rmSync } from 'node:fs';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from './progress.js';
import { codeOf, isDiskFull, SnapshotError } from './snapshot/errors.js';
import type { SnapshotOptions } from './snapshot/snapshot.js';
import { takeSnapshot } from './snapshot/take.js';
import { type PublishedFile, unpack } from './tables/unpack.js';

export interface Inputs {
  readonly files: readonly PublishedFile[];
  /** Where a file was downloaded, itself or in its archive; null for one that lay on this disk. */
  urlOf(file: PublishedFile): string | null;
}

export interface InputOptions extends Pick<SnapshotOptions, 'store' | 'again' | 'signal' | 'fetch'> {
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Gives the published files behind paths and URLs to the work, and removes what was unpacked when that has ended,
 * however it ends.
 *
 * @throws SnapshotError or TableError where one of them cannot be had
 */
export async function withPublishedFiles<T>(
  pathsOrUrls: readonly string[],
  { onProgress, ...options }: InputOptions,
  work: (inputs: Inputs) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'careergraph-import-')).catch((error: unknown) =>
    explainFullDisk(error, 'the files'),
  );
  // For an end that nothing can wait for, e.g. the second of two signals.
  const removeAtExit = () => rmSync(folder, { recursive: true, force: true });
  process.on('exit', removeAtExit);
  try {
    const files: PublishedFile[] = [];
    const urls = new Map<PublishedFile, string>();
    for (const pathOrUrl of pathsOrUrls) {
      const { path, name, url } = await takeSnapshot(pathOrUrl, {
        ...options,
        onProgress: (done, total) =>
          onProgress?.({ phase: 'downloading', what: nameIn(pathOrUrl), done, total, unit: 'bytes' }),
      });
      options.signal?.throwIfAborted();
      onProgress?.({ phase: 'unpacking', what: name, done: 0, total: null, unit: 'steps' });
      const unpacked = await unpack(path, folder, name).catch((error: unknown) => explainFullDisk(error, name));
      for (const file of unpacked) {
        files.push(file);
        if (url !== null) urls.set(file, url);
      }
      options.signal?.throwIfAborted();
    }
    return await work({ files, urlOf: (file) => urls.get(file) ?? null });
  } finally {
    process.off('exit', removeAtExit);
    await rm(folder, { recursive: true, force: true });
  }
}

async function explainFullDisk(error: unknown, what: string): Promise<never> {
  const code = codeOf(error);
  if (!isDiskFull(code)) throw error;
  const { bavail, bsize } = await statfs(tmpdir());
  throw new SnapshotError(
    `The disk of the temporary folder ${tmpdir()} is full (${code}): ${what} could not be unpacked there; ` +
      `${Math.floor((bavail * bsize) / 1_000_000)} MB are free. Nothing was changed. Free some space, or set TMPDIR to a ` +
      'folder on a larger disk, and run the command again.',
    { cause: error },
  );
}

/** The last part of a URL's path; the rest may hold what must not be shown. */
function nameIn(pathOrUrl: string): string {
  return pathOrUrl.split(/[?#]/)[0]?.split('/').at(-1) || 'file';
}
