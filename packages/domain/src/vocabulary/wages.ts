/** The statistics of a wage estimate. */
export const WAGE_STATISTICS = {
  MEAN: 'The mean, commonly called the average.',
  P10: 'The 10th percentile: 10% of workers earn less.',
  P25: 'The 25th percentile: 25% of workers earn less.',
  P50: 'The median, or 50th percentile: half of workers earn less.',
  P75: 'The 75th percentile: 75% of workers earn less.',
  P90: 'The 90th percentile: 90% of workers earn less.',
} as const;
export type WageStatistic = keyof typeof WAGE_STATISTICS;

/** Their names in a sentence. */
export const WAGE_STATISTIC_NAMES: Readonly<Record<WageStatistic, string>> = {
  MEAN: 'mean',
  P10: '10th percentile',
  P25: '25th percentile',
  P50: 'median',
  P75: '75th percentile',
  P90: '90th percentile',
};

const { MEAN: _, ...PERCENTILES } = WAGE_STATISTICS;
/** The percentiles that OEWS publishes. */
export const WAGE_PERCENTILES: Readonly<Omit<typeof WAGE_STATISTICS, 'MEAN'>> = PERCENTILES;

type Column = 'Mean' | Exclude<WageStatistic, 'MEAN'>;

/** Columns of a wage estimate that hold a statistic, as prisma/schema.prisma names them. */
export interface WageColumns {
  readonly annualUsd: `annual${Column}Usd`;
  readonly annualMarker: `annual${Column}Marker`;
  readonly hourlyCents: `hourly${Column}Cents`;
  readonly hourlyMarker: `hourly${Column}Marker`;
}

export function wageColumns(statistic: WageStatistic): WageColumns {
  const column = statistic === 'MEAN' ? 'Mean' : statistic;
  return {
    annualUsd: `annual${column}Usd`,
    annualMarker: `annual${column}Marker`,
    hourlyCents: `hourly${column}Cents`,
    hourlyMarker: `hourly${column}Marker`,
  };
}

export const PAY_PERIODS = {
  YEAR: 'Annual wage, as published.',
  MONTH: 'Monthly wage: the annual wage divided by 12. Its status is always `DERIVED`.',
  HOUR: 'Hourly wage, as published. It is never calculated from the annual wage.',
} as const;
export type PayPeriod = keyof typeof PAY_PERIODS;
