import type { Sql } from '@careergraph/db';
import { isPublished, releasesOf, type StoredRelease } from './releases.js';

/** The releases of a source that answer queries. */
export interface Answering {
  /** Answers queries that name no release; null if the source has no active release. */
  readonly active: AnsweringRelease | null;
  /** Answer queries that name them, newest first. */
  readonly named: readonly AnsweringRelease[];
}

export interface AnsweringRelease {
  readonly key: string;
  readonly revision: number;
  readonly label: string;
  /** `starter`: only the starter figures in this repository. */
  readonly edition: 'starter' | 'published';
}

export async function answeringOf(sql: Sql, sourceId: string): Promise<Answering> {
  const releases = await releasesOf(sql, sourceId);
  const withStatus = (wanted: string) => releases.filter(({ status }) => status === wanted).map(summaryOf);
  return { active: withStatus('ACTIVE')[0] ?? null, named: withStatus('SUPERSEDED') };
}

function summaryOf(release: StoredRelease): AnsweringRelease {
  const { key, revision, label } = release;
  return { key, revision, label, edition: isPublished(release) ? 'published' : 'starter' };
}
