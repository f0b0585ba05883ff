import type { AreaKind } from '@careergraph/db';
import { MARKERS } from '@careergraph/domain';
import type { AreaEntry, OccupationEntry, ReleaseEntry } from '../catalog/catalog.js';
import { once } from '../catalog/memo.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging/arguments.js';
import { type Connection, listName, type OrderBy, pageOfRows } from '../paging/connection.js';
import type { WageRow } from './loaders.js';
import { wageReleases } from './releases.js';
import { holdsAnyWage, type SalaryShape, type WageStatistic } from './salary.js';

export interface SalaryOrder {
  readonly field: WageStatistic | 'AREA';
  readonly direction: 'ASC' | 'DESC';
}

export interface SalariesAsked {
  /** Null for one that is not the career's: then the list is empty, and says so. */
  readonly occupation: OccupationEntry | null;
  readonly kind: AreaKind;
  readonly orderBy: SalaryOrder;
  readonly asOf: string | null;
}

export interface LeftOut {
  readonly area: AreaEntry;
  readonly status: 'SUPPRESSED' | 'TOP_CODED' | 'NOT_PUBLISHED';
  readonly reason: string;
}

export interface SalariesShape extends Connection<SalaryShape> {
  readonly release: ReleaseEntry | null;
  /** Place of a row in the order, from 1; equal figures share a place. */
  readonly rankOf: (salary: SalaryShape) => Promise<number | null>;
  readonly leftOut: () => Promise<readonly LeftOut[]>;
  readonly treatment: string;
}

const FIELD = {
  MEAN: 'annualMeanUsd',
  P10: 'annualP10Usd',
  P25: 'annualP25Usd',
  P50: 'annualP50Usd',
  P75: 'annualP75Usd',
  P90: 'annualP90Usd',
} as const;
const MARKER = {
  MEAN: 'annualMeanMarker',
  P10: 'annualP10Marker',
  P25: 'annualP25Marker',
  P50: 'annualP50Marker',
  P75: 'annualP75Marker',
  P90: 'annualP90Marker',
} as const;

/** One release answers a whole list, so that its rows compare: the first official one that has any row, else a page. */
export async function resolveSalaries(
  context: Context,
  asked: SalariesAsked,
  args: PageArguments,
): Promise<SalariesShape> {
  const { catalog, prisma } = context;
  const { occupation, kind, orderBy, asOf } = asked;
  const candidates = wageReleases(catalog, asOf);
  const coverage = occupation ? await coverageOf(context, occupation, candidates) : [];
  const covered = candidates.map((release) => ({
    release,
    rows: coverage
      .filter((row) => release.files.includes(row.fileId) && row.kind === kind)
      .reduce((sum, { rows }) => sum + rows, 0),
  }));
  const chosen = covered.find(({ rows }) => rows > 0);
  const release = chosen?.release ?? null;
  // A number of rows: none are none.
  const total = chosen?.rows ?? 0;
  const where = {
    occupationCode: occupation?.code ?? '',
    areaKind: kind,
    fileId: { in: release ? [...release.files] : [] },
  };
  const field = orderBy.field === 'AREA' ? null : FIELD[orderBy.field];
  const direction = orderBy.direction === 'ASC' ? 'asc' : 'desc';
  const order: readonly OrderBy[] = [
    ...(field ? [{ field, direction, integer: true, nullable: true } as const] : []),
    { field: 'areaCode', direction: field ? 'asc' : direction },
  ];
  const page = await pageOfRows<WageRow>(
    args,
    listName('salaries', release && [release.sourceId, release.key, release.revision], occupation?.code, kind, orderBy),
    order,
    {
      fetch: async (keyset, sort, take) =>
        release === null ? [] : prisma.wageEstimate.findMany({ where: { AND: [where, keyset] }, orderBy: sort, take }),
      count: async () => total,
    },
  );
  // At most one row an area of the kind, a few hundred; often the page is the whole list already.
  let all: Promise<readonly WageRow[]> | undefined;
  const complete = page.edges.length === total;
  const whole = () => {
    all ??= complete ? Promise.resolve(page.edges.map(({ node }) => node)) : prisma.wageEstimate.findMany({ where });
    return all;
  };
  return {
    edges: page.edges.map(({ cursor, node }) => ({
      cursor,
      node: toSalary(context, occupation as OccupationEntry, release as ReleaseEntry, node),
    })),
    pageInfo: page.pageInfo,
    totalCount: page.totalCount,
    release,
    rankOf: rankBy(whole, field, direction),
    leftOut: async () => leftOut(context, asked, release, await whole()),
    treatment: treatmentOf(context, asked, release),
  };
}

interface Coverage {
  readonly fileId: number;
  readonly kind: AreaKind;
  readonly rows: number;
}

/** How many rows each file of some releases has of an occupation, by kind of area; changes only with a release. */
function coverageOf(
  { catalog, prisma }: Context,
  { code }: OccupationEntry,
  releases: readonly ReleaseEntry[],
): Promise<readonly Coverage[]> {
  const files = releases.flatMap((release) => release.files);
  return once(
    catalog,
    `coverage ${code} ${files}`,
    async () => prisma.$queryRaw<Coverage[]>`
      SELECT file_id AS "fileId", area_kind::text AS kind, count(*)::int AS rows
      FROM wage_estimate WHERE file_id = ANY(${files}::int[]) AND occupation_code = ${code}
      GROUP BY file_id, area_kind`,
  );
}

function toSalary(context: Context, occupation: OccupationEntry, release: ReleaseEntry, row: WageRow): SalaryShape {
  const area = context.catalog.areas.get(row.areaCode) as AreaEntry;
  const source = context.catalog.sources.get(release.sourceId);
  const fromPage = source?.kind === 'PAGE';
  return {
    row,
    occupation,
    area,
    release,
    resolution: {
      askedOccupation: occupation,
      askedArea: area,
      usedOccupation: occupation,
      usedArea: area,
      exact: true,
      zip: null,
      rule: fromPage ? 'STATED_BY_PAGE' : 'AS_ASKED',
      explanation: fromPage
        ? `No official release that answers has a table of these areas for ${occupation.code}; the page "${source.name}" states one.`
        : `${occupation.code} in ${area.name}, as published in ${source?.name}, ${release.label}.`,
    },
  };
}

/** Place of a row among all rows of the list: one more than those with a better figure. */
function rankBy(
  whole: () => Promise<readonly WageRow[]>,
  field: (typeof FIELD)[WageStatistic] | null,
  direction: 'asc' | 'desc',
) {
  return async ({ row }: SalaryShape): Promise<number | null> => {
    const value = field === null ? null : row[field];
    if (field === null || value === null) return null;
    const better = (await whole()).filter((other) => {
      const figure = other[field];
      return figure !== null && (direction === 'asc' ? figure < value : figure > value);
    });
    return better.length + 1;
  };
}

async function leftOut(
  { catalog }: Context,
  { kind, orderBy }: SalariesAsked,
  release: ReleaseEntry | null,
  rows: readonly WageRow[],
): Promise<readonly LeftOut[]> {
  const marker = MARKER[orderBy.field === 'AREA' ? 'MEAN' : orderBy.field];
  const name = release && catalog.sources.get(release.sourceId)?.name;
  return [...catalog.areas.values()]
    .filter((area) => area.kind === kind)
    .flatMap((area): LeftOut[] => {
      const row = rows.find(({ areaCode }) => areaCode === area.code);
      if (!row || !holdsAnyWage(row)) {
        const reason = release
          ? `"${name}", ${release.label}, has no figure for it.`
          : 'No release that answers has a table of these areas.';
        return [{ area, status: 'NOT_PUBLISHED', reason }];
      }
      const why = row[marker];
      return why === null
        ? []
        : [{ area, status: MARKERS[why].status as LeftOut['status'], reason: MARKERS[why].reason }];
    });
}

function treatmentOf(
  { catalog }: Context,
  { kind, orderBy, occupation }: SalariesAsked,
  release: ReleaseEntry | null,
): string {
  const ties =
    orderBy.field === 'AREA'
      ? 'Ordered by area code.'
      : 'Equal figures share a rank and stand in the order of their area codes.';
  const missing =
    'Areas without the figure (suppressed, top-coded or absent) come last, have no rank, and are named in leftOut with the reason; a top-coded one pays more than any that is ranked.';
  const scope: Partial<Record<AreaKind, string>> = {
    STATE:
      'States include the District of Columbia; Guam, Puerto Rico and the Virgin Islands are not states: ask for them with kind TERRITORY.',
    TERRITORY: 'Territories are not part of the national figure.',
  };
  const source = release
    ? catalog.sources.get(release.sourceId)?.kind === 'PAGE'
      ? 'The figures are those that a published page states; no official table of these areas is loaded.'
      : `All figures are of ${release.label}.`
    : occupation
      ? `No release that answers has a table of these areas for ${occupation.code}.`
      : "The occupation asked for is not one of the career's.";
  return [source, ties, missing, scope[kind]].filter(Boolean).join(' ');
}
