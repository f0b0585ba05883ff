/** A file or folder on this disk that an import reads, known by the SHA-256 of its bytes. */
export interface Snapshot {
  /** Where it is: an absolute path. */
  readonly path: string;
  /** As its publisher calls it, with its extension; a file in the store has none in its path. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Where it was fetched, without user, password and secrets in the query; null for a path. */
  readonly url: string | null;
  /** When these bytes were fetched; null for a path. */
  readonly fetchedAt: Date | null;
  /** Whether it was there already, and is as the server has it as far as it was asked. */
  readonly fromStore: boolean;
}

export interface SnapshotOptions {
  /** Folder of downloaded files, `<CAREERGRAPH_HOME>/snapshots`. */
  readonly store: string;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  /** Bytes that are there, and bytes of the whole file where the server says so. */
  readonly onProgress?: (done: number, total: number | null) => void;
  /** Stops it with the reason of the signal; what was downloaded is kept for the next time. */
  readonly signal?: AbortSignal;
  /** Asks the server whether the file has changed, even if the store has one of this URL. */
  readonly again?: boolean;
}

/** Other values are for tests. */
export interface Limits {
  /** With nothing from the server for so long, a try has failed. */
  readonly stallMs: number;
  /** Before the second try; twice that before the third. */
  readonly backoffMs: number;
  readonly maxBytes: number;
}

export const LIMITS: Limits = { stallMs: 30_000, backoffMs: 1_000, maxBytes: 4 * 1024 ** 3 };
