import type { ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { ProjectionRow } from './loaders.js';
import { type Asked, type Resolved, resolveFigure } from './resolution.js';

export type GrowthShape = Resolved<ProjectionRow>;

export function resolveGrowth(context: Context, asked: Asked): Promise<GrowthShape | null> {
  const { catalog, figures } = context;
  const releases = catalog.releasesAsOf('bls-ep', asked.asOf);
  // Every outlook is compared with this row of its release. Requested now, it comes with the same statement.
  for (const release of releases) void allOccupations(context, release).catch(() => {});
  return resolveFigure(context, asked, { releases, others: catalog.answering('bls-ep') }, figures.projections);
}

/** The projection of all occupations in a release, which decides the label of an outlook. */
export async function allOccupations(context: Context, release: ReleaseEntry): Promise<ProjectionRow | null> {
  const key = { releases: [release], occupationCode: '00-0000', areaCode: 'US' };
  return (await context.figures.projections.load(key))?.row ?? null;
}
