import type { Sql } from '@careergraph/db';
import { inOrderOfPrecedence } from '@careergraph/domain';
import { answers, isPublished, ranked, releasesOf, type StoredRelease } from './releases.js';

/** The releases of a source that answer queries. */
export interface Answering {
  /** The default of the source; null if the source has no active release. */
  readonly active: AnsweringRelease | null;
  /** The other releases that answer, newest first. */
  readonly named: readonly (AnsweringRelease & {
    /** False if it also answers queries that name no release, where no newer release has the figure. */
    readonly onlyNamed: boolean;
  })[];
  /** The parts (`state`) that another release than the active one answers by default, with that release. */
  readonly otherParts: readonly (AnsweringRelease & { readonly part: string })[];
}

export interface AnsweringRelease {
  readonly key: string;
  readonly revision: number;
  readonly label: string;
  /** `starter`: only the starter figures in this repository. */
  readonly edition: 'starter' | 'published';
}

export async function answeringOf(sql: Sql, sourceId: string): Promise<Answering> {
  const releases = (await releasesOf(sql, sourceId)).filter(answers).map(ranked);
  const inOrder = inOrderOfPrecedence(releases);
  const active = releases.find(({ status }) => status === 'ACTIVE');
  const parts = [...new Set(inOrder.flatMap((release) => release.parts))];
  return {
    active: active ? summaryOf(active) : null,
    named: releases
      .filter((release) => release !== active)
      .map((release) => ({ ...summaryOf(release), onlyNamed: !inOrder.includes(release) })),
    otherParts: parts.flatMap((part) => {
      const first = inOrder.find((release) => release.parts.includes(part));
      return first && first !== active ? [{ part, ...summaryOf(first) }] : [];
    }),
  };
}

function summaryOf(release: StoredRelease): AnsweringRelease {
  const { key, revision, label } = release;
  return { key, revision, label, edition: isPublished(release) ? 'published' : 'starter' };
}
