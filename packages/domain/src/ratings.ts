import { outlookOf } from './growth.js';
import type { OutlookLabel } from './vocabulary/figures.js';
import { EDUCATION_LEVELS, type EducationLevel, type RatingAspect, type RatingLevel } from './vocabulary/guides.js';
import type { PayPeriod } from './vocabulary/wages.js';
import { wordsOf } from './vocabulary/words.js';
import { formatUsd, type WageFigure, wageIn } from './wages.js';

/** How each rating is calculated, by rule. */
export const RATING_RULES = {
  MEDIAN_AGAINST_ALL_OCCUPATIONS:
    'The rating compares the national median wage with the median for all occupations in the same release. Pay is high if it is at least 25% more, low if it is at least 20% less, and medium in between. Differences are rounded to a whole percent.',
  OUTLOOK_LABEL:
    'The rating follows the outlook label of the projected change in employment. Growth is high if it is faster or much faster than average, medium if it is about average, and low if it is slower, if there is little or no change, or if employment declines.',
  TYPICAL_EDUCATION:
    "The rating follows the typical entry-level education in the Employment Projections of the Bureau of Labor Statistics: high for a bachelor's degree or more, medium for an associate's degree, and low for less. Only this education counts, not shorter training for the career itself.",
} as const;
export type RatingRule = keyof typeof RATING_RULES;

export interface CalculatedRating {
  readonly aspect: RatingAspect;
  /** Null where the figures do not decide; `grounds` says why. */
  readonly rating: RatingLevel | null;
  /** One or two sentences for readers, with the figures. */
  readonly grounds: string;
  readonly rule: RatingRule;
}

const HIGH_SALARY_PERCENT = 25;
const LOW_SALARY_PERCENT = -20;

/**
 * Rates pay: the median wage of an occupation against that of all occupations. Compares hourly wages where only those
 * are released, and yearly wages otherwise.
 *
 * @param occupation plural title, e.g. `Medical and Health Services Managers`; the grounds begin with it
 * @param median national median of the occupation
 * @param allOccupations national median of all occupations (00-0000) in the same release
 * @param release label of the release, e.g. `May 2024`
 */
export function salaryRating(
  occupation: string,
  median: WageFigure,
  allOccupations: WageFigure,
  release: string,
): CalculatedRating {
  const period: PayPeriod = median.only === 'HOURLY' ? 'HOUR' : 'YEAR';
  const wage = wageIn(median, period);
  const average = wageIn(allOccupations, period).amount;
  const usd = wage.amount ?? wage.atLeast;
  const base = { aspect: 'SALARY', rule: 'MEDIAN_AGAINST_ALL_OCCUPATIONS' } as const;
  if (usd === null) {
    return { ...base, rating: null, grounds: `${occupation}: no national median is available for ${release}.` };
  }
  if (average === null) {
    return { ...base, rating: null, grounds: `No median of all occupations is available for ${release}.` };
  }
  const percent = Math.round((usd / average - 1) * 100);
  const topCoded = wage.amount === null;
  const high = percent >= HIGH_SALARY_PERCENT;
  const rating = high ? 'HIGH' : topCoded ? null : percent <= LOW_SALARY_PERCENT ? 'LOW' : 'MEDIUM';
  const unit = period === 'HOUR' ? 'per hour' : 'per year';
  const amount = `${formatUsd(usd, period)}${topCoded ? ' or more' : ''} ${unit}`;
  const difference = `${topCoded ? 'at least ' : ''}${differenceOf(percent)}`;
  return {
    ...base,
    rating,
    grounds: `${occupation} earned a median of ${amount} in ${release}, ${difference} the median of all occupations (${formatUsd(average, period)}).`,
  };
}

function differenceOf(percent: number): string {
  if (percent === 0) return 'about the same as';
  return `${Math.abs(percent)}% ${percent > 0 ? 'more' : 'less'} than`;
}

const OUTLOOK_RATINGS: Readonly<Record<OutlookLabel, RatingLevel>> = {
  MUCH_FASTER_THAN_AVERAGE: 'HIGH',
  FASTER_THAN_AVERAGE: 'HIGH',
  AVERAGE: 'MEDIUM',
  SLOWER_THAN_AVERAGE: 'LOW',
  LITTLE_OR_NO_CHANGE: 'LOW',
  DECLINE: 'LOW',
};

export interface ProjectedChange {
  /** Key of the projections release, e.g. `2024-34`. */
  readonly round: string;
  readonly baseYear: number;
  readonly projectedYear: number;
  /** Change in employment in tenths of a percent; null where it is not published. */
  readonly percentTenths: number | null;
  /** Change of all occupations (00-0000) in the same release. */
  readonly allOccupationsTenths: number | null;
}

/**
 * Rates job growth by the outlook label.
 *
 * @param occupation plural title, e.g. `Medical and health services managers`; the grounds begin with it
 */
export function growthRating(occupation: string, change: ProjectedChange): CalculatedRating {
  const { round, baseYear, projectedYear, percentTenths, allOccupationsTenths } = change;
  const { label, rule } = outlookOf(percentTenths, round, allOccupationsTenths);
  const base = { aspect: 'JOB_GROWTH', rule: 'OUTLOOK_LABEL' } as const;
  if (label === null || percentTenths === null) return { ...base, rating: null, grounds: rule };
  const jobs =
    percentTenths === 0
      ? `as many jobs in ${projectedYear} as in ${baseYear}`
      : `${moreOrFewer(percentTenths)} jobs in ${projectedYear} than in ${baseYear}`;
  return {
    ...base,
    rating: OUTLOOK_RATINGS[label],
    grounds: `${occupation} are projected to have ${jobs}${besideAll(percentTenths, allOccupationsTenths)}.`,
  };
}

function besideAll(percentTenths: number, allOccupationsTenths: number | null): string {
  if (allOccupationsTenths === null) return '';
  if (percentTenths === allOccupationsTenths) return ', the same change as for all occupations';
  const average = allOccupationsTenths === 0 ? 'no change' : moreOrFewer(allOccupationsTenths);
  return `, compared with ${average} for all occupations`;
}

function moreOrFewer(percentTenths: number): string {
  return `${(Math.abs(percentTenths) / 10).toFixed(1)}% ${percentTenths > 0 ? 'more' : 'fewer'}`;
}

/**
 * Years of full-time study as the agency defines its categories:
 * https://www.bls.gov/emp/documentation/education/tech.htm
 */
const EDUCATION: Readonly<Record<EducationLevel, readonly [RatingLevel, string]>> = {
  NONE: ['LOW', 'need no diploma or degree to start'],
  HIGH_SCHOOL: ['LOW', 'start with a high school diploma or its equivalent'],
  SOME_COLLEGE: ['LOW', 'start with some college courses but no degree'],
  POSTSECONDARY_CERTIFICATE: [
    'LOW',
    'start with a certificate or another award below a degree, which takes from a few weeks to two years after high school',
  ],
  ASSOCIATE: ['MEDIUM', "start with an associate's degree, which takes at least two years of full-time study"],
  BACHELOR: ['HIGH', "start with a bachelor's degree, which takes at least four years of full-time study"],
  MASTER: ['HIGH', "start with a master's degree, which takes one or two years after a bachelor's degree"],
  DOCTORAL: [
    'HIGH',
    "start with a doctoral or professional degree, which takes at least three years after a bachelor's degree",
  ],
};

/**
 * Rates the duration of education by the typical education at entry.
 *
 * @param occupation plural title; the grounds begin with it
 * @param education null where the projections state none
 */
export function educationRating(occupation: string, education: EducationLevel | null): CalculatedRating {
  const base = { aspect: 'EDUCATION_DURATION', rule: 'TYPICAL_EDUCATION' } as const;
  if (education === null) {
    return {
      ...base,
      rating: null,
      grounds: `${occupation}: the Employment Projections state no typical entry-level education.`,
    };
  }
  const [rating, words] = EDUCATION[education];
  return { ...base, rating, grounds: `${occupation} typically ${words}.` };
}

const LEVELS = new Map(wordsOf(EDUCATION_LEVELS).map((level) => [EDUCATION_LEVELS[level].replace(/\.$/, ''), level]));

/**
 * The level of a category of the Employment Projections; null for text that is not one of them, such as "—".
 *
 * @example educationLevelOf("Bachelor's degree") // 'BACHELOR'
 */
export function educationLevelOf(category: string): EducationLevel | null {
  return LEVELS.get(category.replaceAll('’', "'")) ?? null;
}
