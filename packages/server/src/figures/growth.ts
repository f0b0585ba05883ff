import type { Context } from '../context.js';
import type { ProjectionRow } from './loaders.js';
import { type Asked, type Resolved, resolveFigure } from './resolution.js';
import { projectionReleases } from './releases.js';

export type GrowthShape = Resolved<ProjectionRow>;

export function resolveGrowth(context: Context, asked: Asked): Promise<GrowthShape | null> {
  return resolveFigure(
    context,
    asked,
    projectionReleases(context.catalog, asked.asOf),
    (key) => context.figures.projections.load(key),
    () => true,
  );
}

/** The projection of all occupations in the same release, which the outlook's label is compared with. */
export function allOccupations(context: Context, { release }: GrowthShape): Promise<ProjectionRow | null> {
  return context.figures.projections.load({ releaseId: release.id, occupationCode: '00-0000', areaCode: 'US' });
}
