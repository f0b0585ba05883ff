import type { OccupationLevel, Prisma } from '@careergraph/db';
import type { OccupationEntry, ReleaseEntry } from './entries.js';
import { byAuthority, FIGURE_SOURCES } from './releases.js';

/** The sources that name occupations, the most authoritative first: the classification, then those that use it. */
const CLASSIFICATIONS = ['bls-soc', 'onet'];
const AUTHORITIES = [...CLASSIFICATIONS, ...FIGURE_SOURCES];

interface Named {
  readonly code: string;
  readonly title: string;
  readonly level: OccupationLevel;
  readonly parentCode: string | null;
  readonly fileId: number;
  readonly sheet: string;
  readonly row: number;
}

interface Defined {
  readonly code: string;
  readonly text: string;
  readonly fileId: number;
  readonly sheet: string;
  readonly row: number;
}

/**
 * Every occupation named in a release that answers, by code. In SQL, because Prisma cannot order by the place of a file in
 * a list.
 */
export async function loadOccupations(
  tx: Prisma.TransactionClient,
  releases: readonly ReleaseEntry[],
): Promise<readonly OccupationEntry[]> {
  const files = byAuthority(releases, AUTHORITIES);
  if (files.length === 0) return [];
  const ids = files.map(({ fileId }) => fileId);
  // The projections leave out groups, such as most broad occupations, so their parents would leave gaps in the tree.
  const classifications = byAuthority(releases, CLASSIFICATIONS).length;
  const named = await tx.$queryRaw<Named[]>`
    SELECT DISTINCT ON (code) code, title, level::text AS level, sheet, row, file_id AS "fileId",
           (array_agg(parent_code) FILTER (WHERE parent_code IS NOT NULL AND place <= ${classifications}) OVER (PARTITION BY code ORDER BY place
             ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))[1] AS "parentCode"
    FROM file_occupation JOIN unnest(${ids}::int[]) WITH ORDINALITY AS file (id, place) ON file.id = file_id
    ORDER BY code, place`;
  const defined = await tx.$queryRaw<Defined[]>`
    SELECT DISTINCT ON (code) code, definition AS text, sheet, row, file_id AS "fileId"
    FROM file_occupation JOIN unnest(${ids}::int[]) WITH ORDINALITY AS file (id, place) ON file.id = file_id
    WHERE definition IS NOT NULL
    ORDER BY code, place`;
  const releaseOf = new Map(files.map(({ fileId, releaseId }) => [fileId, releaseId]));
  const inRelease = <Row extends { readonly fileId: number }>(row: Row) => ({
    ...row,
    releaseId: releaseOf.get(row.fileId) as number,
  });
  const codes = new Set(named.map(({ code }) => code));
  const definitions = new Map(defined.map(({ code, ...definition }) => [code, inRelease(definition)]));
  return named
    .map((occupation): OccupationEntry => {
      const { code, parentCode } = occupation;
      return {
        ...inRelease(occupation),
        // A file may name a parent that no loaded file lists.
        parentCode: parentCode !== null && codes.has(parentCode) ? parentCode : parentByCode(code, codes),
        definition: definitions.get(code) ?? null,
      };
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** The parent by the code alone: 11-9111.00, 11-9111, 11-9110, 11-9000, 11-0000. */
function parentByCode(code: string, known: ReadonlySet<string>): string | null {
  const wider = [
    code.slice(0, 7),
    `${code.slice(0, 6)}0`,
    `${code.slice(0, 5)}00`,
    `${code.slice(0, 4)}000`,
    `${code.slice(0, 3)}0000`,
  ];
  return wider.find((candidate) => candidate !== code && known.has(candidate)) ?? null;
}
