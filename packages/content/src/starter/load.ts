import type { Session } from '@careergraph/db';
import {
  CONTENT_CAUSE,
  currentRevision,
  deleteReleases,
  publish,
  releasesOf,
  type StoredRelease,
} from '@careergraph/releases';
import type { StarterRelease } from './releases.js';

/**
 * Publishes the starter figures and titles. A starter that has changed becomes another revision of its release. A release
 * whose published file was imported needs no starter.
 */
export async function loadStarter(session: Session, starter: readonly StarterRelease[]): Promise<void> {
  for (const release of starter) {
    const releases = await releasesOf(session, release.source.id);
    if (!hasItsFile(release, releases)) await publish(session, release, { cause: CONTENT_CAUSE });
  }
  await deleteReleases(session, await replacedEarlier(session));
}

/** Whether each release that has a starter answers with it, or with the published file. */
export async function isStarterLoaded(session: Session, starter: readonly StarterRelease[]): Promise<boolean> {
  for (const release of starter) {
    if (!hasItsFile(release, await releasesOf(session, release.source.id))) return false;
  }
  return true;
}

function hasItsFile({ key, files: [file] }: StarterRelease, releases: readonly StoredRelease[]): boolean {
  const stored = currentRevision(releases, key)?.files.find(({ role }) => role === file.role);
  return stored !== undefined && (stored.edition === 'published' || stored.contentSha256 === file.contentSha256);
}

/** Withdrawn revisions with starter figures only, except the last of each release, which running servers may read. */
async function replacedEarlier(session: Session): Promise<readonly number[]> {
  const revisions = await session.query<{ id: number }>(
    `select id from (
       select id, row_number() over (partition by source_id, key order by revision desc) as position
       from release where status = 'WITHDRAWN' and not exists (
         select from release_file join file on file.id = file_id
         where release_id = release.id and edition <> 'starter')) as replaced
     where position > 1`,
  );
  return revisions.map(({ id }) => id);
}
