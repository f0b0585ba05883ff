import type { AreaKind } from '@careergraph/db';
import { type WageStatistic, wageColumns } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging/arguments.js';
import { type Connection, listName, type OrderBy, pageOfSorted } from '../paging/connection.js';
import { type AreaWithoutFigure, areasWithoutFigure, treatmentOf } from './left-out.js';
import type { WageRow, WageTableKey } from './loaders.js';
import type { Resolution } from './resolution.js';
import { type SalaryShape, wageReleases } from './salary.js';
import { asPublished, lacking, named, ofSocCode, publishedTogether } from './wording.js';

export interface SalaryOrder {
  readonly field: WageStatistic | 'AREA';
  readonly direction: 'ASC' | 'DESC';
}

export interface SalariesAsked {
  /** Null if it is not one of the career's occupations: then the list is empty, and says so. */
  readonly occupation: OccupationEntry | null;
  readonly kind: AreaKind;
  readonly orderBy: SalaryOrder;
  readonly asOf: string | null;
}

export interface SalariesShape extends Connection<SalaryShape> {
  readonly occupation: OccupationEntry | null;
  readonly release: ReleaseEntry | null;
  /** Position in the order, from 1; equal figures have the same rank. */
  readonly rankOf: (salary: SalaryShape) => number | null;
  readonly leftOut: () => Promise<readonly AreaWithoutFigure[]>;
  readonly treatment: string;
}

/** What an occupation pays in all areas of a kind. One release answers the whole list, so that its rows compare. */
export async function resolveSalaries(
  context: Context,
  asked: SalariesAsked,
  args: PageArguments,
): Promise<SalariesShape> {
  const { catalog, figures } = context;
  const { occupation, kind, orderBy } = asked;
  const { field, direction } = orderBy;
  const choice = occupation ? await chooseTable(context, occupation, asked) : NO_TABLE;
  const { table } = choice;
  const release = table?.release ?? null;
  const rows = table === null ? [] : await figures.wageTables.load(keyOf(table, kind));
  const page = await pageOfSorted(
    args,
    listName('salaries', release && [release.sourceId, release.key, release.revision], occupation?.code, kind, orderBy),
    orderOf(orderBy),
    rows,
  );
  return {
    edges:
      table === null
        ? []
        : page.edges.map(({ cursor, node }) => ({ cursor, node: toSalary(catalog, { ...choice, table }, node) })),
    pageInfo: page.pageInfo,
    totalCount: page.totalCount,
    occupation,
    release,
    rankOf: (salary) => (field === 'AREA' ? null : rankOf(salary, rows, field, direction)),
    leftOut: () => areasWithoutFigure(context, asked, { ...choice, release }, rows),
    treatment: treatmentOf(catalog, asked, { ...choice, release }),
  };
}

/** The rows of an occupation in a release. */
interface Table {
  readonly asked: OccupationEntry;
  /** The occupation in the query, the SOC code of an O*NET code, or the hybrid that it is published under. */
  readonly occupation: OccupationEntry;
  readonly release: ReleaseEntry;
  /** How many rows it has for the kind of area in the query. */
  readonly rows: number;
}

interface Choice {
  readonly table: Table | null;
  /** What the releases that were asked before it do not have, as a clause; null if the first one is official and has the table. */
  readonly lack: string | null;
  /** Which occupations the figures are for, as a sentence; null if they are for the one in the query alone. */
  readonly scope: string | null;
}

const NO_TABLE: Choice = { table: null, lack: null, scope: null };

const TABLE_NAMES: Readonly<Record<AreaKind, string>> = {
  NATION: 'national wage',
  STATE: 'table of wages by state',
  TERRITORY: 'table of wages by territory',
  METRO: 'table of wages by metropolitan area',
  MICRO: 'table of wages by micropolitan area',
  NONMETRO: 'table of wages by nonmetropolitan area',
};

/** The first release with rows for the occupation or its hybrid: official ones in their order, then pages. */
async function chooseTable(context: Context, asked: OccupationEntry, { kind, asOf }: SalariesAsked): Promise<Choice> {
  const { catalog } = context;
  const socCode = asked.code.slice(0, 7);
  // No file of figures has O*NET codes.
  const soc = asked.level === 'ONET' ? catalog.occupation(socCode) : asked;
  const occupations = [...(soc ? [soc] : []), ...catalog.hybridsOf(socCode)];
  const coverage = await coverageOf(context, occupations);
  const rowsIn = ({ code }: OccupationEntry, { fileIds }: ReleaseEntry) =>
    coverage.reduce(
      (sum, { fileId, occupationCode, areaKind, _count }) =>
        occupationCode === code && areaKind === kind && fileIds.includes(fileId) ? sum + _count : sum,
      0,
    );
  const releases = wageReleases(catalog, asOf);
  const found = releases
    .flatMap((release) => occupations.map((occupation) => ({ occupation, release })))
    .filter(
      ({ occupation: { code }, release }) => code === socCode || catalog.hybridOf(release, socCode)?.code === code,
    )
    .map((table): Table => ({ ...table, asked, rows: rowsIn(table.occupation, table.release) }))
    .find(({ rows }) => rows > 0);
  const isPage = found !== undefined && catalog.isPage(found.release);
  const used = found?.occupation ?? soc ?? asked;
  const hybrid = found && found.occupation.code !== socCode ? catalog.hybridOf(found.release, socCode) : null;
  const scopes = [
    asked.level === 'ONET' && soc ? ofSocCode(catalog, asked, soc) : null,
    found && hybrid ? publishedTogether(catalog, found.release, socCode, hybrid) : null,
  ].filter((scope) => scope !== null);
  return {
    table: found ?? null,
    lack:
      found && found.release === releases[0] && !isPage
        ? null
        : lacking(catalog, {
            asOf,
            releases,
            what: `${TABLE_NAMES[kind]} for ${named(used)}`,
            having: catalog.answering('bls-oews').find((other) => rowsIn(used, other) > 0) ?? null,
            isPage,
          }),
    scope: scopes.length > 0 ? scopes.join(' ') : null,
  };
}

/** How many rows each file has for the occupations, by kind of area; computed once per catalog. */
function coverageOf({ catalog, prisma }: Context, occupations: readonly OccupationEntry[]) {
  const codes = occupations.map(({ code }) => code);
  return catalog.once(`coverage ${codes}`, async () => {
    const files = [...catalog.answering('bls-oews'), ...wageReleases(catalog, null)].flatMap(({ fileIds }) => fileIds);
    const where = { fileId: { in: [...new Set(files)] }, occupationCode: { in: codes } };
    return prisma.wageEstimate.groupBy({ by: ['fileId', 'occupationCode', 'areaKind'], where, _count: true });
  });
}

function keyOf({ occupation, release }: Table, areaKind: AreaKind): WageTableKey {
  return { fileIds: release.fileIds, occupationCode: occupation.code, areaKind };
}

function orderOf({ field, direction }: SalaryOrder): readonly OrderBy[] {
  const way = direction === 'ASC' ? 'asc' : 'desc';
  if (field === 'AREA') return [{ field: 'areaCode', direction: way }];
  return [
    { field: wageColumns(field).annualUsd, direction: way, integer: true, nullable: true },
    { field: 'areaCode', direction: 'asc' },
  ];
}

function toSalary(
  catalog: Catalog,
  { table: { asked, occupation, release }, lack, scope }: Choice & { readonly table: Table },
  row: WageRow,
): SalaryShape {
  const area = catalog.areaOf(row);
  const { name: source } = catalog.sourceOf(release);
  const fromPage = catalog.isPage(release);
  return {
    row,
    occupation,
    area,
    release,
    resolution: {
      askedOccupation: asked,
      askedArea: area,
      usedOccupation: occupation,
      usedArea: area,
      exact: scope === null,
      zip: null,
      ...ruleOf(),
    },
  };

  function ruleOf(): Pick<Resolution, 'rule' | 'explanation'> {
    if (fromPage) return { rule: 'STATED_BY_PAGE', explanation: `${lack}; the page "${source}" states one.` };
    const published = asPublished(occupation, area, release);
    const rule = lack === null ? 'AS_ASKED' : 'EARLIER_RELEASE';
    const isOfSocCode = occupation.code === asked.code.slice(0, 7);
    return {
      rule: scope === null ? rule : isOfSocCode ? 'SOC_OCCUPATION' : 'PUBLISHED_TOGETHER',
      explanation: [scope ?? published, lack && `${lack}.`].filter(Boolean).join(' '),
    };
  }
}

/** The rank of a row among all rows: one more than the number of rows with a better figure. */
function rankOf(
  { row }: SalaryShape,
  rows: readonly WageRow[],
  statistic: WageStatistic,
  direction: SalaryOrder['direction'],
): number | null {
  const column = wageColumns(statistic).annualUsd;
  const value = row[column];
  if (value === null) return null;
  const better = rows.filter((other) => {
    const figure = other[column];
    return figure !== null && (direction === 'ASC' ? figure < value : figure > value);
  });
  return better.length + 1;
}
