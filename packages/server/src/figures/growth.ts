import type { Context } from '../context.js';
import type { ProjectionRow } from './loaders.js';
import { type Asked, type Resolved, resolveFigure } from './resolution.js';

export type GrowthShape = Resolved<ProjectionRow>;

export function resolveGrowth(context: Context, asked: Asked): Promise<GrowthShape | null> {
  const release = context.catalog.releaseAsOf('bls-ep', asked.asOf);
  if (release === null) return Promise.resolve(null);
  // Every outlook is compared with this row. Requested now, it comes with the same statement.
  void allOccupations(context, release.id).catch(() => {});
  return resolveFigure(
    context,
    asked,
    [release],
    (key) => context.figures.projections.load(key),
    () => true,
  );
}

/** The projection of all occupations in a release, which decides the label of an outlook. */
export function allOccupations(context: Context, releaseId: number): Promise<ProjectionRow | null> {
  return context.figures.projections.load({ releaseId, occupationCode: '00-0000', areaCode: 'US' });
}
