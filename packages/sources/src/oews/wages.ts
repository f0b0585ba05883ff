/** In the order of their size. */
export const ANNUAL_PERCENTILES = ['annualP10', 'annualP25', 'annualP50', 'annualP75', 'annualP90'] as const;
export const HOURLY_PERCENTILES = ['hourlyP10', 'hourlyP25', 'hourlyP50', 'hourlyP75', 'hourlyP90'] as const;
export const ANNUAL_WAGES = ['annualMean', ...ANNUAL_PERCENTILES] as const;
export const HOURLY_WAGES = ['hourlyMean', ...HOURLY_PERCENTILES] as const;
export const WAGES = [...ANNUAL_WAGES, ...HOURLY_WAGES] as const;
