import type { Database, Prisma, Sql } from '@careergraph/db';
import { inOrderOfPrecedence } from '@careergraph/domain';
import { loadAreas } from './areas.js';
import { loadCareers } from './careers/load.js';
import { Catalog, type CatalogEntries } from './catalog.js';
import type { FileEntry, ReleaseEntry } from './entries.js';
import { loadHybrids } from './hybrids.js';
import { loadOccupations } from './occupations.js';
import { answers, isActive } from './releases.js';

type Transaction = Prisma.TransactionClient;

/** Reads the whole catalog as of one moment, whatever is activated meanwhile. */
export async function loadCatalog(prisma: Database, before: Catalog | null = null): Promise<Catalog> {
  return new Catalog(await readEntries(prisma), before?.kept);
}

async function readEntries(prisma: Database): Promise<CatalogEntries> {
  return prisma.$transaction(read, { isolationLevel: 'RepeatableRead', timeout: 60_000, maxWait: 10_000 });
}

async function read(tx: Transaction): Promise<CatalogEntries> {
  const files = await loadFiles(tx);
  const releases = await loadReleases(tx, files);
  const active = (sourceId: string) =>
    releases.find((release) => release.sourceId === sourceId && isActive(release)) ?? null;
  const inOrder = (sourceId: string) =>
    inOrderOfPrecedence(releases.filter((release) => release.sourceId === sourceId && answers(release)));
  const sources = await tx.source.findMany({ orderBy: { id: 'asc' } });
  const guides = active('careergraph-guides');
  const occupations = await loadOccupations(tx, releases);
  const hybrids = await loadHybrids(tx, releases);
  const careerReleases = {
    guides,
    wages: inOrder('bls-oews'),
    pages: sources.filter(({ kind }) => kind === 'PAGE').flatMap(({ id }) => inOrder(id)),
    projections: inOrder('bls-ep'),
    onet: active('onet'),
    handbook: active('bls-ooh'),
  };
  return {
    version: versionOf(releases),
    guides,
    sources,
    releases,
    files,
    areas: await loadAreas(tx, releases),
    occupations,
    hybrids,
    ...(await loadGuides(tx, guides)),
    ...(await loadCareers(tx, careerReleases, { files, occupations, hybrids })),
  };
}

function loadFiles(tx: Transaction): Promise<readonly FileEntry[]> {
  return tx.file.findMany({
    select: { id: true, role: true, name: true, archive: true, sha256: true, edition: true, rows: true },
    orderBy: { id: 'asc' },
  });
}

async function loadReleases(tx: Transaction, files: readonly FileEntry[]): Promise<readonly ReleaseEntry[]> {
  const fileOf = new Map(files.map((file) => [file.id, file]));
  const rows = await tx.release.findMany({
    orderBy: [{ sourceId: 'asc' }, { key: 'desc' }, { revision: 'desc' }],
    omit: { audit: true },
    include: { files: { select: { fileId: true }, orderBy: { fileId: 'asc' } } },
  });
  return rows.map(({ files: releaseFiles, ...release }) => {
    const fileIds = releaseFiles.map(({ fileId }) => fileId);
    const its = fileIds.flatMap((id) => fileOf.get(id) ?? []);
    const isStarter = its.length > 0 && its.every(({ edition }) => edition === 'starter');
    const parts = its.map(({ role }) => role);
    return { ...release, fileIds, parts, edition: isStarter ? 'starter' : 'published' };
  });
}

async function loadGuides(tx: Transaction, guides: ReleaseEntry | null) {
  if (guides === null) return { organizations: [], documents: [] };
  const where = { releaseId: guides.id };
  return {
    organizations: await tx.organization.findMany({ where, orderBy: { slug: 'asc' } }),
    documents: await tx.document.findMany({ where, omit: { absences: true } }),
  };
}

/** The version that a catalog of another server of the database would have. */
export async function readVersion(sql: Sql): Promise<string> {
  return versionOf(await sql.query<{ id: number; status: string }>('select id, status from release'));
}

/** What {@link Catalog.version} is made of; read alone, it tells cheaply whether a catalog is out of date. */
export function versionOf(releases: readonly { readonly id: number; readonly status: string }[]): string {
  return releases
    .map(({ id, status }) => `${id} ${status}`)
    .sort()
    .join(' ');
}
