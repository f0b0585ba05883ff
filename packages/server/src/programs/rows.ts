import { type Database, type FigureMarker, type IpedsFlag, Prisma } from '@careergraph/db';
import { AWARD_LEVELS, type PROGRAMS_LEFT_OUT, type ProgramsLeftOutReason } from '@careergraph/domain';
import type { PageRequest, Position } from '../paging/arguments.js';
import type { ProgramFiles } from './directory.js';

/** A program and what became of its graduates: a row of each file. */
export interface ProgramRow {
  readonly unitId: number;
  readonly cipCode: string;
  readonly awardLevel: number;
  readonly row: number;
  readonly completions: number | null;
  readonly completionsMarker: FigureMarker | null;
  readonly completionsFlag: IpedsFlag | null;
  /** Null where the College Scorecard has no row for the field and level. */
  readonly outcomeRow: number | null;
  readonly awards: number | null;
  readonly awardsMarker: FigureMarker | null;
  readonly earnings1YearUsd: number | null;
  readonly earnings1YearMarker: FigureMarker | null;
  readonly earnings4YearsUsd: number | null;
  readonly earnings4YearsMarker: FigureMarker | null;
  readonly medianDebtUsd: number | null;
  readonly medianDebtMarker: FigureMarker | null;
}

/** A row of a list, with its position. */
export interface ListedProgramRow extends ProgramRow {
  readonly key: number;
  readonly rank: number;
}

export interface ProgramKey {
  readonly unitId: number;
  readonly cipCode: string;
  readonly awardLevel: number;
}

/** What is looked for in which institutions, in their order. */
export interface ProgramsAsked {
  readonly unitIds: readonly number[];
  readonly cipCodes: readonly string[];
  readonly awardLevels: readonly number[];
  /** The column that comes before the order of the institutions; null for none. */
  readonly column: 'EARNINGS' | 'COMPLETIONS' | null;
  readonly direction: 'ASC' | 'DESC';
}

/** Ids start at 1: no row has this one. */
const NO_FILE = 0;

/** Behind every value: rows without a figure come last in either direction. */
const LAST = 2_147_483_647;

/** The level of the College Scorecard that counts the graduates of an award level. */
const CREDENTIAL_LEVEL = Prisma.raw(
  `CASE p.award_level ${AWARD_LEVELS.map((level) => `WHEN ${level.code} THEN ${level.credentialLevel}`).join(' ')} END`,
);

function outcomes({ fieldsOfStudy }: ProgramFiles): Prisma.Sql {
  return Prisma.sql`LEFT JOIN field_outcome o ON o.file_id = ${fieldsOfStudy?.fileId ?? NO_FILE}
    AND o.unit_id = p.unit_id AND o.cip_code = left(p.cip_code, 5) AND o.credential_level = ${CREDENTIAL_LEVEL}`;
}

const COLUMNS = Prisma.sql`
  p.unit_id AS "unitId", p.cip_code AS "cipCode", p.award_level AS "awardLevel", p."row",
  p.completions, p.completions_marker::text AS "completionsMarker", p.completions_flag::text AS "completionsFlag",
  o."row" AS "outcomeRow", o.awards, o.awards_marker::text AS "awardsMarker",
  o.earnings_1_year_usd AS "earnings1YearUsd", o.earnings_1_year_marker::text AS "earnings1YearMarker",
  o.earnings_4_years_usd AS "earnings4YearsUsd", o.earnings_4_years_marker::text AS "earnings4YearsMarker",
  o.median_debt_usd AS "medianDebtUsd", o.median_debt_marker::text AS "medianDebtMarker"`;

/** A page of a list, with one row more than the page size. In SQL, because Prisma cannot order by a list of institutions. */
export function readPage(
  prisma: Database,
  files: ProgramFiles,
  { unitIds, cipCodes, awardLevels, column, direction }: ProgramsAsked,
  { after, before, direction: reading, size }: Pick<PageRequest, 'after' | 'before' | 'direction' | 'size'>,
): Promise<ListedProgramRow[]> {
  const value = Prisma.raw(column === 'EARNINGS' ? 'o.earnings_4_years_usd' : 'p.completions');
  const sign = Prisma.raw(direction === 'DESC' ? '-' : '');
  const key = column === null ? Prisma.sql`0` : Prisma.sql`coalesce(${sign}${value}, ${LAST}::int)`;
  const order = Prisma.raw(
    ['key', 'rank', '"cipCode"', '"awardLevel"']
      .map((by) => `${by} ${reading === 'backward' ? 'DESC' : 'ASC'}`)
      .join(', '),
  );
  // Without a column the rows of graduates are joined to those of the page alone.
  const joined = column === 'EARNINGS' ? outcomes(files) : Prisma.empty;
  return prisma.$queryRaw<ListedProgramRow[]>`
    WITH found AS (
      SELECT place.rank::int AS rank, ${key} AS key, p.unit_id, p.cip_code AS "cipCode", p.award_level AS "awardLevel"
      FROM unnest(${unitIds}::int[]) WITH ORDINALITY AS place(unit_id, rank)
      JOIN program p ON p.file_id = ${files.completions?.fileId ?? NO_FILE} AND p.unit_id = place.unit_id ${joined}
      WHERE p.cip_code = ANY(${cipCodes}::text[]) AND p.award_level = ANY(${awardLevels}::int[]) AND p.major_number = 1),
    page AS (SELECT * FROM found WHERE ${beyond(after, '>')} AND ${beyond(before, '<')} ORDER BY ${order} LIMIT ${size + 1})
    SELECT page.key, page.rank, ${COLUMNS} FROM page
    JOIN program p ON p.file_id = ${files.completions?.fileId ?? NO_FILE} AND p.unit_id = page.unit_id
      AND p.cip_code = page."cipCode" AND p.award_level = page."awardLevel" AND p.major_number = 1
    ${outcomes(files)} ORDER BY ${order}`;
}

function beyond(position: readonly Position[] | null, sign: '>' | '<'): Prisma.Sql {
  if (position === null) return Prisma.sql`true`;
  const [key, rank, cipCode, awardLevel] = position;
  return Prisma.sql`(key, rank, "cipCode", "awardLevel") ${Prisma.raw(sign)} (${key}::int, ${rank}::int, ${cipCode}::text, ${awardLevel}::int)`;
}

/** Programs by their keys, in no order; unknown ones are left out. */
export function readPrograms(
  prisma: Database,
  files: ProgramFiles,
  keys: readonly ProgramKey[],
): Promise<ProgramRow[]> {
  return prisma.$queryRaw<ProgramRow[]>`
    SELECT ${COLUMNS}
    FROM unnest(${keys.map(({ unitId }) => unitId)}::int[], ${keys.map(({ cipCode }) => cipCode)}::text[],
                ${keys.map(({ awardLevel }) => awardLevel)}::int[]) AS asked(unit_id, cip_code, award_level)
    JOIN program p ON p.file_id = ${files.completions?.fileId ?? NO_FILE} AND p.unit_id = asked.unit_id
      AND p.cip_code = asked.cip_code AND p.award_level = asked.award_level AND p.major_number = 1
    ${outcomes(files)}`;
}

/** How many programs are in a list, or why not; and of how many institutions. */
export interface ProgramCount {
  readonly reason: ProgramsLeftOutReason | null;
  readonly programs: number;
  readonly institutions: number;
}

/** @param leftOut institutions that are left out as a whole, with the reason */
export function countPrograms(
  prisma: Database,
  files: ProgramFiles,
  { unitIds, cipCodes, awardLevels }: ProgramsAsked,
  leftOut: readonly { readonly unitId: number; readonly reason: ProgramsLeftOutReason }[],
): Promise<ProgramCount[]> {
  const units = [...unitIds, ...leftOut.map(({ unitId }) => unitId)];
  const reasons = [...unitIds.map(() => null), ...leftOut.map(({ reason }) => reason)];
  return prisma.$queryRaw<ProgramCount[]>`
    SELECT reason, count(*)::int AS programs, count(DISTINCT unit_id)::int AS institutions
    FROM (SELECT p.unit_id, CASE WHEN place.reason IS NOT NULL THEN place.reason
                                 WHEN NOT p.award_level = ANY(${awardLevels}::int[]) THEN ${OTHER_LEVEL}
                                 WHEN NOT bool_or(p.major_number = 1) THEN ${SECOND_MAJOR_ONLY} END AS reason
          FROM unnest(${units}::int[], ${reasons}::text[]) AS place(unit_id, reason)
          JOIN program p ON p.file_id = ${files.completions?.fileId ?? NO_FILE} AND p.unit_id = place.unit_id
          WHERE p.cip_code = ANY(${cipCodes}::text[])
          GROUP BY p.unit_id, p.cip_code, p.award_level, place.reason) AS program
    GROUP BY reason`;
}

const [OTHER_LEVEL, SECOND_MAJOR_ONLY] = [
  'OTHER_LEVEL',
  'SECOND_MAJOR_ONLY',
] satisfies (keyof typeof PROGRAMS_LEFT_OUT)[];
