import { figure, type WageFigure } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { WageRow } from './loaders.js';
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

/** The columns of a statistic that lists are ordered by. */
export function annualColumns(statistic: WageStatistic) {
  const [annual] = COLUMNS[statistic];
  return { value: `${annual}Usd`, marker: `${annual}Marker` } as const;
}

/** False for a row of a page that states no wage at all. */
export function holdsAnyWage(row: WageRow): boolean {
  return Object.values(COLUMNS).some(
    ([annual, hourly]) => row[`${annual}Marker`] !== 'NOT_STATED' || row[`${hourly}Marker`] !== 'NOT_STATED',
  );
}

/**
 * The releases of wages that may answer, in order of preference: the official one, then the pages.
 *
 * @param asOf key of a release, e.g. `2024-05`; null for the active releases
 */
export function wageReleases(catalog: Catalog, asOf: string | null): readonly ReleaseEntry[] {
  const pages = catalog.sources.filter(({ kind }) => kind === 'PAGE').map(({ id }) => id);
  return ['bls-oews', ...pages].flatMap((sourceId) => catalog.releaseAsOf(sourceId, asOf) ?? []);
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
