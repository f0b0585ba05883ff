import { statfs } from 'node:fs/promises';
import { DatabaseError } from './errors.js';

/** Postgres writes its log in files of this size, so it needs that much to start or to go on. */
const LOG_FILE_BYTES = 16 * 1024 * 1024;

/** What a new database takes before anything is loaded, with two files of its log. */
export const NEW_DATABASE_BYTES = 64 * 1024 * 1024;

const CODES = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);

/** @returns bytes that this user may still write to the folder's disk; undefined where the system does not say */
export async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

/**
 * Whether the error is that of a full disk. Postgres aborts without a reason if it cannot write to its log, so the free
 * space tells then.
 */
export async function isDiskFull(error: unknown, folder: string): Promise<boolean> {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (CODES.has(String(code)) || /ENOSPC|no space left|disk quota/i.test(String(message))) return true;
  const free = await freeBytes(folder);
  return free !== undefined && free < LOG_FILE_BYTES;
}

/** @param needed bytes; undefined where it is not known how much more is needed */
export async function diskFull(folder: string, cause: unknown, needed = LOG_FILE_BYTES): Promise<DatabaseError> {
  return new DatabaseError('DISK_FULL', diskFullMessage(folder, await freeBytes(folder), needed), { cause });
}

/** @throws DatabaseError DISK_FULL if fewer bytes are free in the folder */
export async function refuseWithout(needed: number, folder: string): Promise<void> {
  const free = await freeBytes(folder);
  if (free !== undefined && free < needed) {
    throw new DatabaseError('DISK_FULL', diskFullMessage(folder, free, needed));
  }
}

function diskFullMessage(folder: string, free: number | undefined, needed: number): string {
  const has = free === undefined ? '' : `: ${megabytes(free)} are free, at least ${megabytes(needed)} are needed`;
  return (
    `The disk of the embedded database in ${folder} is full (ENOSPC)${has}. What was stored before is kept. ` +
    'Free some space, or move the folder to a larger disk and set CAREERGRAPH_HOME to it, and run the command again.'
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}
