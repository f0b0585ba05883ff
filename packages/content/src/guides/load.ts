import type { Session, Sql } from '@careergraph/db';
import { SOURCES } from '@careergraph/domain';
import { CONTENT_CAUSE, deleteReleases, publish, releasesOf } from '@careergraph/releases';
import { normalizeGuides } from './normalize.js';
import type { GuideFiles } from './parse.js';

const SOURCE = SOURCES.guides;

export async function areGuidesLoaded(sql: Sql, sha256: string): Promise<boolean> {
  const [found] = await sql.query(
    `select id from release where source_id = $1 and status = 'ACTIVE' and content_sha256 = $2`,
    [SOURCE.id, sha256],
  );
  return found !== undefined;
}

/** Guides that a version loaded which did not store the format: the hash covers it, so the same hash has this format. */
export async function recordFormat(sql: Sql, sha256: string, format: number): Promise<void> {
  await sql.query(
    `update release set content_format = $3 where source_id = $1 and content_sha256 = $2 and content_format is null`,
    [SOURCE.id, sha256, format],
  );
}

/**
 * Publishes all guides as a new release. The previous release stays until the next load, for servers and queries that
 * started with it.
 */
export async function loadGuides(
  session: Session,
  guides: GuideFiles,
  { sha256, format }: { readonly sha256: string; readonly format: number },
): Promise<void> {
  const releases = await releasesOf(session, SOURCE.id);
  await deleteReleases(
    session,
    releases.filter(({ status }) => status !== 'ACTIVE').map(({ id }) => id),
  );
  const key = sha256.slice(0, 12);
  await publish(
    session,
    {
      source: SOURCE,
      key,
      description: { label: 'CareerGraph guides', citation: 'CareerGraph guides', url: null, topCode: null },
      files: [],
      ownRows: { sha256, format, copy: (target, releaseId) => copyGuides(target, releaseId, guides) },
      // All content is audited before the database is opened: see readContent.
      audit: async () => ({ audits: [] }),
    },
    // Keys of guides are hashes, which do not say which release is newer.
    { cause: CONTENT_CAUSE, active: true },
  );
}

/** Copies referenced rows before the rows that refer to them. */
async function copyGuides(session: Session, releaseId: number, guides: GuideFiles): Promise<void> {
  const rows = normalizeGuides(guides);
  await session.copy('Organization', releaseId, rows.organizations);
  await session.copy('Credential', releaseId, rows.credentials);
  await session.copy('Career', releaseId, rows.careers);
  await session.copy('CareerOccupation', releaseId, rows.careerOccupations);
  await session.copy('CareerCredential', releaseId, rows.careerCredentials);
  await session.copy('CareerOrganization', releaseId, rows.careerOrganizations);
  await session.copy('RelatedCareer', releaseId, rows.related);
  await session.copy('Document', releaseId, rows.documents);
  await session.copy('Claim', releaseId, rows.claims);
}
