import type { Prisma } from '@careergraph/db';
import { levelOf } from '@careergraph/domain';
import { normalizeProjections, normalizeWages, type ProjectionRow, type WageRow } from './normalize.js';
import type { StarterFiles } from './parse.js';

const EDITION = 'starter';

/**
 * Loads the starter figures. A release whose file has not changed stays as it is, so that servers that are running
 * keep answering from it; a changed one is replaced as a whole.
 *
 * @param format raised when the same file gives other rows
 */
export async function loadStarter(tx: Prisma.TransactionClient, starter: StarterFiles, format: number): Promise<void> {
  await loadOccupations(tx, starter);
  const releases: StarterRelease[] = [
    ...starter.wages.map(({ value, sha256 }) => {
      const { annualUsd, hourlyUsd } = value.topCode ?? { annualUsd: null, hourlyUsd: null };
      return {
        ...value,
        contentSha256: `${sha256}-${format}`,
        topCodeAnnualUsd: annualUsd,
        topCodeHourlyCents: hourlyUsd === null ? null : Math.round(hourlyUsd * 100),
        wages: normalizeWages(value),
        projections: [],
      };
    }),
    ...starter.projections.map(({ value, sha256 }) => ({
      ...value,
      contentSha256: `${sha256}-${format}`,
      topCodeAnnualUsd: null,
      topCodeHourlyCents: null,
      wages: [],
      projections: normalizeProjections(value),
    })),
  ];
  await tx.release.deleteMany({
    where: { edition: EDITION, contentSha256: { notIn: releases.map(({ contentSha256 }) => contentSha256) } },
  });
  for (const release of releases) await loadRelease(tx, release);
  for (const sourceId of new Set(releases.map(({ source }) => source))) await activateNewest(tx, sourceId);
}

interface StarterRelease {
  readonly source: string;
  readonly release: string;
  readonly label: string;
  readonly citation: string;
  readonly url: string;
  readonly file: { readonly name: string; readonly sha256: string };
  readonly contentSha256: string;
  readonly topCodeAnnualUsd: number | null;
  readonly topCodeHourlyCents: number | null;
  readonly wages: readonly WageRow[];
  readonly projections: readonly ProjectionRow[];
}

async function loadRelease(tx: Prisma.TransactionClient, starter: StarterRelease): Promise<void> {
  const { source: sourceId, release: key, label, citation, url, contentSha256 } = starter;
  if ((await tx.release.count({ where: { sourceId, key, edition: EDITION } })) > 0) return;
  const { topCodeAnnualUsd, topCodeHourlyCents } = starter;
  const release = await tx.release.create({
    data: {
      sourceId,
      key,
      edition: EDITION,
      label,
      citation,
      url,
      status: 'STAGED',
      contentSha256,
      audit: { audits: 'starter' },
      topCodeAnnualUsd,
      topCodeHourlyCents,
    },
  });
  const { id: fileId } = await tx.file.create({
    data: { releaseId: release.id, name: starter.file.name, sha256: starter.file.sha256 },
  });
  const place = { releaseId: release.id, fileId };
  await tx.wageEstimate.createMany({ data: starter.wages.map((row) => ({ ...row, ...place })) });
  await tx.projection.createMany({ data: starter.projections.map((row) => ({ ...row, ...place })) });
}

/** The newest starter release answers, unless an operator has imported a published one. */
async function activateNewest(tx: Prisma.TransactionClient, sourceId: string): Promise<void> {
  const published = await tx.release.count({ where: { sourceId, edition: { not: EDITION }, status: 'ACTIVE' } });
  const releases = await tx.release.findMany({ where: { sourceId, edition: EDITION }, orderBy: { key: 'desc' } });
  const newest = published === 0 ? releases[0] : undefined;
  const others = releases.filter(({ id, status }) => id !== newest?.id && status !== 'SUPERSEDED');
  await tx.release.updateMany({ where: { id: { in: others.map(({ id }) => id) } }, data: { status: 'SUPERSEDED' } });
  if (newest && newest.status !== 'ACTIVE') {
    await tx.release.update({ where: { id: newest.id }, data: { status: 'ACTIVE', activatedAt: new Date() } });
  }
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
