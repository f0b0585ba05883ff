import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenDatabase, Session } from '@careergraph/db';
import { ImportError } from '@careergraph/extract';
import { type DeletedFile, deleteReleases } from './delete.js';
import { revisionNamed } from './named.js';
import { answers, isPublished, lockReleases, releasesOf, type StoredRelease } from './releases.js';

/** Servers check for changed releases every three seconds. After this time no query starts on a withdrawn release. */
const SERVERS_KNOW_MS = 6_000;

export interface Removal {
  readonly source: string;
  readonly release: string;
  /** Number of deleted revisions. */
  readonly revisions: number;
  /** Deleted files: those that no other release has. */
  readonly files: readonly DeletedFile[];
  /** Whether the release still answers, with its starter figures. */
  readonly starterAnswers: boolean;
}

/**
 * Deletes a release: all of its revisions, the files that no other release has, and the activations that changed it. If
 * the release answers with its starter figures, these stay, and only its published revisions are deleted.
 *
 * @param options.onWithdrawn called on Postgres before the wait for running servers
 * @throws ImportError if the release does not exist or is active; DatabaseError if an import runs
 */
export async function removeRelease(
  database: OpenDatabase,
  sourceId: string,
  key: string,
  options: { readonly onWithdrawn?: (milliseconds: number) => void; readonly signal?: AbortSignal } = {},
): Promise<Removal> {
  return database.importing(`remove ${sourceId}/${key}`, async () => {
    if (database.kind === 'postgres') {
      await database.session(async (session) => withdraw(session, await removable(session, sourceId, key)));
      options.onWithdrawn?.(SERVERS_KNOW_MS);
      await sleep(SERVERS_KNOW_MS, undefined, options.signal && { signal: options.signal });
    }
    return database.session(async (session) => {
      const releases = await removable(session, sourceId, key);
      const files = await deleteReleases(
        session,
        releases.map(({ id }) => id),
      );
      const starterAnswers = (await releasesOf(session, sourceId)).some((release) => release.key === key);
      return { source: sourceId, release: key, revisions: releases.length, files, starterAnswers };
    });
  });
}

/** @throws ImportError if the release does not exist or is active */
async function removable(session: Session, sourceId: string, key: string): Promise<readonly StoredRelease[]> {
  await lockReleases(session);
  const releases = await releasesOf(session, sourceId);
  revisionNamed(releases, sourceId, key);
  const revisions = releases.filter((release) => release.key === key);
  const answering = revisions.find(answers);
  const others = revisions.filter((release) => release !== answering);
  // Starter figures keep answering when a published revision of the same release is deleted.
  if (answering && !isPublished(answering) && others.some(isPublished)) return others;
  if (answering?.status !== 'ACTIVE') return revisions;
  throw new ImportError(
    `${sourceId}/${key} is the active release: it answers where no release is named. ` +
      'Activate another one first ("activate"), or take its import back ("rollback").',
  );
}

async function withdraw(session: Session, releases: readonly StoredRelease[]): Promise<void> {
  await session.query(`update release set status = 'WITHDRAWN' where id = any($1::int[]) and status = 'SUPERSEDED'`, [
    releases.map(({ id }) => id),
  ]);
}
