/**
 * `BLOCKED`: the publisher answers programs with 401, 403, or a web page, and a browser may still get the file.
 * `UNREACHABLE`: the connection failed or the server is busy, and the same request may succeed later.
 */
export type SnapshotErrorKind = 'BLOCKED' | 'UNREACHABLE' | 'OTHER';

/** A file cannot be read or downloaded. The message says which, why and what to do, without secrets. */
export class SnapshotError extends Error {
  readonly kind: SnapshotErrorKind;

  constructor(message: string, { kind = 'OTHER', ...options }: ErrorOptions & { kind?: SnapshotErrorKind } = {}) {
    super(message, options);
    this.name = 'SnapshotError';
    this.kind = kind;
  }
}

export const BY_HAND = 'download the file in a browser and give its path instead';

export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** A full disk, a spent quota, or a file that may not grow. */
export function isDiskFull(code: string | undefined): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
}

/** Turns a disk error into a SnapshotError about the store. */
export async function onDisk<T>(store: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || error instanceof SnapshotError) throw error;
    if (isDiskFull(code)) {
      throw new SnapshotError(
        `The disk with the snapshots in ${store} has no space left for the file (${code}); the incomplete file was removed. ` +
          'Free some space, or set CAREERGRAPH_HOME to a folder on a larger disk, and run the command again.',
        { cause: error },
      );
    }
    throw new SnapshotError(
      `The folder ${store} cannot be used for snapshots: ${(error as Error).message}. ` +
        'Set CAREERGRAPH_HOME to a writable folder.',
      { cause: error },
    );
  }
}
