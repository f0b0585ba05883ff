import { resolve } from 'node:path';
import { type Address, parseSource } from './address.js';
import { download } from './download.js';
import { localSnapshot } from './local.js';
import { LIMITS, type Snapshot, type SnapshotOptions } from './snapshot.js';
import { contentPath, type Entry, readEntry } from './store.js';

/**
 * Gives a file for an import: a path is read where it lies, a http(s) URL is downloaded once and kept by its SHA-256.
 * A folder has the SHA-256 of the lines that `sha256sum` prints for its files, sorted by name, hidden ones left out.
 *
 * A stored file whose bytes have changed is fetched anew, and a process warning (`SnapshotWarning`) says so. A changed
 * file of the same URL is stored beside the old one.
 *
 * @throws SnapshotError saying what could not be had, why and what to do; the reason of the signal where it stops
 * @example
 * const { path, sha256 } = await takeSnapshot('https://www.bls.gov/oes/special-requests/oesm25nat.zip', {
 *   store: '.careergraph/snapshots',
 * });
 */
export async function takeSnapshot(pathOrUrl: string, options: SnapshotOptions, limits = LIMITS): Promise<Snapshot> {
  options.signal?.throwIfAborted();
  const source = parseSource(pathOrUrl);
  if ('path' in source) return localSnapshot(source.path, options.signal);
  const store = resolve(options.store);
  const known = await readEntry(store, source, options.signal);
  if (known !== null && options.again !== true) return fromStore(store, source, known, true);
  const entry = await download(source, known, { ...options, store }, limits);
  return fromStore(store, source, entry, entry === known);
}

function fromStore(store: string, { shown }: Address, entry: Entry, wasThere: boolean): Snapshot {
  const { name, sha256, bytes, fetchedAt } = entry;
  const path = contentPath(store, sha256);
  return { path, name, sha256, bytes, url: shown, fetchedAt: new Date(fetchedAt), fromStore: wasThere };
}
