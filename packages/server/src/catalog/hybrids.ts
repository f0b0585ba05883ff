import type { Prisma } from '@careergraph/db';
import { broadOf, type Hybrid, hybridsOf, usesSoc2018 } from '@careergraph/domain';
import type { OccupationEntry, ReleaseEntry } from './entries.js';
import { answers } from './releases.js';

/** The hybrids of each release of figures, by the detailed occupation that they stand for; by the id of the release. */
export type Hybrids = ReadonlyMap<number, ReadonlyMap<string, Hybrid>>;

const FIGURES = ['bls-oews', 'bls-ep'];

export async function loadHybrids(
  tx: Prisma.TransactionClient,
  releases: readonly ReleaseEntry[],
  occupations: readonly OccupationEntry[],
): Promise<Hybrids> {
  const detailed = detailedOccupations(releases, occupations);
  if (detailed.length === 0) return new Map();
  const withFigures = releases.filter(
    (release) => FIGURES.includes(release.sourceId) && answers(release) && usesSoc2018(release.key),
  );
  const fileIds = withFigures.flatMap((release) => release.fileIds);
  const files = await tx.$queryRaw<{ fileId: number; codes: string[] }[]>`
    SELECT file_id AS "fileId", array_agg(code) AS codes FROM file_occupation
    WHERE file_id = ANY(${fileIds}::int[]) GROUP BY file_id`;
  return new Map(
    withFigures.map((release) => {
      const codes = files.filter(({ fileId }) => release.fileIds.includes(fileId)).flatMap((file) => file.codes);
      return [release.id, hybridsOf(new Set(codes), detailed)] as const;
    }),
  );
}

/** The detailed occupations of the SOC, by the classification or, without it, by O*NET, whose codes extend it. */
function detailedOccupations(releases: readonly ReleaseEntry[], occupations: readonly OccupationEntry[]) {
  const ids = (sourceId: string) => releases.filter((release) => release.sourceId === sourceId).map(({ id }) => id);
  const [soc, onet] = [ids('bls-soc'), ids('onet')];
  const listed = occupations.filter(({ level, releaseId }) => level === 'DETAILED' && soc.includes(releaseId));
  if (listed.length > 0)
    return listed.map(({ code, parentCode }) => ({ code, broadCode: parentCode ?? broadOf(code) }));
  const codes = occupations.flatMap(({ code, releaseId }) => (onet.includes(releaseId) ? [code.slice(0, 7)] : []));
  return [...new Set(codes)].map((code) => ({ code, broadCode: broadOf(code) }));
}
