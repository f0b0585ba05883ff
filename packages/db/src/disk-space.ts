import { statfs } from 'node:fs/promises';
import { DatabaseError } from './errors.js';

/** Postgres writes its log in files of this size, so it needs one to start and to go on. */
export const LOG_FILE_BYTES = 16 * 1024 * 1024;

/** A new database with the guides and starter figures takes 45 MB. */
export const NEW_DATABASE_BYTES = 64 * 1024 * 1024;

/** As Node and Postgres call a full disk, a spent quota, and a file that may not grow. */
const CODES = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);

/** The same as WebAssembly programs number them, in errors of the file system below the embedded database. */
const NUMBERS = new Set([51, 19, 22]);

/** @returns bytes that may still be written to the folder's disk; undefined where the system does not say */
export async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

/**
 * Whether the error is that of a full disk. Postgres aborts without a reason when it cannot write its log, so the free
 * space must tell.
 */
export async function isDiskFull(error: unknown, folder: string): Promise<boolean> {
  const { name, code, errno, message } = error as Partial<Record<string, unknown>>;
  if (CODES.has(String(code)) || (name === 'ErrnoError' && NUMBERS.has(Number(errno)))) return true;
  if (/ENOSPC|no space left/i.test(String(message))) return true;
  const free = await freeBytes(folder);
  return free !== undefined && free < LOG_FILE_BYTES;
}

/** @param needed bytes, about */
export async function spaceError(folder: string, cause?: unknown, needed = LOG_FILE_BYTES): Promise<DatabaseError> {
  const free = await freeBytes(folder);
  const has = free === undefined ? '' : `, and ${megabytes(free)} are free`;
  return new DatabaseError(
    'DISK_FULL',
    `The disk of the embedded database in ${folder} is full (ENOSPC): about ${megabytes(needed)} are needed${has}. ` +
      'What was stored before is kept. Free some space, or move the folder to a larger disk and set CAREERGRAPH_HOME ' +
      'to it, and run the command again.',
    { cause },
  );
}

/** @throws DatabaseError DISK_FULL if fewer bytes are free in the folder */
export async function refuseWithout(needed: number, folder: string): Promise<void> {
  const free = await freeBytes(folder);
  if (free !== undefined && free < needed) throw await spaceError(folder, undefined, needed);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}
