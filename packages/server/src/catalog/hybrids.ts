import type { Prisma } from '@careergraph/db';
import { HYBRID_RELATED_CODES, type Hybrid, hybridsOf } from '@careergraph/domain';
import type { ReleaseEntry } from './entries.js';
import { answers, FIGURE_SOURCES } from './releases.js';

/** The hybrids of each release of figures, by the detailed occupation that they stand for; by the id of the release. */
export type Hybrids = ReadonlyMap<number, ReadonlyMap<string, Hybrid>>;

export async function loadHybrids(tx: Prisma.TransactionClient, releases: readonly ReleaseEntry[]): Promise<Hybrids> {
  const withFigures = releases.filter((release) => FIGURE_SOURCES.includes(release.sourceId) && answers(release));
  const fileIds = withFigures.flatMap((release) => release.fileIds);
  const rows = await tx.fileOccupation.findMany({
    where: { fileId: { in: fileIds }, code: { in: [...HYBRID_RELATED_CODES] } },
    select: { fileId: true, code: true },
  });
  return new Map(
    withFigures.map((release) => {
      const codes = rows.flatMap(({ fileId, code }) => (release.fileIds.includes(fileId) ? [code] : []));
      return [release.id, hybridsOf(release.key, new Set(codes))] as const;
    }),
  );
}
