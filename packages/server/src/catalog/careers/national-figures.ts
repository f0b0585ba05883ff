import type { FigureMarker, Prisma } from '@careergraph/db';
import type { EducationLevel, Outlook } from '@careergraph/domain';
import { broadOf, educationLevelOf, outlookOf } from '@careergraph/domain';
import type { FileEntry, ReleaseEntry } from '../entries.js';
import type { Hybrids } from '../hybrids.js';

type Transaction = Prisma.TransactionClient;

/** The row of all occupations, which an outlook is compared with. */
const ALL_OCCUPATIONS = '00-0000';

export interface FigureReleases {
  readonly wages: ReleaseEntry | null;
  readonly projections: ReleaseEntry | null;
}

export interface NationalWage {
  readonly medianAnnualUsd: number | null;
  readonly medianMarker: FigureMarker | null;
}

export interface NationalProjection {
  readonly growthTenths: number | null;
  readonly baseEmploymentPersons: number | null;
  readonly entryEducation: EducationLevel | null;
}

/** The national figures of the active releases that lists of careers are filtered and ordered by, by occupation. */
export interface NationalFigures {
  readonly wages: ReadonlyMap<string, NationalWage>;
  readonly projections: ReadonlyMap<string, NationalProjection>;
  /** The code under which a detailed occupation is published together with others. */
  readonly hybrids: ReadonlyMap<string, string>;
  outlookOf(growthTenths: number | null): Outlook;
}

export async function loadNationalFigures(
  tx: Transaction,
  { wages, projections }: FigureReleases,
  files: readonly FileEntry[],
  hybrids: Hybrids,
): Promise<NationalFigures> {
  const wageRows = await tx.wageEstimate.findMany({
    where: nationalRows(wages, files),
    select: { occupationCode: true, annualP50Usd: true, annualP50Marker: true },
  });
  const projectionRows = await tx.projection.findMany({
    where: nationalRows(projections, files),
    select: { occupationCode: true, percentTenths: true, baseEmploymentPersons: true, entryEducation: true },
  });
  const growthOfAll =
    projectionRows.find(({ occupationCode }) => occupationCode === ALL_OCCUPATIONS)?.percentTenths ?? null;
  return {
    wages: new Map(
      wageRows.map((row) => [
        row.occupationCode,
        { medianAnnualUsd: row.annualP50Usd, medianMarker: row.annualP50Marker },
      ]),
    ),
    projections: new Map(
      projectionRows.map((row) => [
        row.occupationCode,
        {
          growthTenths: row.percentTenths,
          baseEmploymentPersons: row.baseEmploymentPersons,
          entryEducation: row.entryEducation === null ? null : educationLevelOf(row.entryEducation),
        },
      ]),
    ),
    hybrids: new Map(
      [projections, wages].flatMap((release) =>
        [...((release && hybrids.get(release.id)) ?? [])].map(([part, { code }]) => [part, code] as const),
      ),
    ),
    outlookOf: (growthTenths) => outlookOf(growthTenths, projections?.key ?? 'none', growthOfAll),
  };
}

function nationalRows(release: ReleaseEntry | null, files: readonly FileEntry[]) {
  const ids = release?.fileIds ?? [];
  const national = files.filter(({ id, role }) => role === 'national' && ids.includes(id));
  return { areaCode: 'US', fileId: { in: national.map(({ id }) => id) } };
}

/** The figures of the occupation; for a code that has none, those of the SOC code, its hybrid, or the broad occupation. */
export function figuresOf(code: string, { wages, projections, hybrids, outlookOf }: NationalFigures) {
  const socCode = code.slice(0, 7);
  const codes = [code, socCode, hybrids.get(socCode) ?? socCode, broadOf(code)];
  const first = <Row>(rows: ReadonlyMap<string, Row>) => codes.map((each) => rows.get(each)).find(Boolean);
  const { medianAnnualUsd = null, medianMarker = null } = first(wages) ?? {};
  const { growthTenths = null, entryEducation = null } = first(projections) ?? {};
  return { medianAnnualUsd, medianMarker, growthTenths, entryEducation, outlook: outlookOf(growthTenths) };
}
