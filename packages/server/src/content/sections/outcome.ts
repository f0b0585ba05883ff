import type { Handbook } from '@careergraph/domain';
import type { CareerEntry, ReleaseEntry } from '../../catalog/entries.js';
import type { Context } from '../../context.js';
import type { CareerDocument } from '../loaders.js';

export const ORIGIN_SCOPES = {
  SAME: 'The section describes just this career.',
  BROADER: 'The section describes an occupation or a group of occupations that the career is a part of.',
  NARROWER: 'The section describes one of the occupations that the career combines: the primary one.',
} as const;
export type OriginScope = keyof typeof ORIGIN_SCOPES;

export interface Origin {
  readonly release: ReleaseEntry;
  readonly scope: OriginScope;
  readonly explanation: string;
  /** Of the page about this very career or occupation; otherwise of the publication. */
  readonly url: string | null;
}

/** What a reader finds in its source: the content of a section and where it is from, or why there is none. */
export type Outcome<T> = Found<T> | Missing;

export interface Found<T> {
  readonly content: T;
  readonly origins: readonly Origin[];
}

export interface Missing {
  readonly content: null;
  /** Null if another reader gives the reason. */
  readonly reason: string | null;
}

/** A career with the documents that any of its sections may come from. */
export interface Subject {
  readonly context: Context;
  readonly career: CareerEntry;
  readonly guide: CareerDocument;
  /** The Handbook's profile of the career or of a broader one. */
  readonly profile: Handbook.Profile | null;
}

export type Reader<T> = (subject: Subject) => Outcome<T> | Promise<Outcome<T>>;

export function isMissing(outcome: Outcome<unknown>): outcome is Missing {
  return outcome.content === null;
}

/** A reader whose content describes more than the career, and why. */
export function broader<T>(why: string, read: Reader<T>): Reader<T> {
  return async (subject) => {
    const outcome = await read(subject);
    if (isMissing(outcome)) return outcome;
    const origins = outcome.origins.map(
      (origin): Origin => ({ ...origin, scope: 'BROADER', explanation: `${origin.explanation} ${why}` }),
    );
    return { ...outcome, origins };
  };
}

export function missing(reason: string | null): Missing {
  return { content: null, reason };
}

/** Null for a list without entries, which counts as no section. */
export function some<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

/** What the primary occupation is to the career. */
export function scopeOf({ context, career }: Subject): OriginScope {
  if (career.isPrimary) return 'SAME';
  if (career.hasGuide) return 'BROADER';
  // A profile of several occupations: the statistics combine them, or the primary one is the largest.
  const level = context.catalog.occupation(career.primary)?.level;
  return level === 'DETAILED' || level === 'ONET' ? 'NARROWER' : 'SAME';
}
