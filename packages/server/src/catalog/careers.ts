import type { Prisma } from '@careergraph/db';
import { outlookOf } from '@careergraph/domain';
import type { CareerEntry, ReleaseEntry } from './catalog.js';

/** The careers of a release of the guides, with the figures that lists are filtered and ordered by. */
export async function loadCareers(
  tx: Prisma.TransactionClient,
  releases: readonly ReleaseEntry[],
  guides: number | null,
): Promise<readonly CareerEntry[]> {
  if (guides === null) return [];
  const active = (sourceId: string) =>
    releases.find((release) => release.sourceId === sourceId && release.status === 'ACTIVE');
  const [wages, projections] = [active('bls-oews'), active('bls-ep')];
  const rows = await tx.career.findMany({
    where: { releaseId: guides },
    orderBy: [{ title: 'asc' }, { slug: 'asc' }],
    omit: { document: true },
  });
  // One after the other: an include would ask for all three at once, and a transaction has one connection.
  const ofGuides = { where: { releaseId: guides }, orderBy: { position: 'asc' } } as const;
  const occupations = bySlug(await tx.careerOccupation.findMany(ofGuides), 'careerSlug');
  const organizations = bySlug(await tx.careerOrganization.findMany(ofGuides), 'careerSlug');
  const related = bySlug(await tx.relatedCareer.findMany(ofGuides), 'fromSlug');
  const codes = ['00-0000', ...[...occupations.values()].flat().map(({ occupationCode }) => occupationCode)];
  const national = { occupationCode: { in: codes }, areaCode: 'US' };
  const medians = wages
    ? await tx.wageEstimate.findMany({
        where: { ...national, fileId: { in: [...wages.files] } },
        select: { occupationCode: true, annualP50Usd: true, annualP50Marker: true },
      })
    : [];
  const growth = projections
    ? await tx.projection.findMany({
        where: { ...national, fileId: { in: [...projections.files] } },
        select: { occupationCode: true, percentTenths: true },
      })
    : [];
  const growthOf = (code: string) => growth.find((row) => row.occupationCode === code)?.percentTenths ?? null;
  return rows.map(({ releaseId: _, ...row }) => {
    const its = occupations.get(row.slug) ?? [];
    const primary = its.find(({ role }) => role === 'PRIMARY')?.occupationCode as string;
    const median = medians.find((wage) => wage.occupationCode === primary);
    return {
      ...row,
      occupations: its,
      organizations: (organizations.get(row.slug) ?? []).map(({ organizationSlug }) => organizationSlug),
      related: (related.get(row.slug) ?? []).map(({ toSlug }) => toSlug),
      primary,
      medianAnnualUsd: median?.annualP50Usd ?? null,
      medianMarker: median?.annualP50Marker ?? null,
      growthTenths: growthOf(primary),
      outlook: outlookOf(growthOf(primary), projections?.key ?? 'none', growthOf('00-0000')),
    };
  });
}

/** Rows by the career that they are of, each in the order in which they came. */
function bySlug<T, K extends keyof T>(rows: readonly T[], key: K): ReadonlyMap<T[K], readonly T[]> {
  const groups = new Map<T[K], T[]>();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return groups;
}
