import {
  type CalculatedRating,
  educationLevelOf,
  educationRating,
  figure,
  growthRating,
  salaryRating,
  type WageFigure,
} from '@careergraph/domain';
import type { ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { allOccupations, resolveGrowth } from './growth.js';
import { type Asked, type Resolved, resolveFigure } from './resolution.js';
import { wageOf } from './salary.js';

const NOT_PUBLISHED: WageFigure = {
  annualUsd: figure(null, 'NOT_PUBLISHED'),
  hourlyCents: figure(null, 'NOT_PUBLISHED'),
  topCode: null,
  only: null,
};

/** The row of figures that a rating is calculated from. */
export type RatingFigures = Pick<Resolved<unknown>, 'occupation' | 'release' | 'resolution'>;

export interface RatingOfFigures extends CalculatedRating {
  /** Null if no loaded release has a row for the occupation. */
  readonly figures: RatingFigures | null;
}

/**
 * Rates pay, job growth, and duration of education from the national official figures of an occupation.
 *
 * @param code code of the occupation
 */
export async function calculateRatings(context: Context, code: string): Promise<readonly RatingOfFigures[]> {
  const occupation = context.catalog.occupation(code);
  if (occupation === null) return unrated(`No loaded release has the occupation ${code}.`);
  const asked = { occupation, area: context.catalog.nation(), asOf: null, exact: false };
  const [salary, projected] = await Promise.all([rateSalary(context, asked), rateProjection(context, asked)]);
  return [salary, ...projected];
}

async function rateSalary(context: Context, asked: Asked): Promise<RatingOfFigures> {
  const releases = context.catalog.releasesAsOf('bls-oews', null);
  const { wages } = context.figures;
  const ofAll = (release: ReleaseEntry) =>
    wages.load({ releases: [release], occupationCode: '00-0000', areaCode: 'US' });
  // Pay is compared with this row of its release. Requested now, it comes with the same statement.
  for (const release of releases) Promise.resolve(ofAll(release)).catch(() => {});
  const found = await resolveFigure(context, asked, { releases, others: releases }, wages);
  if (found === null) return unratedSalary(`${asked.occupation.title}: no official wages are available.`);
  const { row, occupation, release } = found;
  const all = await ofAll(release);
  const allMedian = all ? wageOf(all.row, release, 'P50') : NOT_PUBLISHED;
  const rating = salaryRating(occupation.title, wageOf(row, release, 'P50'), allMedian, release.label);
  return { ...rating, figures: found };
}

async function rateProjection(context: Context, asked: Asked): Promise<readonly RatingOfFigures[]> {
  const found = await resolveGrowth(context, asked);
  if (found === null) return unratedProjection(`${asked.occupation.title}: no employment projections are available.`);
  const { row, occupation, release } = found;
  const { title } = occupation;
  const all = await allOccupations(context, release);
  const change = { ...row, round: release.key, allOccupationsTenths: all?.percentTenths ?? null };
  const education = row.entryEducation === null ? null : educationLevelOf(row.entryEducation);
  const ratings = [growthRating(title, change), educationRating(title, education)];
  return ratings.map((rating) => ({ ...rating, figures: found }));
}

function unrated(reason: string): readonly RatingOfFigures[] {
  return [unratedSalary(reason), ...unratedProjection(reason)];
}

function unratedSalary(reason: string): RatingOfFigures {
  return { aspect: 'SALARY', rating: null, grounds: reason, rule: 'MEDIAN_AGAINST_ALL_OCCUPATIONS', figures: null };
}

function unratedProjection(reason: string): readonly RatingOfFigures[] {
  return [
    { aspect: 'JOB_GROWTH', rating: null, grounds: reason, rule: 'OUTLOOK_LABEL', figures: null },
    { aspect: 'EDUCATION_DURATION', rating: null, grounds: reason, rule: 'TYPICAL_EDUCATION', figures: null },
  ];
}
