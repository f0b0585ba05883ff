import type { Context } from '../context.js';
import type { ProjectionRow } from './loaders.js';
import { projectionReleases } from './releases.js';
import { type Asked, type Resolved, resolveFigure } from './resolution.js';

export type GrowthShape = Resolved<ProjectionRow>;

export function resolveGrowth(context: Context, asked: Asked): Promise<GrowthShape | null> {
  const releases = projectionReleases(context.catalog, asked.asOf);
  // Every outlook is compared with this row: asked for now, it comes with the same statement.
  for (const { id } of releases) void allOccupations(context, id).catch(() => {});
  return resolveFigure(
    context,
    asked,
    releases,
    (key) => context.figures.projections.load(key),
    () => true,
  );
}

/** The projection of all occupations in a release, which the outlook's label is compared with. */
export function allOccupations(context: Context, releaseId: number): Promise<ProjectionRow | null> {
  return context.figures.projections.load({ releaseId, occupationCode: '00-0000', areaCode: 'US' });
}
