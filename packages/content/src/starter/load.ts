import type { Database, Prisma } from '@careergraph/db';
import { levelOf } from '@careergraph/domain';
import { createRevision, currentRevision, isPublished, releasesOf } from '@careergraph/releases';
import { sqlOf } from '../prisma-sql.js';
import { normalizeProjections, normalizeWages, type ProjectionRow, type WageRow } from './normalize.js';
import type { StarterFiles } from './parse.js';

/** All of the starter is national. */
const ROLE = 'national';

interface StarterPart {
  readonly source: string;
  readonly release: string;
  readonly label: string;
  readonly citation: string;
  readonly url: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly sheet: string };
  readonly contentSha256: string;
  readonly topCode: { readonly annualUsd: number; readonly hourlyCents: number } | null;
  readonly titles: readonly (readonly [row: number, code: string, title: string])[];
  readonly wages: readonly WageRow[];
  readonly projections: readonly ProjectionRow[];
}

/**
 * Loads the starter figures, a file each: a release whose starter has changed gets another revision. Where the
 * published file itself was imported, its typed part is not needed. The caller holds the lock of the releases.
 *
 * @param format raised when the same file gives other rows
 */
export async function loadStarter(tx: Prisma.TransactionClient, starter: StarterFiles, format: number): Promise<void> {
  const parts = partsOf(starter, format);
  for (const part of parts) await loadPart(tx, part);
  await deleteUnused(tx);
}

/** Whether each release that has a starter has national figures, typed or published. */
export async function hasStarter(prisma: Database, { wages, projections }: StarterFiles): Promise<boolean> {
  const files = await prisma.file.findMany({
    where: { role: ROLE, releases: { some: { release: { status: { in: ['ACTIVE', 'SUPERSEDED'] } } } } },
    select: { sourceId: true, releaseKey: true },
  });
  return [...wages, ...projections].every(({ value }) =>
    files.some(({ sourceId, releaseKey }) => sourceId === value.source && releaseKey === value.release),
  );
}

function partsOf({ wages, projections }: StarterFiles, format: number): readonly StarterPart[] {
  const titlesOf = (rows: readonly (readonly [number, string, string, ...unknown[]])[]) =>
    rows.map(([row, code, title]) => [row, code, title] as const);
  return [
    ...wages.map(({ value, sha256 }) => ({
      ...value,
      topCode: value.topCode && {
        annualUsd: value.topCode.annualUsd,
        hourlyCents: Math.round(value.topCode.hourlyUsd * 100),
      },
      contentSha256: `${sha256}-${format}`,
      titles: titlesOf(value.rows),
      wages: normalizeWages(value),
      projections: [],
    })),
    ...projections.map(({ value, sha256 }) => ({
      ...value,
      topCode: null,
      contentSha256: `${sha256}-${format}`,
      titles: titlesOf(value.rows),
      wages: [],
      projections: normalizeProjections(value),
    })),
  ];
}

async function loadPart(tx: Prisma.TransactionClient, part: StarterPart): Promise<void> {
  const { source: sourceId, release: key, contentSha256 } = part;
  const sql = sqlOf(tx);
  const releases = await releasesOf(sql, sourceId);
  const current = currentRevision(releases, key);
  const known = current?.files.find(({ role }) => role === ROLE);
  if (known && (known.edition === 'published' || known.contentSha256 === contentSha256)) return;
  const { id: fileId } = await createFile(tx, part);
  const releaseId = await createRevision(sql, {
    sourceId,
    key,
    description: { label: part.label, citation: part.citation, url: part.url, topCode: part.topCode },
    files: [...(current?.files ?? []).filter(({ role }) => role !== ROLE), { id: fileId, role: ROLE, contentSha256 }],
    audit: { audits: [] },
  });
  if (current) await tx.release.update({ where: { id: current.id }, data: { status: 'WITHDRAWN' } });
  const active = releases.find(({ status, id }) => status === 'ACTIVE' && id !== current?.id);
  // The newest starter answers, unless an operator has imported a published release.
  const becomesActive = !active || (key > active.key && !isPublished(active));
  if (active && becomesActive) await tx.release.update({ where: { id: active.id }, data: { status: 'SUPERSEDED' } });
  await tx.release.update({
    where: { id: releaseId },
    data: becomesActive ? { status: 'ACTIVE', activatedAt: new Date() } : { status: 'SUPERSEDED' },
  });
}

async function createFile(tx: Prisma.TransactionClient, part: StarterPart): Promise<{ readonly id: number }> {
  const { source: sourceId, release: releaseKey, contentSha256, file, wages, projections } = part;
  const identity = { sourceId, releaseKey, role: ROLE, contentSha256 };
  const known = await tx.file.findUnique({
    where: { sourceId_releaseKey_role_contentSha256: identity },
    select: { id: true },
  });
  if (known) return known;
  const { id: fileId } = await tx.file.create({
    data: {
      ...identity,
      name: file.name,
      sha256: file.sha256,
      edition: 'starter',
      rows: wages.length + projections.length,
    },
  });
  await tx.fileOccupation.createMany({
    data: part.titles.map(([row, code, title]) => ({
      fileId,
      code,
      title,
      level: levelOf(code),
      sheet: file.sheet,
      row,
    })),
  });
  await tx.wageEstimate.createMany({ data: wages.map((row) => ({ ...row, fileId })) });
  await tx.projection.createMany({ data: projections.map((row) => ({ ...row, fileId })) });
  return { id: fileId };
}

/** Starter files of no release any more, and of revisions that were replaced before the last one. */
async function deleteUnused(tx: Prisma.TransactionClient): Promise<void> {
  const replaced = await tx.release.findMany({
    where: { status: 'WITHDRAWN', files: { every: { file: { edition: 'starter' } } } },
    orderBy: { revision: 'desc' },
  });
  const old = replaced.filter(
    ({ sourceId, key }, index) =>
      replaced.findIndex((other) => other.sourceId === sourceId && other.key === key) !== index,
  );
  await tx.release.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  await tx.file.deleteMany({ where: { edition: 'starter', releases: { none: {} } } });
}
