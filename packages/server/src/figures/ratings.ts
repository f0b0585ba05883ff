import {
  type CalculatedRating,
  educationLevelOf,
  educationRating,
  figure,
  growthRating,
  salaryRating,
  type WageFigure,
} from '@careergraph/domain';
import type { Context } from '../context.js';
import { allOccupations, resolveGrowth } from './growth.js';
import { type Asked, resolveFigure } from './resolution.js';
import { holdsAnyWage, wageOf } from './salary.js';

const NOT_PUBLISHED: WageFigure = {
  annualUsd: figure(null, 'NOT_PUBLISHED'),
  hourlyCents: figure(null, 'NOT_PUBLISHED'),
  topCode: null,
  only: null,
};

/**
 * Rates pay, job growth, and duration of education from the national figures of an occupation in the active official
 * releases.
 *
 * @param code code of the occupation
 */
export async function calculateRatings(context: Context, code: string): Promise<readonly CalculatedRating[]> {
  const occupation = context.catalog.occupation(code);
  if (occupation === null) return unrated(`No loaded release has the occupation ${code}.`);
  const asked = { occupation, area: context.catalog.nation(), asOf: null, exact: false };
  const [salary, projected] = await Promise.all([rateSalary(context, asked), rateProjection(context, asked)]);
  return [salary, ...projected];
}

async function rateSalary(context: Context, asked: Asked): Promise<CalculatedRating> {
  const release = context.catalog.active('bls-oews');
  if (release === null) return unratedSalary('No official wages are loaded.');
  const { wages } = context.figures;
  const [row, all] = await Promise.all([
    resolveFigure(context, asked, [release], (key) => wages.load(key), holdsAnyWage),
    wages.load({ releaseId: release.id, occupationCode: '00-0000', areaCode: 'US' }),
  ]);
  if (row === null) return unratedSalary(`${asked.occupation.title}: no wages are available for ${release.label}.`);
  const allMedian = all ? wageOf(all, release, 'P50') : NOT_PUBLISHED;
  return salaryRating(row.occupation.title, wageOf(row, release, 'P50'), allMedian, release.label);
}

async function rateProjection(context: Context, asked: Asked): Promise<readonly CalculatedRating[]> {
  const row = await resolveGrowth(context, asked);
  if (row === null) return unratedProjection(`${asked.occupation.title}: no employment projections are available.`);
  const { title } = row.occupation;
  const all = await allOccupations(context, row.release.id);
  const change = { ...row, round: row.release.key, allOccupationsTenths: all?.percentTenths ?? null };
  const education = row.entryEducation === null ? null : educationLevelOf(row.entryEducation);
  return [growthRating(title, change), educationRating(title, education)];
}

function unrated(reason: string): readonly CalculatedRating[] {
  return [unratedSalary(reason), ...unratedProjection(reason)];
}

function unratedSalary(reason: string): CalculatedRating {
  return { aspect: 'SALARY', rating: null, grounds: reason, rule: 'MEDIAN_AGAINST_ALL_OCCUPATIONS' };
}

function unratedProjection(reason: string): readonly CalculatedRating[] {
  return [
    { aspect: 'JOB_GROWTH', rating: null, grounds: reason, rule: 'OUTLOOK_LABEL' },
    { aspect: 'EDUCATION_DURATION', rating: null, grounds: reason, rule: 'TYPICAL_EDUCATION' },
  ];
}
