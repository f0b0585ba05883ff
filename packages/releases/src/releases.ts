import { createHash } from 'node:crypto';
import { LOCK_KEY, type Sql } from '@careergraph/db';
import type { ReleaseDescription } from './importer.js';

export type ReleaseStatus = 'STAGED' | 'ACTIVE' | 'SUPERSEDED' | 'WITHDRAWN';

/** A file of a release, as far as the life of releases is concerned. */
export interface ReleaseFile {
  readonly id: number;
  readonly role: string;
  readonly name: string;
  readonly sha256: string;
  readonly edition: 'starter' | 'published';
  readonly contentSha256: string;
}

export interface StoredRelease {
  readonly id: number;
  readonly sourceId: string;
  readonly key: string;
  readonly revision: number;
  readonly label: string;
  readonly status: ReleaseStatus;
  readonly files: readonly ReleaseFile[];
}

/** From here to the end of the transaction no other process changes which release answers, nor loads guides. */
export async function lockReleases(sql: Sql): Promise<void> {
  await sql.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
}

/** Releases of a source, newest key first, and of a key the newest revision first. */
export async function releasesOf(sql: Sql, sourceId: string): Promise<readonly StoredRelease[]> {
  const rows = await sql.query<Omit<StoredRelease, 'files'>>(
    `select id, source_id as "sourceId", key, revision, label, status::text as status
     from release where source_id = $1 order by key desc, revision desc`,
    [sourceId],
  );
  const files = await sql.query<ReleaseFile & { readonly releaseId: number }>(
    `select release_id as "releaseId", f.id, role, name, sha256, edition, content_sha256 as "contentSha256"
     from release_file join file f on f.id = file_id where f.source_id = $1 order by role`,
    [sourceId],
  );
  return rows.map((row) => ({ ...row, files: files.filter(({ releaseId }) => releaseId === row.id) }));
}

/** The revision of a release that stands for its key: the one that answers, else the newest that was not replaced. */
export function currentRevision(releases: readonly StoredRelease[], key: string): StoredRelease | null {
  const ofKey = releases.filter((release) => release.key === key && release.status !== 'WITHDRAWN');
  return ofKey.find(({ status }) => status !== 'STAGED') ?? ofKey[0] ?? null;
}

/** Whether there is more of it than what is typed into this repository. */
export function isPublished({ files }: StoredRelease): boolean {
  return files.some(({ edition }) => edition === 'published');
}

/** Writes a release that consists of these files, STAGED. */
export async function createRevision(
  sql: Sql,
  revision: {
    readonly sourceId: string;
    readonly key: string;
    readonly description: ReleaseDescription;
    readonly files: readonly Pick<ReleaseFile, 'id' | 'role' | 'contentSha256'>[];
    readonly audit: unknown;
  },
): Promise<number> {
  const { sourceId, key, description, files, audit } = revision;
  const hash = createHash('sha256');
  for (const { role, contentSha256 } of files.toSorted((a, b) => (a.role < b.role ? -1 : 1))) {
    hash.update(`${role} ${contentSha256}\n`);
  }
  const [release] = await sql.query<{ id: number }>(
    `insert into release (source_id, key, revision, label, status, citation, url, top_code_annual_usd,
                          top_code_hourly_cents, content_sha256, audit)
     values ($1, $2, (select coalesce(max(revision), 0) + 1 from release where source_id = $1 and key = $2),
             $3, 'STAGED', $4, $5, $6, $7, $8, $9::jsonb) returning id`,
    [
      sourceId,
      key,
      description.label,
      description.citation,
      description.url,
      description.topCode?.annualUsd ?? null,
      description.topCode?.hourlyCents ?? null,
      hash.digest('hex'),
      JSON.stringify(audit),
    ],
  );
  const id = (release as { id: number }).id;
  await sql.query(
    'insert into release_file (release_id, file_id) select $1::int, file_id from unnest($2::int[]) as file_id',
    [id, files.map((file) => file.id)],
  );
  return id;
}
