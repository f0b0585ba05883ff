import { type Database, type FigureMarker, type IpedsFlag, Prisma } from '@careergraph/db';
import { AWARD_LEVELS } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import { type KeptLoader, keptLoader } from '../rows/loader.js';
import type { RowStore } from '../rows/store.js';
import { NO_FILE, programFilesOf } from './files.js';

/** A program and what became of its graduates: a row of each file. */
export interface ProgramRow extends ProgramKey {
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

export interface ProgramKey {
  readonly unitId: number;
  readonly cipCode: string;
  readonly awardLevel: number;
}

/** Null for a program that no active release has. */
export type ProgramLoader = KeptLoader<ProgramKey, ProgramRow | null>;

/** In SQL: the level of the College Scorecard that counts the graduates of the award level of `p`. */
const CREDENTIAL_LEVEL = `CASE p.award_level ${AWARD_LEVELS.map((level) => `WHEN ${level.code} THEN ${level.credentialLevel}`).join(' ')} END`;

/** `104151/51.3801/5`, the key of a program in its global ID. */
export function nameOfProgram({ unitId, cipCode, awardLevel }: ProgramKey): string {
  return `${unitId}/${cipCode}/${awardLevel}`;
}

/** Null for what names no program. */
export function programKeyOf(name: string): ProgramKey | null {
  const [, unitId, cipCode, awardLevel] = /^([1-9]\d{0,7})\/(\d\d\.\d{4})\/([1-9]\d?)$/.exec(name) ?? [];
  if (unitId === undefined || cipCode === undefined || awardLevel === undefined) return null;
  return { unitId: Number(unitId), cipCode, awardLevel: Number(awardLevel) };
}

/** First majors with the outcomes of their wider field. In SQL, because Prisma cannot join what no relation names. */
export function createProgramLoader(prisma: Database, catalog: Catalog, rows: RowStore): ProgramLoader {
  const { completions, fieldsOfStudy } = programFilesOf(catalog);
  const [programFile, outcomeFile] = [completions?.fileId ?? NO_FILE, fieldsOfStudy?.fileId ?? NO_FILE];
  return keptLoader({
    rows,
    name: `program ${programFile} ${outcomeFile}`,
    keyOf: nameOfProgram,
    fetch: async (keys) => {
      const found = await prisma.$queryRaw<ProgramRow[]>`
        SELECT p.unit_id AS "unitId", p.cip_code AS "cipCode", p.award_level AS "awardLevel", p."row",
          p.completions, p.completions_marker::text AS "completionsMarker", p.completions_flag::text AS "completionsFlag",
          o."row" AS "outcomeRow", o.awards, o.awards_marker::text AS "awardsMarker",
          o.earnings_1_year_usd AS "earnings1YearUsd", o.earnings_1_year_marker::text AS "earnings1YearMarker",
          o.earnings_4_years_usd AS "earnings4YearsUsd", o.earnings_4_years_marker::text AS "earnings4YearsMarker",
          o.median_debt_usd AS "medianDebtUsd", o.median_debt_marker::text AS "medianDebtMarker"
        FROM unnest(${keys.map(({ unitId }) => unitId)}::int[], ${keys.map(({ cipCode }) => cipCode)}::text[],
                    ${keys.map(({ awardLevel }) => awardLevel)}::int[]) AS asked(unit_id, cip_code, award_level)
        JOIN program p ON p.file_id = ${programFile} AND p.unit_id = asked.unit_id
          AND p.cip_code = asked.cip_code AND p.award_level = asked.award_level AND p.major_number = 1
        LEFT JOIN field_outcome o ON o.file_id = ${outcomeFile} AND o.unit_id = p.unit_id
          AND o.cip_code = left(p.cip_code, 5) AND o.credential_level = ${Prisma.raw(CREDENTIAL_LEVEL)}`;
      const byName = new Map(found.map((row) => [nameOfProgram(row), row]));
      return keys.map((key) => byName.get(nameOfProgram(key)) ?? null);
    },
  });
}
