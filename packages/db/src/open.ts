import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseLocation, OpenDatabase } from './database.js';

/**
 * Opens the database and migrates it.
 *
 * @throws DatabaseError if the database is locked, unreachable, newer than this code, half migrated or not CareerGraph's
 */
export async function openDatabase(location: DatabaseLocation): Promise<OpenDatabase> {
  // Imported on demand: each needs libraries that the other does not, and loading them slows every start.
  if (location.url === undefined) return (await import('./open-embedded.js')).openEmbedded(location);
  return (await import('./open-postgres.js')).openPostgres(location.url, location);
}

/** Whether the embedded database is not there yet. A Postgres database is. */
export function isFirstStart({ url, home }: Pick<DatabaseLocation, 'url' | 'home'>): boolean {
  return url === undefined && !existsSync(join(home, 'pgdata'));
}
