import type { Database, Prisma } from '@careergraph/db';
import { loadAreas } from './areas.js';
import { loadCareers } from './careers.js';
import type { AreaEntry, Catalog, ReleaseEntry, SourceEntry } from './catalog.js';
import { loadOccupations } from './occupations.js';

type Transaction = Prisma.TransactionClient;

/** Reads the whole catalog as it is at one moment, whatever is activated meanwhile. */
export async function loadCatalog(prisma: Database): Promise<Catalog> {
  return prisma.$transaction(read, { isolationLevel: 'RepeatableRead', timeout: 60_000, maxWait: 10_000 });
}

async function read(tx: Transaction): Promise<Catalog> {
  const sources: readonly SourceEntry[] = await tx.source.findMany({ orderBy: { id: 'asc' } });
  const files = await tx.file.findMany({
    select: { id: true, role: true, name: true, archive: true, sha256: true, edition: true, rows: true },
    orderBy: { id: 'asc' },
  });
  const filesById = by(files, 'id');
  const rows = await tx.release.findMany({
    orderBy: [{ sourceId: 'asc' }, { key: 'desc' }, { revision: 'desc' }],
    omit: { audit: true },
    include: { files: { select: { fileId: true }, orderBy: { fileId: 'asc' } } },
  });
  const releases = rows.map(({ files: its, ...release }): ReleaseEntry => {
    const ids = its.map(({ fileId }) => fileId);
    const starter = ids.length > 0 && ids.every((id) => filesById.get(id)?.edition === 'starter');
    return { ...release, files: ids, edition: starter ? 'starter' : 'published' };
  });
  const guides = releases.find(({ sourceId, status }) => sourceId === 'careergraph-guides' && status === 'ACTIVE');
  const releaseId = guides?.id ?? null;
  const ofGuides = { where: { releaseId: releaseId ?? -1 } };
  const organizations = await tx.organization.findMany({ ...ofGuides, orderBy: { slug: 'asc' } });
  const documents = await tx.document.findMany({ ...ofGuides, omit: { absences: true } });
  const areas: readonly AreaEntry[] = await loadAreas(tx, releases);
  const occupations = await loadOccupations(tx, releases);
  return {
    version: versionOf(releases),
    sources: by(sources, 'id'),
    releases: by(releases, 'id'),
    files: filesById,
    guides: releaseId,
    areas: by(areas, 'code'),
    occupations: by(occupations, 'code'),
    organizations: by(organizations, 'slug'),
    careers: by(await loadCareers(tx, releases, releaseId), 'slug'),
    documents: by(documents, 'slug'),
    memo: new Map(),
  };
}

/** What {@link Catalog.version} is made of; read alone, it tells cheaply whether a catalog is out of date. */
export function versionOf(releases: readonly { readonly id: number; readonly status: string }[]): string {
  return releases
    .map(({ id, status }) => `${id}${status.charAt(0)}`)
    .sort()
    .join(' ');
}

function by<T, K extends keyof T>(items: readonly T[], key: K): ReadonlyMap<T[K], T> {
  return new Map(items.map((item) => [item[key], item]));
}
