import type { Prisma } from '@careergraph/db';
import type { ContentFile } from '../content/yaml-file.js';
import { normalizeGuides, pageSourceId } from './normalize.js';
import { pageWages } from './page-wages.js';
import type { GuideFiles } from './parse.js';
import type { DocumentFile } from './schema.js';

/** Replaces all guides; what pages state stays in place where the page's file has not changed. */
export async function loadGuides(
  tx: Prisma.TransactionClient,
  guides: GuideFiles,
  sha256: string,
  format: number,
): Promise<void> {
  const rows = normalizeGuides(guides);
  await tx.career.deleteMany();
  await tx.credential.deleteMany();
  await tx.organization.deleteMany();
  await tx.release.deleteMany({ where: { source: { kind: 'OWN' } } });
  await loadPages(tx, guides, format);
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
async function loadPages(tx: Prisma.TransactionClient, { documents }: GuideFiles, format: number): Promise<void> {
  const pages = documents.map((file) => ({ file, contentSha256: `${file.sha256}-${format}` }));
  const kept = pages.map(({ contentSha256 }) => contentSha256);
  await tx.release.deleteMany({ where: { source: { kind: 'PAGE' }, contentSha256: { notIn: kept } } });
  await tx.source.deleteMany({ where: { kind: 'PAGE', releases: { none: {} } } });
  for (const { file, contentSha256 } of pages) {
    if ((await tx.release.count({ where: { sourceId: pageSourceId(file.value.slug) } })) === 0) {
      await loadPage(tx, file, contentSha256);
    }
  }
}

async function loadPage(
  tx: Prisma.TransactionClient,
  { value: page }: ContentFile<DocumentFile>,
  contentSha256: string,
): Promise<void> {
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
      contentSha256,
      audit: { audits: 'guides' },
    },
  });
  const file = await tx.file.create({ data: { releaseId: release.id, name: page.title, sha256: page.sha256 } });
  if (table) {
    const data = pageWages(table).map((row) => ({ ...row, releaseId: release.id, fileId: file.id }));
    await tx.wageEstimate.createMany({ data });
  }
}

function periodLabel(period: string): string {
  const [year, month] = period.split('-');
  return `${new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(Number(year), Number(month) - 1))} ${year}`;
}
