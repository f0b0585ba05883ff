import {
  type ComparisonOutcome,
  type MeasuredDifference,
  type NotComparableReason,
  STANDARD_ERRORS_AT_90_PERCENT,
} from './comparison.js';
import { WAGE_STATISTIC_NAMES, type WageStatistic } from './vocabulary/wages.js';

/** A figure in the words of a sentence. */
export interface ComparedSide {
  /** `Registered Nurses (29-1141)`: of the published row, or of the query if there is no row. */
  readonly occupation: string;
  /** `Texas`, `the United States` */
  readonly area: string;
  /** `May 2025`; null if there is no row. */
  readonly release: string | null;
  /** Why there is no number or no standard error, as a sentence; null if there are both. */
  readonly lack: string | null;
}

/** A figure in a calculation. */
export interface ComparedNumber {
  readonly amountUsd: number;
  readonly prseTenths: number;
  readonly standardErrorUsd: number;
}

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `4,000`, `989.90` */
function plain(amount: number): string {
  return (Number.isInteger(amount) ? whole : cents).format(amount);
}

/** `$4,000`, `−$701.25` */
function usd(amount: number): string {
  return amount < 0 ? `−${usd(-amount)}` : `$${plain(amount)}`;
}

/** `$4,000`, for sentences */
function dollars(amount: number): string {
  return usd(Math.round(amount));
}

/** The outcome as a sentence for readers. */
export function explainComparison(
  statistic: WageStatistic,
  from: ComparedSide,
  to: ComparedSide,
  outcome: ComparisonOutcome,
): string {
  if (outcome.verdict === 'NOT_COMPARABLE') return WHY_NOT[outcome.reason](from, to);
  const { differenceUsd, standardErrorUsd } = outcome.measured;
  const subject = `The ${WAGE_STATISTIC_NAMES[statistic]} wage of ${to.occupation} in ${to.area}`;
  const margin = dollars(STANDARD_ERRORS_AT_90_PERCENT * standardErrorUsd);
  const size = dollars(Math.abs(differenceUsd));
  if (outcome.verdict === 'CANNOT_BE_TOLD_APART') {
    return `${subject} cannot be told apart from that ${otherOf(from, to)}: the difference of ${size} a year is within the sampling error of ±${margin}.`;
  }
  return `${subject} is ${size} a year ${outcome.verdict.toLowerCase()} than that ${otherOf(from, to)}: the difference is larger than the sampling error of ±${margin}.`;
}

/** What differs: `in Texas`, or `of Registered Nurses (29-1141)`. */
function otherOf(from: ComparedSide, to: ComparedSide): string {
  if (from.occupation === to.occupation) return `in ${from.area}`;
  return from.area === to.area ? `of ${from.occupation}` : `of ${from.occupation} in ${from.area}`;
}

type Words = (from: ComparedSide, to: ComparedSide) => string;

const nameOf = ({ occupation, area }: ComparedSide) => `${occupation} in ${area}`;

/** The reasons of the sides that lack something, each named unless both lack it for the same reason. */
const lackOf: Words = (from, to) => {
  const lacks = [from, to].flatMap((side) => (side.lack === null ? [] : [`${nameOf(side)}: ${side.lack}`]));
  return `Not comparable. ${lacks.join(' ')}`;
};

const WHY_NOT: Readonly<Record<NotComparableReason, Words>> = {
  NO_FIGURE: lackOf,
  SUPPRESSED: lackOf,
  TOP_CODED: lackOf,
  NO_STANDARD_ERROR: lackOf,
  SAME_ESTIMATE: (from) => `Not comparable: both are answered by the same figure, that of ${nameOf(from)}.`,
  OTHER_RELEASE: (from, to) =>
    `Not comparable: the figure of ${nameOf(from)} is from ${from.release} and that of ${nameOf(to)} from ${to.release}. OEWS is not a time series.`,
  OVERLAPPING_AREAS: (from, to) =>
    `Not comparable: ${from.area} and ${to.area} overlap, so the same workers count in both figures.`,
  OVERLAPPING_OCCUPATIONS: (from, to) =>
    `Not comparable: ${from.occupation} and ${to.occupation} overlap, because one contains the other at least in part.`,
};

/**
 * The calculation behind a verdict, as text that a reader can follow with a pocket calculator.
 *
 * @example "$131,000 − $127,000 = $4,000; standard errors $131,000 × 1% = $1,310 and …"
 */
export function comparisonArithmetic(from: ComparedNumber, to: ComparedNumber, measured: MeasuredDifference): string {
  const { differenceUsd, standardErrorUsd, lowUsd, highUsd } = measured;
  const errorOf = ({ amountUsd, prseTenths, standardErrorUsd: error }: ComparedNumber) =>
    `${usd(amountUsd)} × ${number.format(prseTenths / 10)}% = ${usd(error)}`;
  const squares = [to, from].map((side) => `${plain(side.standardErrorUsd)}²`).join(' + ');
  return [
    `${usd(to.amountUsd)} − ${usd(from.amountUsd)} = ${usd(differenceUsd)}`,
    `standard errors ${errorOf(to)} and ${errorOf(from)}`,
    `of the difference √(${squares}) = ${usd(standardErrorUsd)}`,
    `90% interval ${usd(differenceUsd)} ± ${STANDARD_ERRORS_AT_90_PERCENT} × ${usd(standardErrorUsd)} = ${usd(lowUsd)} to ${usd(highUsd)}`,
  ].join('; ');
}

/** How figures are compared and where the formulas come from, with what readers must know. */
export function comparisonTreatment(comparedPairs: number): string {
  const expected = number.format(comparedPairs / 10);
  return [
    'The standard error of a mean is the mean × its relative standard error, which BLS defines as the ratio of the standard error to the estimate ("About the May … Estimates" of OEWS; method: OEWS Technical Notes, https://www.bls.gov/oes/current/oes_tec.htm). It is published to a tenth of a percent, so a difference near the limit could fall on either side of it.',
    `The standard error of a difference is √(a² + b²), the formula for two independent estimates (U.S. Census Bureau, standard errors of the Current Population Survey, formula 4). The interval is the difference ± ${STANDARD_ERRORS_AT_90_PERCENT} standard errors: 90% confidence, the level at which BLS states differences in, for example, the Employment Cost Index.`,
    'Covariances are not published and are taken as 0. But two occupations in one area come from the same establishments, and since May 2021 wages are estimated with a model that also uses establishments elsewhere.',
    'BLS publishes no standard errors of percentiles. Sampling errors do not cover other errors, such as wrong answers.',
    comparedPairs === 0
      ? 'No pair of figures was compared.'
      : `${number.format(comparedPairs)} ${comparedPairs === 1 ? 'pair was' : 'pairs were'} compared. If no two wages really differed, ${expected} (10%) would still be expected to show a difference by chance.`,
  ].join(' ');
}
