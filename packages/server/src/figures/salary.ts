import { figure, type WageFigure } from '@careergraph/domain';
import type { ReleaseEntry } from '../catalog/catalog.js';
import type { Context } from '../context.js';
import type { WageRow } from './loaders.js';
import { wageReleases } from './releases.js';
import { type Asked, type Resolved, resolveFigure } from './resolution.js';

export type SalaryShape = Resolved<WageRow>;

export const WAGE_STATISTICS = ['MEAN', 'P10', 'P25', 'P50', 'P75', 'P90'] as const;
export type WageStatistic = (typeof WAGE_STATISTICS)[number];

const COLUMNS = {
  MEAN: ['annualMean', 'hourlyMean'],
  P10: ['annualP10', 'hourlyP10'],
  P25: ['annualP25', 'hourlyP25'],
  P50: ['annualP50', 'hourlyP50'],
  P75: ['annualP75', 'hourlyP75'],
  P90: ['annualP90', 'hourlyP90'],
} as const satisfies Record<WageStatistic, readonly [string, string]>;

export function wageOf(row: WageRow, release: ReleaseEntry, statistic: WageStatistic): WageFigure {
  const [annual, hourly] = COLUMNS[statistic];
  const { topCodeAnnualUsd, topCodeHourlyCents } = release;
  return {
    annualUsd: figure(row[`${annual}Usd`], row[`${annual}Marker`]),
    hourlyCents: figure(row[`${hourly}Cents`], row[`${hourly}Marker`]),
    topCode:
      topCodeAnnualUsd === null || topCodeHourlyCents === null
        ? null
        : { annualUsd: topCodeAnnualUsd, hourlyCents: topCodeHourlyCents },
    only: row.annualOnly ? 'ANNUAL' : row.hourlyOnly ? 'HOURLY' : null,
  };
}

/** False for a row of which a page states no wage at all. */
export function holdsAnyWage(row: WageRow): boolean {
  return Object.values(COLUMNS).some(
    ([annual, hourly]) => row[`${annual}Marker`] !== 'NOT_STATED' || row[`${hourly}Marker`] !== 'NOT_STATED',
  );
}

export function resolveSalary(context: Context, asked: Asked): Promise<SalaryShape | null> {
  return resolveFigure(
    context,
    asked,
    wageReleases(context.catalog, asked.asOf),
    (key) => context.figures.wages.load(key),
    holdsAnyWage,
  );
}
