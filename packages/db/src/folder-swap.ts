import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/** Complete and checked files of a database that are to take the place of another's. */
const restoredName = (dataDir: string) => `${dataDir}.restored`;

/**
 * Puts other files in the place of those of a database, which are kept under another name. Folders are only renamed: a
 * kill before the first rename leaves the old database, and after it `completeSwap` finishes at the next start.
 *
 * @param checked folder with the new files, on the same disk
 * @param kept where the old files go
 * @returns whether there were old files
 */
export async function swapFolder(dataDir: string, checked: string, kept: string): Promise<boolean> {
  const restored = restoredName(dataDir);
  await rm(restored, { recursive: true, force: true });
  await rename(checked, restored);
  const isKept = existsSync(dataDir);
  if (isKept) await rename(dataDir, kept);
  await rename(restored, dataDir);
  return isKept;
}

/** Whether a swap was interrupted after the old files were moved away. */
export function isSwapPending(dataDir: string): boolean {
  return !existsSync(dataDir) && existsSync(restoredName(dataDir));
}

/** Finishes a swap that was interrupted, or drops its files if the old ones are still in place. */
export async function completeSwap(dataDir: string): Promise<void> {
  const restored = restoredName(dataDir);
  if (isSwapPending(dataDir)) await rename(restored, dataDir);
  else await rm(restored, { recursive: true, force: true });
}
