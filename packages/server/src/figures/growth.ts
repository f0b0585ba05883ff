import type { ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { andThen, type MaybePromise } from '../maybe-promise.js';
import type { ProjectionRow } from './loaders.js';
import { type Asked, onceAsked, type Resolved, resolveFigure } from './resolution.js';

export type GrowthShape = Resolved<ProjectionRow>;

export function resolveGrowth(context: Context, asked: Asked): MaybePromise<GrowthShape | null> {
  return onceAsked(context, 'growth', asked, () => findGrowth(context, asked));
}

function findGrowth(context: Context, asked: Asked): Promise<GrowthShape | null> {
  const { catalog, figures } = context;
  const releases = catalog.releasesAsOf('bls-ep', asked.asOf);
  // Every outlook is compared with this row of its release. Requested now, it comes with the same statement.
  for (const release of releases) Promise.resolve(allOccupations(context, release)).catch(() => {});
  return resolveFigure(context, asked, { releases, others: catalog.answering('bls-ep') }, figures.projections);
}

/** The projection of all occupations in a release, which decides the label of an outlook. */
export function allOccupations(context: Context, release: ReleaseEntry): MaybePromise<ProjectionRow | null> {
  const key = { releases: [release], occupationCode: '00-0000', areaCode: 'US' };
  return andThen(context.figures.projections.load(key), (found) => found?.row ?? null);
}
