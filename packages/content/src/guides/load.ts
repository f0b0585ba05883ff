import type { Prisma } from '@careergraph/db';
import { createRevision } from '@careergraph/releases';
import { sqlOf } from '../prisma-sql.js';
import type { ContentFile } from '../yaml-file.js';
import { normalizeGuides, pageSourceId } from './normalize.js';
import { pageWages } from './page-wages.js';
import type { GuideFiles } from './parse.js';
import type { DocumentFile } from './schema.js';

const SOURCE = 'careergraph-guides';

/**
 * Loads all guides as a new release. The release before stays as it was until the next one, for requests and servers
 * that began with it.
 */
export async function loadGuides(
  tx: Prisma.TransactionClient,
  guides: GuideFiles,
  sha256: string,
  format: number,
): Promise<void> {
  await tx.release.deleteMany({ where: { sourceId: SOURCE, status: { not: 'ACTIVE' } } });
  await tx.release.updateMany({ where: { sourceId: SOURCE }, data: { status: 'SUPERSEDED' } });
  await loadPages(tx, guides, format);
  const key = sha256.slice(0, 12);
  const releaseId = await createRevision(sqlOf(tx), {
    sourceId: SOURCE,
    key,
    description: { label: `Guides ${key}`, citation: 'CareerGraph guides', url: null, topCode: null },
    files: [],
    audit: { audits: [] },
  });
  const rows = normalizeGuides(guides);
  const of = <T extends object>(items: readonly T[]) => items.map((item) => ({ ...item, releaseId }));
  await tx.organization.createMany({ data: of(rows.organizations) });
  await tx.credential.createMany({ data: of(rows.credentials) });
  await tx.career.createMany({ data: of(rows.careers) });
  await tx.careerOccupation.createMany({ data: of(rows.careerOccupations) });
  await tx.careerCredential.createMany({ data: of(rows.careerCredentials) });
  await tx.careerOrganization.createMany({ data: of(rows.careerOrganizations) });
  await tx.relatedCareer.createMany({ data: of(rows.related) });
  await tx.document.createMany({ data: of(rows.documents) });
  await tx.claim.createMany({ data: of(rows.claims) });
  await tx.release.update({
    where: { id: releaseId },
    data: { status: 'ACTIVE', activatedAt: new Date(), contentSha256: sha256 },
  });
  await tx.source.deleteMany({ where: { kind: 'PAGE', releases: { none: {} }, documents: { none: {} } } });
}

/** A page is a source of its own: what it states is cited as stated by it, whomever it attributes that to. */
async function loadPages(tx: Prisma.TransactionClient, { documents }: GuideFiles, format: number): Promise<void> {
  const pages = documents.map((file) => ({ file, contentSha256: `${file.sha256}-${format}` }));
  // What was replaced by the load before is not needed any more; what this one replaces is, by running servers.
  await tx.release.deleteMany({ where: { source: { kind: 'PAGE' }, status: 'WITHDRAWN' } });
  await tx.file.deleteMany({ where: { source: { kind: 'PAGE' }, releases: { none: {} } } });
  const kept = pages.map(({ contentSha256 }) => contentSha256);
  await tx.release.updateMany({
    where: { source: { kind: 'PAGE' }, contentSha256: { notIn: kept } },
    data: { status: 'WITHDRAWN' },
  });
  for (const { file, contentSha256 } of pages) {
    const where = { sourceId: pageSourceId(file.value.slug), contentSha256 };
    if ((await tx.release.count({ where })) === 0) await loadPage(tx, file, contentSha256);
  }
}

async function loadPage(
  tx: Prisma.TransactionClient,
  { value: page }: ContentFile<DocumentFile>,
  contentSha256: string,
): Promise<void> {
  const id = pageSourceId(page.slug);
  const source = { name: page.title, homepage: page.url ?? null };
  await tx.source.upsert({
    where: { id },
    update: source,
    create: {
      ...source,
      id,
      kind: 'PAGE',
      publisher: 'Not named in the copy',
      licence: 'Facts only; the page itself is not reproduced',
      attribution: null,
    },
  });
  const table = page.stateWages;
  const key = table?.period ?? page.sha256.slice(0, 12);
  const rows = table ? pageWages(table) : [];
  const file = await tx.file.create({
    data: {
      sourceId: id,
      releaseKey: key,
      role: 'page',
      name: page.title,
      sha256: page.sha256,
      edition: 'published',
      contentSha256,
      rows: rows.length,
    },
  });
  await tx.wageEstimate.createMany({ data: rows.map((row) => ({ ...row, fileId: file.id })) });
  const releaseId = await createRevision(sqlOf(tx), {
    sourceId: id,
    key,
    description: {
      label: table ? `${periodLabel(table.period)}, as the page states it` : 'As the page states it',
      citation: `"${page.title}". ${page.publishedAs}${table ? ` Attributed by the page to ${table.attributedTo}.` : ''}`,
      url: page.url ?? null,
      topCode: null,
    },
    files: [{ id: file.id, role: 'page', contentSha256 }],
    audit: { audits: [] },
  });
  await tx.release.update({
    where: { id: releaseId },
    data: { status: 'ACTIVE', activatedAt: new Date(), contentSha256 },
  });
}

function periodLabel(period: string): string {
  const [year, month] = period.split('-');
  return `${new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(Number(year), Number(month) - 1))} ${year}`;
}
