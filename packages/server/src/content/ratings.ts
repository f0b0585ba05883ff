import type { RatingAspect, RatingLevel, RatingRule } from '@careergraph/domain';
import type { CareerEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { calculateRatings, type RatingFigures } from '../figures/ratings.js';
import type { MaybePromise } from '../maybe-promise.js';
import type { CareerDocument } from './loaders.js';

export interface Rating {
  readonly aspect: RatingAspect;
  readonly rating: RatingLevel;
  readonly grounds: string;
  /** Null for a rating that a source states. */
  readonly rule: RatingRule | null;
  /** Slug of the document that states the rating; null for a calculated one. */
  readonly source: string | null;
  /** Ids of claims. */
  readonly claims: readonly string[];
  /** Null for a rating that a source states. */
  readonly figures: RatingFigures | null;
  /** Whether the guide gives the rating or a part of its grounds. */
  readonly usesGuide: boolean;
}

export interface AspectWithoutRating {
  readonly aspect: RatingAspect;
  readonly reason: string;
}

export interface Ratings {
  readonly rated: readonly Rating[];
  readonly leftOut: readonly AspectWithoutRating[];
}

/** The ratings of a career: satisfaction as a source states it, the others from the figures of the primary occupation. */
export function ratingsOf(context: Context, career: CareerEntry): MaybePromise<Ratings> {
  return context.results.get(`ratings ${career.slug}`, () => rate(context, career));
}

async function rate(context: Context, career: CareerEntry): Promise<Ratings> {
  const [calculated, { ratings: guide }] = await Promise.all([
    calculateRatings(context, career.primary),
    context.content.careerDocuments.load(career.slug),
  ]);
  const satisfaction = satisfactionOf(guide);
  const rated = calculated.flatMap(({ rating, grounds, ...rest }): Rating[] => {
    if (rating === null) return [];
    const { background, claims } = guideTextOf(guide, rest.aspect);
    const text = background ? `${grounds} ${background}` : grounds;
    return [{ ...rest, rating, grounds: text, source: null, claims, usesGuide: text !== grounds }];
  });
  const undecided = calculated.flatMap(({ aspect, rating, grounds }) =>
    rating === null ? [{ aspect, reason: grounds }] : [],
  );
  return satisfaction
    ? { rated: [satisfaction, ...rated], leftOut: undecided }
    : {
        rated,
        leftOut: [
          { aspect: 'SATISFACTION', reason: 'No source states how satisfied workers in this career are.' },
          ...undecided,
        ],
      };
}

function satisfactionOf(guide: CareerDocument['ratings']): Rating | null {
  const stated = guide.find((entry) => entry.aspect === 'SATISFACTION');
  return stated ? { ...stated, rule: null, figures: null, usesGuide: true } : null;
}

/** What the guide adds to a calculated rating. */
function guideTextOf(guide: CareerDocument['ratings'], aspect: RatingAspect) {
  for (const entry of guide) {
    if (entry.aspect === aspect && entry.aspect !== 'SATISFACTION') return entry;
  }
  return { background: null, claims: [] };
}
