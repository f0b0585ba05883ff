/** A file for an import could not be had; the message says which, what happened and what to do, without secrets. */
export class SnapshotError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SnapshotError';
  }
}

export const BY_HAND = 'download the file in a browser and give its path instead';

export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Runs work on the files of the store; what the disk refuses becomes a message about the store. */
export async function onDisk<T>(store: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || error instanceof SnapshotError) throw error;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
      throw new SnapshotError(
        `The disk of the snapshots in ${store} has no room for the file (${code}); what had come of it was removed. ` +
          'Free some space, or set CAREERGRAPH_HOME to a folder on a larger disk, and ask again.',
        { cause: error },
      );
    }
    throw new SnapshotError(
      `The folder ${store} of the snapshots cannot be used: ${(error as Error).message}. ` +
        'Set CAREERGRAPH_HOME to a folder that can be written.',
      { cause: error },
    );
  }
}
