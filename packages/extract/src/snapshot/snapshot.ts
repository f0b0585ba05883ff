/** A file or folder on this disk for an import, identified by the SHA-256 of its bytes. */
export interface Snapshot {
  /** An absolute path. */
  readonly path: string;
  /** The publisher's name with its extension, which the path of a file in the store does not have. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Where it was downloaded, without user, password and secrets in the query; null for a path. */
  readonly url: string | null;
  /** When these bytes were downloaded; null for a path. */
  readonly fetchedAt: Date | null;
  /** Whether the store had it already. */
  readonly fromStore: boolean;
}

export interface SnapshotOptions {
  /** Folder of downloaded files, `<CAREERGRAPH_HOME>/snapshots`. */
  readonly store: string;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  /** Bytes downloaded so far, and bytes of the whole file where the server says it. */
  readonly onProgress?: (done: number, total: number | null) => void;
  /** Stops the download with the reason of the signal. The next call continues it. */
  readonly signal?: AbortSignal;
  /** Asks the server whether the file has changed since it was downloaded. */
  readonly again?: boolean;
}

export interface Limits {
  /** The download fails when no data come for so long. */
  readonly stallMs: number;
  readonly maxBytes: number;
}

export const LIMITS: Limits = { stallMs: 30_000, maxBytes: 4 * 1024 ** 3 };
