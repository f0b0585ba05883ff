import type { Sql } from '@careergraph/db';
import type { ReleaseStatus } from './releases.js';

export interface ListedSource {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  /** Newest key first, then newest revision first. */
  readonly releases: readonly ListedRelease[];
}

export interface ListedRelease {
  readonly key: string;
  readonly revision: number;
  readonly label: string;
  readonly status: ReleaseStatus;
  readonly importedAt: Date;
  readonly activatedAt: Date | null;
  readonly files: readonly ListedFile[];
}

export interface ListedFile {
  readonly role: string;
  readonly name: string;
  readonly archive: string | null;
  readonly edition: 'starter' | 'published';
  readonly rows: number;
  readonly sha256: string;
  readonly url: string | null;
}

/** Lists the loaded releases by source. */
export async function listSources(sql: Sql, sourceId: string | null = null): Promise<readonly ListedSource[]> {
  const sources = await sql.query<Omit<ListedSource, 'releases'>>(
    'select id, name, publisher from source where $1::text is null or id = $1 order by id',
    [sourceId],
  );
  const releases = await sql.query<Omit<ListedRelease, 'files'> & { readonly id: number; readonly sourceId: string }>(
    `select id, source_id as "sourceId", key, revision, label, status::text as status, imported_at as "importedAt",
            activated_at as "activatedAt"
     from release where $1::text is null or source_id = $1 order by key desc, revision desc`,
    [sourceId],
  );
  const files = await sql.query<ListedFile & { readonly releaseId: number }>(
    `select release_id as "releaseId", role, name, archive, edition, rows, sha256, url
     from release_file join file on file.id = file_id where $1::text is null or source_id = $1 order by role`,
    [sourceId],
  );
  return sources.map((source) => ({
    ...source,
    releases: releases
      .filter((release) => release.sourceId === source.id)
      .map(({ id, sourceId: _, ...release }) => ({
        ...release,
        files: files.filter(({ releaseId }) => releaseId === id).map(({ releaseId: _, ...file }) => file),
      })),
  }));
}
