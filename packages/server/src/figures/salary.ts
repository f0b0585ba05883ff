import { figure, type WageFigure, type WageStatistic, wageColumns } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { MaybePromise } from '../maybe-promise.js';
import type { WageRow } from './loaders.js';
import { type Asked, onceAsked, type Resolved, resolveFigure } from './resolution.js';

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

/**
 * The releases that are asked for wages, in order of preference: the official ones, then the pages.
 *
 * @param asOf key of a release, e.g. `2024-05`; null for those that answer by default
 */
export function wageReleases(catalog: Catalog, asOf: string | null): readonly ReleaseEntry[] {
  const pages = catalog.sources.filter(({ kind }) => kind === 'PAGE').map(({ id }) => id);
  return ['bls-oews', ...pages].flatMap((sourceId) => catalog.releasesAsOf(sourceId, asOf));
}

export function resolveSalary(context: Context, asked: Asked): MaybePromise<SalaryShape | null> {
  return onceAsked(context, 'salary', asked, () => findSalary(context, asked));
}

function findSalary(context: Context, asked: Asked): Promise<SalaryShape | null> {
  const { catalog, figures } = context;
  const releases = wageReleases(catalog, asked.asOf);
  return resolveFigure(context, asked, { releases, others: catalog.answering('bls-oews') }, figures.wages);
}
