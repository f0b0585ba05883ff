import { createHash } from 'node:crypto';
import type { Sql } from '@careergraph/db';
import type { AuditReport } from '@careergraph/domain';
import type { ReleaseDescription } from './importer.js';
import type { NewRelease } from './new-release.js';
import type { ReleaseFile } from './releases.js';

export interface NewRevision {
  readonly sourceId: string;
  readonly key: string;
  readonly description: ReleaseDescription;
  readonly files: readonly ReleaseFile[];
  /** SHA-256 and format of the content that is not in files; null if all of it is. */
  readonly own: Pick<NonNullable<NewRelease['ownRows']>, 'sha256' | 'format'> | null;
  readonly audit: AuditReport;
}

/**
 * Writes a revision with these files, STAGED.
 *
 * @returns its ID
 */
export async function createRevision(sql: Sql, revision: NewRevision): Promise<number> {
  const { sourceId, key, description, files, own, audit } = revision;
  const [release] = await sql.query<{ id: number }>(
    `insert into release (source_id, key, revision, label, status, citation, url, top_code_annual_usd,
                          top_code_hourly_cents, content_sha256, content_format, audit)
     values ($1, $2, (select coalesce(max(revision), 0) + 1 from release where source_id = $1 and key = $2),
             $3, 'STAGED', $4, $5, $6, $7, $8, $9, $10::jsonb) returning id`,
    [
      sourceId,
      key,
      description.label,
      description.citation,
      description.url,
      description.topCode?.annualUsd ?? null,
      description.topCode?.hourlyCents ?? null,
      own?.sha256 ?? sha256Of(files),
      own?.format ?? null,
      JSON.stringify(audit),
    ],
  );
  const { id } = release as { id: number };
  await sql.query(
    'insert into release_file (release_id, file_id) select $1::int, file_id from unnest($2::int[]) as file_id',
    [id, files.map((file) => file.id)],
  );
  return id;
}

function sha256Of(files: readonly ReleaseFile[]): string {
  const hash = createHash('sha256');
  for (const { role, contentSha256 } of files.toSorted((a, b) => (a.role < b.role ? -1 : 1))) {
    hash.update(`${role} ${contentSha256}\n`);
  }
  return hash.digest('hex');
}
