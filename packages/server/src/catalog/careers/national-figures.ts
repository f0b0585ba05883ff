import type { FigureMarker, Prisma } from '@careergraph/db';
import type { EducationLevel, Hybrid, Outlook } from '@careergraph/domain';
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
  /** What the wages and the projections publish in place of a detailed occupation: one code for several. */
  readonly hybrids: Readonly<Record<'wages' | 'projections', ReadonlyMap<string, Hybrid>>>;
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
  const hybridsIn = (release: ReleaseEntry | null) => (release && hybrids.get(release.id)) ?? new Map<string, Hybrid>();
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
    hybrids: { wages: hybridsIn(wages), projections: hybridsIn(projections) },
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
  const first = <Row>(rows: ReadonlyMap<string, Row>, under: ReadonlyMap<string, Hybrid>) =>
    [code, socCode, under.get(socCode)?.code ?? socCode, broadOf(code)].map((each) => rows.get(each)).find(Boolean);
  const { medianAnnualUsd = null, medianMarker = null } = first(wages, hybrids.wages) ?? {};
  const { growthTenths = null, entryEducation = null } = first(projections, hybrids.projections) ?? {};
  return { medianAnnualUsd, medianMarker, growthTenths, entryEducation, outlook: outlookOf(growthTenths) };
}
