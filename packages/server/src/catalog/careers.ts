import type { Prisma } from '@careergraph/db';
import { type CareerField, type EducationLevel, outlookOf } from '@careergraph/domain';
import type { CareerEntry, ReleaseEntry } from './entries.js';
import { groupBy } from './group-by.js';

type Transaction = Prisma.TransactionClient;

/** The row of all occupations, which an outlook is compared with. */
const ALL_OCCUPATIONS = '00-0000';

export interface CareerReleases {
  readonly guides: ReleaseEntry | null;
  readonly wages: ReleaseEntry | null;
  readonly projections: ReleaseEntry | null;
}

/** The careers of the guides, by title, with the figures that lists of careers are filtered and ordered by. */
export async function loadCareers(
  tx: Transaction,
  { guides, wages, projections }: CareerReleases,
): Promise<readonly CareerEntry[]> {
  if (guides === null) return [];
  const rows = await tx.career.findMany({
    where: { releaseId: guides.id },
    orderBy: [{ title: 'asc' }, { slug: 'asc' }],
    omit: { document: true },
  });
  // Sequentially: an include would run all three statements at once, and a transaction has one connection.
  const inOrder = { where: { releaseId: guides.id }, orderBy: { position: 'asc' } } as const;
  const occupations = groupBy(await tx.careerOccupation.findMany(inOrder), ({ careerSlug }) => careerSlug);
  const organizations = groupBy(await tx.careerOrganization.findMany(inOrder), ({ careerSlug }) => careerSlug);
  const related = groupBy(await tx.relatedCareer.findMany(inOrder), ({ fromSlug }) => fromSlug);
  const codes = [...occupations.values()].flat().map(({ occupationCode }) => occupationCode);
  const medianOf = await loadMedians(tx, wages, codes);
  const growthOf = await loadGrowth(tx, projections, [ALL_OCCUPATIONS, ...codes]);
  return rows.map(({ releaseId: _, ...row }) => {
    const careerOccupations = occupations.get(row.slug) ?? [];
    const primary = careerOccupations.find(({ role }) => role === 'PRIMARY');
    if (!primary) throw new Error(`The career ${row.slug} has no primary occupation.`);
    const code = primary.occupationCode;
    return {
      ...row,
      field: row.field as CareerField,
      typicalEducation: row.typicalEducation as EducationLevel,
      occupations: careerOccupations,
      organizations: (organizations.get(row.slug) ?? []).map(({ organizationSlug }) => organizationSlug),
      related: (related.get(row.slug) ?? []).map(({ toSlug }) => toSlug),
      primary: code,
      ...medianOf(code),
      growthTenths: growthOf(code),
      outlook: outlookOf(growthOf(code), projections?.key ?? 'none', growthOf(ALL_OCCUPATIONS)),
    };
  });
}

async function loadMedians(tx: Transaction, wages: ReleaseEntry | null, codes: readonly string[]) {
  const rows =
    wages === null
      ? []
      : await tx.wageEstimate.findMany({
          where: nationalRows(wages, codes),
          select: { occupationCode: true, annualP50Usd: true, annualP50Marker: true },
        });
  return (code: string) => {
    const row = rows.find(({ occupationCode }) => occupationCode === code);
    return { medianAnnualUsd: row?.annualP50Usd ?? null, medianMarker: row?.annualP50Marker ?? null };
  };
}

async function loadGrowth(tx: Transaction, projections: ReleaseEntry | null, codes: readonly string[]) {
  const rows =
    projections === null
      ? []
      : await tx.projection.findMany({
          where: nationalRows(projections, codes),
          select: { occupationCode: true, percentTenths: true },
        });
  return (code: string) => rows.find(({ occupationCode }) => occupationCode === code)?.percentTenths ?? null;
}

function nationalRows({ fileIds }: ReleaseEntry, codes: readonly string[]) {
  return { occupationCode: { in: [...codes] }, areaCode: 'US', fileId: { in: [...fileIds] } };
}
