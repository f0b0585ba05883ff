import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseLocation, OpenDatabase } from './database.js';
import { isSwapPending } from './folder-swap.js';
import type { ReadClient, ReplicaLog } from './read-client.js';

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

/** A client that reads from replicas of a Postgres database. The library behind it is loaded only if it is used. */
export async function openReplicas(
  url: string,
  replicas: readonly string[],
  log: ReplicaLog,
  connections?: number,
): Promise<ReadClient> {
  return (await import('./read-client.js')).openReadClient(url, replicas, log, connections);
}

/** Whether the embedded database is not there yet. A Postgres database is. */
export function isFirstStart({ url, home }: Pick<DatabaseLocation, 'url' | 'home'>): boolean {
  const dataDir = join(home, 'pgdata');
  return url === undefined && !existsSync(dataDir) && !isSwapPending(dataDir);
}
