import { DatabaseError, freeBytes, isDiskFull } from '@careergraph/db';
import { MaintenanceError } from './refusal.js';

/** `1.2 GB`, `45 MB` */
export function sizeText(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6)} MB`;
}

/** @throws MaintenanceError if the disk of the folder has fewer bytes left */
export async function needSpace(folder: string, bytes: number, what: string): Promise<void> {
  const free = await freeBytes(folder);
  if (free === undefined || free >= bytes) return;
  throw new MaintenanceError(
    `The disk of ${folder} is too full (ENOSPC) for ${what}: about ${sizeText(bytes)} are needed, and ${sizeText(free)} ` +
      'are free. Nothing was changed. Free some space, or use another disk.',
  );
}

/** Turns the error of a disk that became full during the work into one that says so. */
export async function nameFullDisk(error: unknown, folder: string, what: string): Promise<unknown> {
  // The database names its own disk.
  if (error instanceof MaintenanceError || error instanceof DatabaseError) return error;
  if (!(await isDiskFull(error, folder))) return error;
  return new MaintenanceError(
    `The disk of ${folder} became full (ENOSPC) during ${what}. What was written was deleted, and nothing else was ` +
      'changed. Free some space, or use another disk.',
    { cause: error },
  );
}
