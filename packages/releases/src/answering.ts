import type { Sql } from '@careergraph/db';
import { isPublished, releasesOf, type StoredRelease } from './releases.js';

/** Which releases of a source answer. */
export interface Answering {
  /** Where no release is named; null where nothing of the source does. */
  readonly active: AnsweringRelease | null;
  /** Where they are named, newest first. */
  readonly named: readonly AnsweringRelease[];
}

export interface AnsweringRelease {
  readonly key: string;
  readonly revision: number;
  readonly label: string;
  /** `starter`: only what is typed into this repository. */
  readonly edition: 'starter' | 'published';
}

export async function answeringOf(sql: Sql, sourceId: string): Promise<Answering> {
  const releases = await releasesOf(sql, sourceId);
  const of = (wanted: string) => releases.filter(({ status }) => status === wanted).map(shown);
  return { active: of('ACTIVE')[0] ?? null, named: of('SUPERSEDED') };
}

function shown(release: StoredRelease): AnsweringRelease {
  const { key, revision, label } = release;
  return { key, revision, label, edition: isPublished(release) ? 'published' : 'starter' };
}
