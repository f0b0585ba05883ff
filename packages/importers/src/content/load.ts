import { createHash } from 'node:crypto';
import type { OpenDatabase, Prisma } from '@careergraph/db';
import { levelOf, STATES } from '@careergraph/domain';
import { auditGuides } from '../guides/audits.js';
import { normalizeGuides, pageSourceId } from '../guides/normalize.js';
import { pageWages } from '../guides/page-wages.js';
import { type GuideFiles, parseGuides } from '../guides/parse.js';
import { SOURCES } from '../sources.js';
import { auditStarter } from '../starter/audits.js';
import { normalizeProjections, normalizeWages, type ProjectionRow, type WageRow } from '../starter/normalize.js';
import { parseStarter, type StarterFiles } from '../starter/parse.js';
import { ContentError } from './faults.js';

export interface Content {
  readonly guides: GuideFiles;
  readonly starter: StarterFiles;
  /** SHA-256 over all files: the same content again is a no-op. */
  readonly sha256: string;
}

/** Changes when the way in from file to table changes, so that a newer program loads unchanged content anew. */
const FORMAT = 1;

/**
 * Reads and audits every content file.
 *
 * @throws ContentError with every fault, each with its file, line and value
 */
export async function readContent(folder: string): Promise<Content> {
  const [guides, starter] = await Promise.allSettled([parseGuides(folder), parseStarter(folder)]);
  if (guides.status === 'rejected' || starter.status === 'rejected') {
    const reasons = [guides, starter].flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    const other = reasons.find((reason) => !(reason instanceof ContentError));
    if (other) throw other;
    throw new ContentError(reasons.flatMap((reason) => (reason as ContentError).faults));
  }
  const occupations = new Set(starter.value.wages.flatMap(({ value }) => value.rows.map(([, code]) => code)));
  const faults = [...auditStarter(starter.value), ...auditGuides(guides.value, occupations)];
  if (faults.length > 0) throw new ContentError(faults);
  const { careers, documents, credentials, organizations } = guides.value;
  const files = [
    ...careers.values(),
    ...documents,
    credentials,
    organizations,
    ...starter.value.wages,
    ...starter.value.projections,
  ];
  const hash = createHash('sha256').update(`format ${FORMAT}\n`);
  for (const { file, sha256 } of files) hash.update(`${file} ${sha256}\n`);
  return { guides: guides.value, starter: starter.value, sha256: hash.digest('hex') };
}

/**
 * Loads content in one transaction, or does nothing where just this content is loaded. Until it commits, and if it
 * fails or is killed, the content that was there answers.
 */
export async function loadContent(
  { prisma, exclusively }: OpenDatabase,
  content: Content,
): Promise<'loaded' | 'unchanged'> {
  return exclusively(async () => {
    const active = await prisma.release.findFirst({ where: { sourceId: 'careergraph-guides', status: 'ACTIVE' } });
    if (active?.contentSha256 === content.sha256) return 'unchanged';
    await prisma.$transaction((tx) => replace(tx, content), { timeout: 120_000, maxWait: 30_000 });
    return 'loaded';
  });
}

async function replace(tx: Prisma.TransactionClient, { guides, starter, sha256 }: Content): Promise<void> {
  await tx.source.createMany({ data: [...SOURCES], skipDuplicates: true });
  await loadAreas(tx);
  await loadOccupations(tx, starter);
  for (const { value, sha256: bytes } of starter.wages) {
    const { annualUsd, hourlyUsd } = value.topCode ?? { annualUsd: null, hourlyUsd: null };
    await loadStarter(tx, value, bytes, {
      topCodeAnnualUsd: annualUsd,
      topCodeHourlyCents: hourlyUsd === null ? null : Math.round(hourlyUsd * 100),
      wages: normalizeWages(value),
    });
  }
  for (const { value, sha256: bytes } of starter.projections) {
    await loadStarter(tx, value, bytes, { projections: normalizeProjections(value) });
  }
  await activateNewest(tx, 'bls-oews');
  await activateNewest(tx, 'bls-ep');
  await loadGuides(tx, guides, sha256);
}

async function loadAreas(tx: Prisma.TransactionClient): Promise<void> {
  await tx.area.createMany({
    data: [
      { code: 'US', kind: 'NATION', name: 'United States' },
      ...STATES.map((state) => ({ ...state, parentCode: 'US' })),
    ],
    skipDuplicates: true,
  });
}

async function loadOccupations(tx: Prisma.TransactionClient, { wages }: StarterFiles): Promise<void> {
  const newestFirst = [...wages].sort((a, b) => b.value.release.localeCompare(a.value.release));
  const titles = new Map<string, string>();
  for (const { value } of newestFirst) {
    for (const [, code, title] of value.rows) if (!titles.has(code)) titles.set(code, title);
  }
  await tx.occupation.createMany({
    data: [...titles].map(([code, title]) => ({ code, title, level: levelOf(code) })),
    skipDuplicates: true,
  });
}

interface StarterRelease {
  readonly source: string;
  readonly release: string;
  readonly label: string;
  readonly citation: string;
  readonly url: string;
  readonly file: { readonly name: string; readonly sha256: string };
}

/** A starter release is replaced as a whole: it is ours, and small. */
async function loadStarter(
  tx: Prisma.TransactionClient,
  { source, release: key, label, citation, url, file }: StarterRelease,
  contentSha256: string,
  data: {
    readonly topCodeAnnualUsd?: number | null;
    readonly topCodeHourlyCents?: number | null;
    readonly wages?: readonly WageRow[];
    readonly projections?: readonly ProjectionRow[];
  },
): Promise<void> {
  const { wages = [], projections = [], ...topCodes } = data;
  const edition = 'starter';
  await tx.release.deleteMany({ where: { sourceId: source, key, edition } });
  const release = await tx.release.create({
    data: {
      sourceId: source,
      key,
      edition,
      label,
      citation,
      url,
      status: 'STAGED',
      contentSha256,
      audit: { audits: 'starter' },
      ...topCodes,
    },
  });
  const { id: fileId } = await tx.file.create({
    data: { releaseId: release.id, name: file.name, sha256: file.sha256 },
  });
  await tx.wageEstimate.createMany({ data: wages.map((row) => ({ ...row, releaseId: release.id, fileId })) });
  await tx.projection.createMany({ data: projections.map((row) => ({ ...row, releaseId: release.id, fileId })) });
}

/** The newest starter release answers, unless an operator has imported a published one. */
async function activateNewest(tx: Prisma.TransactionClient, sourceId: string): Promise<void> {
  if ((await tx.release.count({ where: { sourceId, edition: { not: 'starter' }, status: 'ACTIVE' } })) > 0) return;
  const releases = await tx.release.findMany({ where: { sourceId, edition: 'starter' }, orderBy: { key: 'desc' } });
  await tx.release.updateMany({ where: { sourceId, edition: 'starter' }, data: { status: 'SUPERSEDED' } });
  const newest = releases[0];
  if (newest)
    await tx.release.update({ where: { id: newest.id }, data: { status: 'ACTIVE', activatedAt: new Date() } });
}

async function loadGuides(tx: Prisma.TransactionClient, guides: GuideFiles, sha256: string): Promise<void> {
  const rows = normalizeGuides(guides);
  await tx.career.deleteMany();
  await tx.credential.deleteMany();
  await tx.organization.deleteMany();
  await tx.release.deleteMany({ where: { source: { kind: { in: ['PAGE', 'OWN'] } } } });
  await tx.source.deleteMany({ where: { kind: 'PAGE' } });

  const release = await tx.release.create({
    data: {
      sourceId: 'careergraph-guides',
      key: sha256.slice(0, 12),
      edition: 'published',
      label: `Guides ${sha256.slice(0, 12)}`,
      citation: 'CareerGraph guides',
      status: 'ACTIVE',
      activatedAt: new Date(),
      contentSha256: sha256,
      audit: { audits: 'guides' },
    },
  });
  await loadPages(tx, guides);
  await tx.organization.createMany({ data: [...rows.organizations] });
  await tx.credential.createMany({ data: [...rows.credentials] });
  await tx.career.createMany({ data: rows.careers.map((row) => ({ ...row, releaseId: release.id })) });
  await tx.careerOccupation.createMany({ data: [...rows.careerOccupations] });
  await tx.careerCredential.createMany({ data: [...rows.careerCredentials] });
  await tx.careerOrganization.createMany({ data: [...rows.careerOrganizations] });
  await tx.relatedCareer.createMany({ data: [...rows.related] });
  await tx.document.createMany({ data: [...rows.documents] });
  await tx.claim.createMany({ data: [...rows.claims] });
}

/** A page is a source of its own: what it states is cited as stated by it, whomever it attributes that to. */
async function loadPages(tx: Prisma.TransactionClient, { documents }: GuideFiles): Promise<void> {
  for (const { value: page } of documents) {
    const sourceId = pageSourceId(page.slug);
    await tx.source.create({
      data: {
        id: sourceId,
        kind: 'PAGE',
        name: page.title,
        publisher: 'Not named in the copy',
        homepage: page.url ?? null,
        licence: 'Facts only; the page itself is not reproduced',
        attribution: null,
      },
    });
    const table = page.stateWages;
    const release = await tx.release.create({
      data: {
        sourceId,
        key: table?.period ?? page.sha256.slice(0, 12),
        edition: 'published',
        label: table ? `${periodLabel(table.period)}, as the page states it` : 'As the page states it',
        citation: `"${page.title}". ${page.publishedAs}${table ? ` Attributed by the page to ${table.attributedTo}.` : ''}`,
        url: page.url ?? null,
        status: 'ACTIVE',
        activatedAt: new Date(),
        contentSha256: page.sha256,
        audit: { audits: 'guides' },
      },
    });
    const file = await tx.file.create({ data: { releaseId: release.id, name: page.title, sha256: page.sha256 } });
    if (table) {
      await tx.wageEstimate.createMany({
        data: pageWages(table).map((row) => ({ ...row, releaseId: release.id, fileId: file.id })),
      });
    }
  }
}

function periodLabel(period: string): string {
  const [year, month] = period.split('-');
  return `${new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(Number(year), Number(month) - 1))} ${year}`;
}
