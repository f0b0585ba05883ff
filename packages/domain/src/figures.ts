import type { FigureStatus } from './vocabulary/figures.js';

/** Why a figure has no number; the published sign is given where there is one. */
export type FigureMarker =
  | 'TOP_CODED'
  | 'WAGE_NOT_RELEASED'
  | 'EMPLOYMENT_NOT_RELEASED'
  | 'UNDER_HALF_PERCENT'
  | 'NOT_PUBLISHED'
  | 'NOT_STATED'
  | 'PRIVACY_SUPPRESSED'
  | 'NOT_AVAILABLE'
  | 'NOT_IN_FILE';

export const MARKERS: Readonly<Record<FigureMarker, { readonly status: FigureStatus; readonly reason: string }>> = {
  TOP_CODED: { status: 'TOP_CODED', reason: 'At or above the top code of the release, published as "#".' },
  WAGE_NOT_RELEASED: { status: 'SUPPRESSED', reason: 'The publisher does not release this wage estimate ("*").' },
  EMPLOYMENT_NOT_RELEASED: {
    status: 'SUPPRESSED',
    reason: 'The publisher does not release this employment estimate ("**").',
  },
  UNDER_HALF_PERCENT: {
    status: 'SUPPRESSED',
    reason: 'Fewer than 0.5% of establishments report the occupation ("~").',
  },
  NOT_PUBLISHED: { status: 'NOT_PUBLISHED', reason: 'The publication has no such figure.' },
  NOT_STATED: { status: 'NOT_PUBLISHED', reason: 'The page does not state this figure.' },
  PRIVACY_SUPPRESSED: {
    status: 'SUPPRESSED',
    reason: 'The publisher withholds the figure because it describes too few people ("PS").',
  },
  NOT_AVAILABLE: { status: 'NOT_PUBLISHED', reason: 'The publisher has no such figure ("NA").' },
  NOT_IN_FILE: {
    status: 'NOT_IN_FILE',
    reason: 'The loaded file has no value here and does not say why: it may have been withheld or never published.',
  },
};

/** A number in its unit, or the marker that stands in its place; never neither, never both. */
export type Figure =
  | { readonly value: number; readonly marker: null }
  | { readonly value: null; readonly marker: FigureMarker };

/**
 * Joins the two columns of a stored figure.
 *
 * @throws Error where both or neither is present, which the database's CHECK rules out
 */
export function figure(value: number | null, marker: FigureMarker | null): Figure {
  if (value !== null && marker === null) return { value, marker };
  if (value === null && marker !== null) return { value, marker };
  throw new Error(`A figure has a value or a marker, but this one has value ${value} and marker ${marker}.`);
}

const usNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** `565,840`, or `not released`. */
export function displayCount({ value, marker }: Figure): string {
  return marker === null ? usNumber.format(value) : displayMarker(marker);
}

/** `23.2%` of a figure in tenths of a percent. */
export function displayPercent({ value, marker }: Figure): string {
  return marker === null ? `${usNumber.format(value / 10)}%` : displayMarker(marker);
}

const ratio = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

/** `1.25` of a ratio in thousandths. */
export function displayQuotient({ value, marker }: Figure): string {
  return marker === null ? ratio.format(value / 1000) : displayMarker(marker);
}

export function displayMarker(marker: FigureMarker): string {
  const { status } = MARKERS[marker];
  if (status === 'NOT_IN_FILE') return 'not in the file';
  return status === 'SUPPRESSED' ? 'not released' : 'not published';
}
