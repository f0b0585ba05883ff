import { DatabaseError, LOCK_KEY, type Sql } from '@careergraph/db';
import type { RankedRelease, TopCode } from '@careergraph/domain';

export type ReleaseStatus = 'STAGED' | 'ACTIVE' | 'SUPERSEDED' | 'WITHDRAWN';

/** A file of a release, without its rows. */
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
  readonly topCode: TopCode | null;
  readonly files: readonly ReleaseFile[];
}

/** Far longer than a load of the content or the audits of an import take. */
const LOCK_SECONDS = 300;
/** Postgres's `lock_not_available`. */
const LOCK_TIMEOUT_CODE = '55P03';

/**
 * Keeps other processes from migrating the database or publishing releases until the transaction ends.
 *
 * @throws DatabaseError LOCKED if another process holds the lock for too long
 */
export async function lockReleases(sql: Sql): Promise<void> {
  await sql.query(`select set_config('lock_timeout', '${LOCK_SECONDS}s', true)`);
  await sql.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]).catch((error: Error) => {
    if (Reflect.get(error, 'code') !== LOCK_TIMEOUT_CODE) throw error;
    throw new DatabaseError(
      'LOCKED',
      `Another process has been migrating this database or publishing a release for over ${LOCK_SECONDS} s. ` +
        'Find it in pg_stat_activity: its application_name starts with "careergraph".',
      { cause: error },
    );
  });
}

/** Releases of a source: newest key first, then newest revision first. */
export async function releasesOf(sql: Sql, sourceId: string): Promise<readonly StoredRelease[]> {
  const rows = await sql.query<Omit<StoredRelease, 'files'>>(
    `select id, source_id as "sourceId", key, revision, label, status::text as status,
            case when top_code_annual_usd is not null then jsonb_build_object(
              'annualUsd', top_code_annual_usd, 'hourlyCents', top_code_hourly_cents) end as "topCode"
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

/** The revision that stands for a key: the one that answers, else the newest that was not replaced. */
export function currentRevision(releases: readonly StoredRelease[], key: string): StoredRelease | null {
  const candidates = releases.filter((release) => release.key === key && release.status !== 'WITHDRAWN');
  return candidates.find(({ status }) => status !== 'STAGED') ?? candidates[0] ?? null;
}

/** Whether queries can read the release. */
export function answers({ status }: StoredRelease): boolean {
  return status === 'ACTIVE' || status === 'SUPERSEDED';
}

/** A release as the rules of precedence see it. */
export function ranked({ files, ...release }: StoredRelease): StoredRelease & RankedRelease {
  return { ...release, files, parts: files.map(({ role }) => role) };
}

/** Whether the release has a file other than the starter figures in this repository. */
export function isPublished({ files }: StoredRelease): boolean {
  return files.some(({ edition }) => edition === 'published');
}
