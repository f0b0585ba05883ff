import { type FigureMarker, Prisma } from '@careergraph/db';
import { educationLevelOf, outlookOf } from '@careergraph/domain';
import { holdsAnyWage } from '../../figures/loaders.js';
import type { FileEntry, OccupationEntry, ReleaseEntry } from '../entries.js';
import type { Hybrids } from '../hybrids.js';
import { OccupationTree } from '../occupation-tree.js';
import { AnsweringRows, type InFile } from './answering-rows.js';

type Transaction = Prisma.TransactionClient;

/** The row of all occupations, which an outlook is compared with. */
const ALL_OCCUPATIONS = '00-0000';

/** The releases that are asked for national figures, each list in the order of precedence. */
export interface FigureReleases {
  readonly wages: readonly ReleaseEntry[];
  /** Pages that state wages. They answer what no official release has. */
  readonly pages: readonly ReleaseEntry[];
  readonly projections: readonly ReleaseEntry[];
}

export interface NationalWage {
  readonly medianAnnualUsd: number | null;
  readonly medianMarker: FigureMarker | null;
}

export interface NationalProjection {
  readonly growthTenths: number | null;
  readonly baseEmploymentPersons: number | null;
  readonly entryEducation: string | null;
}

/** The national figures that lists of careers are filtered and ordered by: those that `salary` and `growth` answer. */
export interface NationalFigures {
  readonly wages: AnsweringRows<NationalWage>;
  readonly projections: AnsweringRows<NationalProjection>;
}

export interface FigureCatalog {
  readonly files: readonly FileEntry[];
  readonly occupations: readonly OccupationEntry[];
  readonly hybrids: Hybrids;
}

export async function loadNationalFigures(
  tx: Transaction,
  { wages, pages, projections }: FigureReleases,
  { files, occupations, hybrids }: FigureCatalog,
): Promise<NationalFigures> {
  const occupationsByCode = new Map(occupations.map((each) => [each.code, each]));
  const names = { occupations: occupationsByCode, tree: new OccupationTree(occupationsByCode), hybrids };
  const newest = (columns: Prisma.Sql, releases: readonly ReleaseEntry[]) =>
    newestRows(columns, nationalFiles(releases, files), hybridCodes(releases, hybrids));
  const wageRows = await tx.$queryRaw<(InFile & NationalWage)[]>(
    newest(
      Prisma.sql`annual_p50_usd AS "medianAnnualUsd", annual_p50_marker::text AS "medianMarker" FROM wage_estimate`,
      wages,
    ),
  );
  const projectionRows = await tx.$queryRaw<(InFile & NationalProjection)[]>(
    newest(
      Prisma.sql`percent_tenths AS "growthTenths", base_employment_persons AS "baseEmploymentPersons",
                 entry_education AS "entryEducation" FROM projection`,
      projections,
    ),
  );
  const statedRows = await loadStatedWages(tx, pages);
  return {
    wages: new AnsweringRows([...wageRows, ...statedRows], [...wages, ...pages], names),
    projections: new AnsweringRows(projectionRows, projections, names),
  };
}

/** Ids of the national files, in the order of precedence of their releases. */
function nationalFiles(releases: readonly ReleaseEntry[], files: readonly FileEntry[]): number[] {
  const national = new Set(files.flatMap(({ id, role }) => (role === 'national' ? [id] : [])));
  return releases.flatMap(({ fileIds }) => fileIds.filter((id) => national.has(id)));
}

/** Codes that one of the releases publishes for several occupations. */
function hybridCodes(releases: readonly ReleaseEntry[], hybrids: Hybrids): string[] {
  return [...new Set(releases.flatMap(({ id }) => [...(hybrids.get(id)?.values() ?? [])].map(({ code }) => code)))];
}

/**
 * Of each occupation, the row of the first file that has it. A code that stands for others in one release may stand for
 * itself in a newer one, so all of its rows are read, and all rows of all occupations.
 */
function newestRows(columns: Prisma.Sql, ids: readonly number[], codes: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT * FROM (
      SELECT row_number() OVER (PARTITION BY occupation_code ORDER BY array_position(${ids}::int[], file_id)) AS place,
             occupation_code AS "occupationCode", file_id AS "fileId", ${columns}
      WHERE area_code = 'US' AND file_id = ANY(${ids}::int[])
    ) AS "row" WHERE place = 1 OR "occupationCode" = ANY(${[...codes, ALL_OCCUPATIONS]}::text[])`;
}

async function loadStatedWages(tx: Transaction, pages: readonly ReleaseEntry[]) {
  const rows = await tx.wageEstimate.findMany({
    where: { areaCode: 'US', fileId: { in: pages.flatMap(({ fileIds }) => [...fileIds]) } },
  });
  return rows.filter(holdsAnyWage).map(({ occupationCode, fileId, annualP50Usd, annualP50Marker }) => ({
    ...{ occupationCode, fileId },
    ...{ medianAnnualUsd: annualP50Usd, medianMarker: annualP50Marker },
  }));
}

/** What the lists need of a career's figures: those of its primary occupation, as `salary` and `growth` answer. */
export function figuresOf(code: string, { wages, projections }: NationalFigures) {
  const { medianAnnualUsd = null, medianMarker = null } = wages.answer(code)?.row ?? {};
  const projected = projections.answer(code);
  const { growthTenths = null, entryEducation = null } = projected?.row ?? {};
  const ofAll = projected && (projections.in(projected.release, ALL_OCCUPATIONS)?.growthTenths ?? null);
  return {
    medianAnnualUsd,
    medianMarker,
    growthTenths,
    entryEducation: entryEducation === null ? null : educationLevelOf(entryEducation),
    outlook: outlookOf(growthTenths, projected?.release.key ?? 'none', ofAll),
  };
}
