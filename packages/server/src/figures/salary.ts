import {
  figure,
  WAGE_STATISTICS,
  type WageFigure,
  type WageStatistic,
  wageColumns,
  wordsOf,
} from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { WageRow } from './loaders.js';
import { type Asked, type Resolved, resolveFigure } from './resolution.js';

export type SalaryShape = Resolved<WageRow>;

export function wageOf(row: WageRow, release: ReleaseEntry, statistic: WageStatistic): WageFigure {
  const { annualUsd, annualMarker, hourlyCents, hourlyMarker } = wageColumns(statistic);
  const { topCodeAnnualUsd, topCodeHourlyCents } = release;
  return {
    annualUsd: figure(row[annualUsd], row[annualMarker]),
    hourlyCents: figure(row[hourlyCents], row[hourlyMarker]),
    topCode:
      topCodeAnnualUsd === null || topCodeHourlyCents === null
        ? null
        : { annualUsd: topCodeAnnualUsd, hourlyCents: topCodeHourlyCents },
    only: row.annualOnly ? 'ANNUAL' : row.hourlyOnly ? 'HOURLY' : null,
  };
}

const STATISTICS = wordsOf(WAGE_STATISTICS).map(wageColumns);

/** False for a row of a page that states no wage at all. */
export function holdsAnyWage(row: WageRow): boolean {
  return STATISTICS.some(
    ({ annualMarker, hourlyMarker }) => row[annualMarker] !== 'NOT_STATED' || row[hourlyMarker] !== 'NOT_STATED',
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
