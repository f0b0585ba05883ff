import type { FigureStatus } from './vocabulary/figures.js';

/** How one wage relates to another, given their sampling errors. */
export const COMPARISON_VERDICTS = {
  HIGHER: 'The second figure is higher than the first by more than 1.645 standard errors of the difference.',
  LOWER: 'The second figure is lower than the first by more than 1.645 standard errors of the difference.',
  CANNOT_BE_TOLD_APART:
    'The difference is at most 1.645 standard errors: samples from equal wages often differ as much. This does not show that the wages are equal.',
  NOT_COMPARABLE: 'The figures must not be compared, or cannot be. `reason` says why.',
} as const;
export type ComparisonVerdict = keyof typeof COMPARISON_VERDICTS;

export const NOT_COMPARABLE_REASONS = {
  NO_FIGURE: 'One of the two has no figure.',
  SAME_ESTIMATE: 'Both are answered by the same published row.',
  SUPPRESSED: 'The publisher does not release one of the two figures.',
  TOP_CODED: 'Only a lower bound is published for one of the two figures.',
  OTHER_RELEASE: 'The figures are from different releases, and OEWS is not a time series.',
  OVERLAPPING_AREAS: 'One area contains the other, at least in part, so the same workers count in both figures.',
  OVERLAPPING_OCCUPATIONS:
    'One occupation contains the other, at least in part, so the figures are not of separate groups of workers.',
  NO_STANDARD_ERROR: 'No standard error is published for one of the two figures. For percentiles, none ever is.',
} as const;
export type NotComparableReason = keyof typeof NOT_COMPARABLE_REASONS;

/** Standard errors on either side of an estimate that make a 90% interval. */
export const STANDARD_ERRORS_AT_90_PERCENT = 1.645;

/** A place in a hierarchy: an area or an occupation. */
export interface Extent {
  readonly code: string;
  /** Codes of what contains it, or of what it contains, at least in part. Listing one direction is enough. */
  readonly related: readonly string[];
}

/** A published wage per year, with what decides whether it may be compared. */
export interface Estimate {
  /** Identifies the published row. */
  readonly row: string;
  /** Identifies the release. */
  readonly release: string;
  readonly area: Extent;
  readonly occupation: Extent;
  /** US dollars per year; null if there is no number, and the status says why. */
  readonly amountUsd: number | null;
  readonly status: FigureStatus;
  /** US dollars per year. */
  readonly standardErrorUsd: number | null;
}

/** A difference with its sampling error, in US dollars per year, not rounded. */
export interface MeasuredDifference {
  readonly differenceUsd: number;
  readonly standardErrorUsd: number;
  readonly lowUsd: number;
  readonly highUsd: number;
}

export type ComparisonOutcome =
  | {
      readonly verdict: Exclude<ComparisonVerdict, 'NOT_COMPARABLE'>;
      readonly reason: null;
      readonly measured: MeasuredDifference;
    }
  | {
      readonly verdict: 'NOT_COMPARABLE';
      readonly reason: NotComparableReason;
      readonly measured: null;
    };

/**
 * The standard error of a mean, in US dollars per year.
 *
 * @param prseTenths the relative standard error in tenths of a percent of the mean, as published
 * @example standardErrorOf(131_000, 10) // 1310
 */
export function standardErrorOf(meanUsd: number, prseTenths: number): number {
  return (meanUsd * prseTenths) / 1000;
}

/** How `to` relates to `from`; null stands for an answer without any row. */
export function compareEstimates(from: Estimate | null, to: Estimate | null): ComparisonOutcome {
  const reason = reasonNotTo(from, to);
  if (reason !== null) return { verdict: 'NOT_COMPARABLE', reason, measured: null };
  // Without a reason, both have both numbers.
  const measured = measure(from as Measured, to as Measured);
  const isWithin = Math.abs(measured.differenceUsd) <= STANDARD_ERRORS_AT_90_PERCENT * measured.standardErrorUsd;
  const verdict = isWithin ? 'CANNOT_BE_TOLD_APART' : measured.differenceUsd > 0 ? 'HIGHER' : 'LOWER';
  return { verdict, reason: null, measured };
}

type Measured = Estimate & { readonly amountUsd: number; readonly standardErrorUsd: number };

function measure(from: Measured, to: Measured): MeasuredDifference {
  const differenceUsd = to.amountUsd - from.amountUsd;
  const standardErrorUsd = Math.sqrt(from.standardErrorUsd ** 2 + to.standardErrorUsd ** 2);
  const margin = STANDARD_ERRORS_AT_90_PERCENT * standardErrorUsd;
  return { differenceUsd, standardErrorUsd, lowUsd: differenceUsd - margin, highUsd: differenceUsd + margin };
}

function reasonNotTo(from: Estimate | null, to: Estimate | null): NotComparableReason | null {
  if (from === null || to === null) return 'NO_FIGURE';
  if (from.row === to.row) return 'SAME_ESTIMATE';
  for (const { amountUsd, status } of [from, to]) {
    if (amountUsd === null) return status === 'SUPPRESSED' || status === 'TOP_CODED' ? status : 'NO_FIGURE';
  }
  if (from.release !== to.release) return 'OTHER_RELEASE';
  if (overlap(from.area, to.area)) return 'OVERLAPPING_AREAS';
  if (overlap(from.occupation, to.occupation)) return 'OVERLAPPING_OCCUPATIONS';
  return from.standardErrorUsd === null || to.standardErrorUsd === null ? 'NO_STANDARD_ERROR' : null;
}

function overlap(a: Extent, b: Extent): boolean {
  return a.code !== b.code && (a.related.includes(b.code) || b.related.includes(a.code));
}
