import { displayMarker, type Figure, MARKERS } from './figures.js';
import type { FigureStatus } from './vocabulary/figures.js';
import type { PayPeriod } from './vocabulary/wages.js';

/** Wages at or above these are not published as numbers. */
export interface TopCode {
  readonly annualUsd: number;
  readonly hourlyCents: number;
}

/** One statistic of a wage estimate, as published: per year in dollars, per hour in cents. */
export interface WageFigure {
  readonly annualUsd: Figure;
  readonly hourlyCents: Figure;
  /** Top code of the release, per year in dollars and per hour in cents; null where it has none. */
  readonly topCode: TopCode | null;
  /** `ANNUAL` or `HOURLY` where only that one is released for the occupation. */
  readonly only: 'ANNUAL' | 'HOURLY' | null;
}

export interface WageAnswer {
  /** US dollars in the pay period; null where there is no figure. */
  readonly amount: number | null;
  readonly status: FigureStatus;
  /** The bound of a top-coded figure in US dollars. */
  readonly atLeast: number | null;
  /** Why there is no amount, or how it was derived; null for a figure as published. */
  readonly reason: string | null;
  readonly display: string;
}

const MONTHS = 12;

/**
 * What a wage is in a pay period. Yearly and hourly figures are as published and never computed from each other;
 * a monthly figure is the yearly one ÷ 12, rounded to the cent, and its status is `DERIVED`.
 *
 * @example wageIn({ annualUsd: { value: 74260, marker: null }, … }, 'MONTH').amount // 6188.33
 */
export function wageIn(wage: WageFigure, period: PayPeriod): WageAnswer {
  const published = period === 'HOUR' ? wage.hourlyCents : wage.annualUsd;
  const divisor = period === 'MONTH' ? MONTHS : 1;
  if (published.marker === null) {
    const amount = toUsd(published.value, period, divisor);
    return {
      amount,
      status: period === 'MONTH' ? 'DERIVED' : 'PUBLISHED',
      atLeast: null,
      reason: period === 'MONTH' ? 'The yearly figure divided by 12.' : null,
      // Formatting takes longer than the rest, and not every query asks for it.
      get display() {
        return formatUsd(amount, period);
      },
    };
  }
  if (published.marker === 'TOP_CODED' && wage.topCode) {
    const bound = toUsd(period === 'HOUR' ? wage.topCode.hourlyCents : wage.topCode.annualUsd, period, divisor);
    return {
      amount: null,
      status: 'TOP_CODED',
      atLeast: bound,
      reason: MARKERS.TOP_CODED.reason,
      display: `${formatUsd(bound, period)} or more`,
    };
  }
  const excluded = exclusionOf(wage.only, period);
  const marker = excluded === null ? published.marker : 'NOT_PUBLISHED';
  return {
    amount: null,
    status: MARKERS[marker].status,
    atLeast: null,
    reason: excluded ?? MARKERS[marker].reason,
    display: displayMarker(marker),
  };
}

function toUsd(value: number, period: PayPeriod, divisor: number): number {
  return period === 'HOUR' ? value / 100 : Math.round((value * 100) / divisor) / 100;
}

/** Why an occupation has no wage in the period at all, whatever the file has in its cell (it prints "*"). */
function exclusionOf(only: WageFigure['only'], period: PayPeriod): string | null {
  if (only === 'ANNUAL' && period === 'HOUR') {
    return 'Only yearly wages are released for this occupation; its year has no fixed number of hours.';
  }
  if (only === 'HOURLY' && period !== 'HOUR') {
    return 'Only hourly wages are released for this occupation; it does not work 2,080 hours a year.';
  }
  return null;
}

const whole = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** `$74,260` a year; `$6,188.33` a month and `$35.70` an hour. */
export function formatUsd(amount: number, period: PayPeriod): string {
  return (period === 'YEAR' ? whole : cents).format(amount);
}
