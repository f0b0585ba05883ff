import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { spaceError } from './disk-space.js';
import { DatabaseError } from './errors.js';
import { type FolderLock, lockFolder } from './folder-lock.js';

/**
 * Creates the folder of an embedded database if necessary, and locks it for this process.
 *
 * @throws DatabaseError UNUSABLE_FOLDER, DISK_FULL, or LOCKED if another process has it open
 */
export async function ownFolder(folder: string): Promise<FolderLock> {
  try {
    await createFolder(folder);
  } catch (error) {
    throw unusable(folder, 'created', error);
  }
  try {
    return await lockFolder(folder);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    if (Reflect.get(error as object, 'code') === 'ENOSPC') throw await spaceError(folder, error);
    throw unusable(folder, 'written', error);
  }
}

function unusable(folder: string, how: 'created' | 'written', cause: unknown): DatabaseError {
  return new DatabaseError(
    'UNUSABLE_FOLDER',
    `The folder ${folder} of the embedded database cannot be ${how}: ${(cause as Error).message}. Set CAREERGRAPH_HOME to a writable folder.`,
    { cause },
  );
}

/** Node's recursive mkdir never returns on a file system without folders (/proc). */
async function createFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) await createFolder(dirname(folder));
  await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  });
}
