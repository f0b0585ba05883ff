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
    include: {
      occupations: { orderBy: { position: 'asc' } },
      organizations: { orderBy: { position: 'asc' } },
      related: { orderBy: { position: 'asc' } },
    },
  });
  const codes = ['00-0000', ...rows.flatMap((row) => row.occupations.map(({ occupationCode }) => occupationCode))];
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
  return rows.map(({ occupations, organizations, related, releaseId: _, ...row }) => {
    const primary = occupations.find(({ role }) => role === 'PRIMARY')?.occupationCode as string;
    const median = medians.find((wage) => wage.occupationCode === primary);
    return {
      ...row,
      occupations,
      organizations: organizations.map(({ organizationSlug }) => organizationSlug),
      related: related.map(({ toSlug }) => toSlug),
      primary,
      medianAnnualUsd: median?.annualP50Usd ?? null,
      medianMarker: median?.annualP50Marker ?? null,
      growthTenths: growthOf(primary),
      outlook: outlookOf(growthOf(primary), projections?.key ?? 'none', growthOf('00-0000')),
    };
  });
}
