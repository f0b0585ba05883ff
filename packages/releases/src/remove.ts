import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenDatabase, Session } from '@careergraph/db';
import { ImportError } from '@careergraph/extract';
import { revisionNamed } from './named.js';
import { isPublished, lockReleases, releasesOf, type StoredRelease } from './releases.js';

/** Servers look for changed releases every three seconds: after this long none of them begins with what was withdrawn. */
const SERVERS_KNOW_MS = 6_000;

export interface Removal {
  readonly source: string;
  readonly release: string;
  /** Revisions that are gone. */
  readonly revisions: number;
  /** Files that no other release had. */
  readonly files: readonly { readonly name: string; readonly role: string; readonly rows: number }[];
  /** Whether the release still answers, with what is typed into this repository. */
  readonly starterAnswers: boolean;
}

/**
 * Deletes a release with all of its revisions, the files that no other release has, and the records of activations
 * that it had a part in. Where the typed figures of the release are what answers, they are left, and what was published
 * of it goes.
 *
 * @param onWithdrawn told before it waits for the servers of a Postgres database to know
 * @throws ImportError where it is not there or is the active one; DatabaseError where an import runs
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
      const files = await deleteAll(session, releases);
      const starterAnswers = (await releasesOf(session, sourceId)).some((release) => release.key === key);
      return { source: sourceId, release: key, revisions: releases.length, files, starterAnswers };
    });
  });
}

/** @throws ImportError where there is nothing that may go */
async function removable(session: Session, sourceId: string, key: string): Promise<readonly StoredRelease[]> {
  await lockReleases(session);
  const releases = await releasesOf(session, sourceId);
  revisionNamed(releases, sourceId, key);
  const its = releases.filter((release) => release.key === key);
  const answering = its.find(({ status }) => status === 'ACTIVE' || status === 'SUPERSEDED');
  const others = its.filter((release) => release !== answering);
  // What is typed into this repository goes on answering where a published release beside it goes.
  if (answering && !isPublished(answering) && others.some(isPublished)) return others;
  if (answering?.status !== 'ACTIVE') return its;
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

async function deleteAll(session: Session, releases: readonly StoredRelease[]): Promise<Removal['files']> {
  const ids = releases.map(({ id }) => id);
  const files = [...new Set(releases.flatMap((release) => release.files.map(({ id }) => id)))];
  // A rollback would look for it.
  await session.query(
    `delete from activation where exists (
       select from jsonb_array_elements(changes::jsonb) as change where (change->>'releaseId')::int = any($1::int[]))`,
    [ids],
  );
  await session.query('delete from release where id = any($1::int[])', [ids]);
  return session.query(
    `delete from file where id = any($1::int[])
       and not exists (select from release_file where file_id = file.id) returning name, role, rows`,
    [files],
  );
}
