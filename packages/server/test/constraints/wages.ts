/** Columns of a wage estimate, as the cases of the constraints fill them. */

export type Row = Readonly<Record<string, unknown>>;

export const STATISTICS = ['Mean', 'P10', 'P25', 'P50', 'P75', 'P90'] as const;
export const PERCENTILES = STATISTICS.slice(1);
export const UNITS = [
  ['annual', 'Usd'],
  ['hourly', 'Cents'],
] as const;
export type Period = (typeof UNITS)[number][0];

export const value = (period: Period, statistic: string) =>
  `${period}${statistic}${period === 'annual' ? 'Usd' : 'Cents'}`;
export const marker = (period: Period, statistic: string) => `${period}${statistic}Marker`;
export const number = (period: Period, statistic: string, figure: number): Row => ({
  [value(period, statistic)]: figure,
  [marker(period, statistic)]: null,
});
export const marked = (period: Period, statistic: string, reason = 'NOT_PUBLISHED'): Row => ({
  [value(period, statistic)]: null,
  [marker(period, statistic)]: reason,
});
export const merge = (...rows: readonly Row[]): Row => Object.assign({}, ...rows) as Row;

/** Nothing of the period is published. */
export const without = (period: Period) => merge(...STATISTICS.map((statistic) => marked(period, statistic)));
/** Everything of the period is published, each percentile above the one before. */
export const full = (period: Period) =>
  merge(...STATISTICS.map((statistic, index) => number(period, statistic, 1_000 * (index + 1))));

/** What a row of wages holds besides wages and employment. */
export const NOT_WAGES = [
  ['employmentPrse', 'employmentPrseTenths'],
  ['meanPrse', 'meanPrseTenths'],
  ['jobsPer1000', 'jobsPer1000Thousandths'],
  ['locationQuotient', 'locationQuotientThousandths'],
] as const;
