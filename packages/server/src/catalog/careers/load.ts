import type { Prisma } from '@careergraph/db';
import type { CareerField, EducationLevel } from '@careergraph/domain';
import type { CareerOccupationEntry, ReleaseEntry } from '../entries.js';
import { groupBy } from '../group-by.js';
import type { Hybrids } from '../hybrids.js';
import { isActive } from '../releases.js';
import { buildCareers, type Careers } from './build.js';
import { type FigureCatalog, type FigureReleases, loadNationalFigures } from './national-figures.js';
import { type ProfileEntry, Profiles } from './profiles.js';
import type { GuideEntry } from './sources.js';

type Transaction = Prisma.TransactionClient;

export interface CareerReleases extends FigureReleases {
  readonly guides: ReleaseEntry | null;
  readonly onet: ReleaseEntry | null;
  readonly handbook: ReleaseEntry | null;
}

/** Every career of the active releases, by title. */
export async function loadCareers(tx: Transaction, releases: CareerReleases, named: FigureCatalog): Promise<Careers> {
  const guides = await loadGuides(tx, releases.guides);
  const detailed = await loadDetailedCodes(tx, releases, named.hybrids);
  const figures = await loadNationalFigures(tx, releases, named);
  const profiles = new Profiles(await loadProfiles(tx, releases.handbook));
  const { occupations } = named;
  return buildCareers({ guides, detailed, onet: releases.onet, occupations, figures, profiles });
}

async function loadGuides(tx: Transaction, guides: ReleaseEntry | null): Promise<readonly GuideEntry[]> {
  if (guides === null) return [];
  const rows = await tx.career.findMany({ where: { releaseId: guides.id }, omit: { document: true } });
  // Sequentially: an include would run all three statements at once, and a transaction has one connection.
  const inOrder = { where: { releaseId: guides.id }, orderBy: { position: 'asc' } } as const;
  const occupations = groupBy(await tx.careerOccupation.findMany(inOrder), ({ careerSlug }) => careerSlug);
  const organizations = groupBy(await tx.careerOrganization.findMany(inOrder), ({ careerSlug }) => careerSlug);
  const related = groupBy(await tx.relatedCareer.findMany(inOrder), ({ fromSlug }) => fromSlug);
  const handbook = await loadHandbookRelations(tx, guides);
  return rows.map(({ slug, title, summary, alsoCalled, field, typicalEducation }) => ({
    slug,
    title,
    summary,
    summaryPlace: { from: 'GUIDE', releaseId: guides.id },
    alsoCalled,
    field: field as CareerField,
    typicalEducation: typicalEducation as EducationLevel,
    handbook: handbook.get(slug) ?? null,
    primary: primaryOf(slug, occupations.get(slug) ?? []),
    occupations: occupations.get(slug) ?? [],
    organizations: (organizations.get(slug) ?? []).map(({ organizationSlug }) => organizationSlug),
    related: (related.get(slug) ?? []).map(({ toSlug }) => toSlug),
  }));
}

function primaryOf(slug: string, occupations: readonly CareerOccupationEntry[]): string {
  const primary = occupations.find(({ role }) => role === 'PRIMARY');
  if (!primary) throw new Error(`The career ${slug} has no primary occupation.`);
  return primary.occupationCode;
}

/** In SQL, because Prisma cannot select a part of a JSON document, and the whole document is large. */
async function loadHandbookRelations(tx: Transaction, guides: ReleaseEntry) {
  const rows = await tx.$queryRaw<{ slug: string; handbook: NonNullable<GuideEntry['handbook']> }[]>`
    SELECT slug, document -> 'handbook' AS handbook FROM career
    WHERE release_id = ${guides.id} AND document -> 'handbook' IS NOT NULL`;
  return new Map(rows.map(({ slug, handbook }) => [slug, handbook]));
}

/** In SQL, because Prisma cannot select a part of a JSON document, and the whole document is large. */
async function loadProfiles(tx: Transaction, handbook: ReleaseEntry | null): Promise<readonly ProfileEntry[]> {
  if (handbook === null) return [];
  const rows = await tx.$queryRaw<Omit<ProfileEntry, 'releaseId'>[]>`
    SELECT slug, title, singular_title AS "singularTitle", document ->> 'summary' AS summary,
           entry_education AS "entryEducation", occupation_codes AS "occupationCodes", file_id AS "fileId"
    FROM handbook_profile WHERE file_id = ANY(${[...handbook.fileIds]}::int[]) ORDER BY slug`;
  return rows.map((row) => ({ ...row, releaseId: handbook.id }));
}

/**
 * Codes of the detailed occupations that the active wages and projections list, some of which are broad in the SOC, or
 * publish under a hybrid.
 */
async function loadDetailedCodes(
  tx: Transaction,
  { wages, projections }: CareerReleases,
  hybrids: Hybrids,
): Promise<readonly string[]> {
  const releases = [...wages, ...projections].filter(isActive);
  const rows = await tx.fileOccupation.findMany({
    where: { fileId: { in: releases.flatMap(({ fileIds }) => [...fileIds]) }, level: 'DETAILED' },
    select: { code: true },
    distinct: ['code'],
    orderBy: { code: 'asc' },
  });
  const parts = releases.flatMap(({ id }) => [...(hybrids.get(id)?.keys() ?? [])]);
  return [...rows.map(({ code }) => code), ...parts];
}
