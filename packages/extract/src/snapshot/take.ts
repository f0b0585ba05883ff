import { resolve } from 'node:path';
import { type Address, parseSource } from './address.js';
import { download } from './download.js';
import { onDisk } from './errors.js';
import { localSnapshot } from './local.js';
import { LIMITS, type Snapshot, type SnapshotOptions } from './snapshot.js';
import { contentPath, type Entry, readEntry } from './store.js';

/**
 * Finds the file for an import: a path stays where it is; an http(s) URL is downloaded once and stored by its SHA-256.
 * The SHA-256 of a folder is that of the lines that `sha256sum` prints for its files, sorted by name, without hidden ones.
 *
 * A stored file whose bytes have changed is downloaded again, with a process warning (`SnapshotWarning`). When the file
 * behind a URL has changed, the store keeps both.
 *
 * @throws SnapshotError, or the reason of the signal
 * @example
 * const { path, sha256 } = await takeSnapshot('https://www.bls.gov/oes/special-requests/oesm25nat.zip', {
 *   store: '.careergraph/snapshots',
 * });
 */
export async function takeSnapshot(pathOrUrl: string, options: SnapshotOptions, limits = LIMITS): Promise<Snapshot> {
  const { signal, again = false } = options;
  signal?.throwIfAborted();
  const source = parseSource(pathOrUrl);
  if ('path' in source) return localSnapshot(source.path, signal);
  const store = resolve(options.store);
  return onDisk(store, async () => {
    const known = await readEntry(store, source, signal);
    if (known !== null && !again) return fromStore(store, source, known, true);
    const entry = await download(source, known, { ...options, store }, limits);
    return fromStore(store, source, entry, entry === known);
  });
}

function fromStore(store: string, { shown }: Address, entry: Entry, isStored: boolean): Snapshot {
  const { name, sha256, bytes, fetchedAt } = entry;
  const path = contentPath(store, sha256);
  return { path, name, sha256, bytes, url: shown, fetchedAt: new Date(fetchedAt), fromStore: isStored };
}
