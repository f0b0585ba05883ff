import type { AreaKind } from '@careergraph/db';
import { type WageStatistic, wageColumns } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { andThen, type MaybePromise } from '../maybe-promise.js';
import type { PageArguments } from '../paging/arguments.js';
import { type Connection, listName, type OrderBy, pageOfSorted, sorted, withNodes } from '../paging/connection.js';
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
  readonly leftOut: (context: Context) => MaybePromise<readonly AreaWithoutFigure[]>;
  readonly treatment: string;
}

/** What an occupation pays in all areas of a kind. One release answers the whole list, so that its rows compare. */
export function resolveSalaries(
  context: Context,
  asked: SalariesAsked,
  args: PageArguments,
): MaybePromise<SalariesShape> {
  const { occupation, kind, orderBy, asOf } = asked;
  const name = `${occupation?.code} ${kind} ${orderBy.field} ${orderBy.direction} ${asOf ?? ''}`;
  return andThen(
    context.results.get(`salaries ${name}`, () => orderTable(context, asked)),
    (ordered) => pageOfTable(context, asked, ordered, args, name),
  );
}

/** A table with the order of its rows. */
interface OrderedTable {
  readonly choice: Choice;
  /** Of its list, in cursors. */
  readonly name: string;
  /** Where each row is in the table, in order. */
  readonly positions: readonly number[];
  /** The rank of each row by its area; null without a figure. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly treatment: string;
}

async function orderTable(context: Context, asked: SalariesAsked): Promise<OrderedTable> {
  const { occupation, kind, orderBy } = asked;
  const choice = occupation ? await chooseTable(context, occupation, asked) : NO_TABLE;
  const release = choice.table?.release ?? null;
  const rows = await rowsOf(context, choice, kind);
  const ordered = sorted(orderOf(orderBy), rows);
  return {
    choice,
    name: listName(
      'salaries',
      release && [release.sourceId, release.key, release.revision],
      occupation?.code,
      kind,
      orderBy,
    ),
    positions: ordered.map((row) => rows.indexOf(row)),
    ranks: ranksOf(ordered, orderBy.field),
    treatment: treatmentOf(context.catalog, asked, { ...choice, release }),
  };
}

function rowsOf({ figures }: Context, { table }: Choice, kind: AreaKind): MaybePromise<readonly WageRow[]> {
  return table === null ? [] : figures.wageTables.load(keyOf(table, kind));
}

function pageOfTable(
  context: Context,
  asked: SalariesAsked,
  { choice, name, positions, ranks, treatment }: OrderedTable,
  args: PageArguments,
  tableName: string,
): MaybePromise<SalariesShape> {
  const { catalog, results } = context;
  const { table } = choice;
  const release = table?.release ?? null;
  return andThen(rowsOf(context, choice, asked.kind), (rows) => {
    const ordered = positions.map((position) => rows[position] as WageRow);
    const page = pageOfSorted(args, name, orderOf(asked.orderBy), ordered);
    // Without a table there are no rows.
    const withTable = { ...choice, table: table as Table };
    return {
      ...withNodes(page, (row) => toSalary(catalog, withTable, row)),
      occupation: asked.occupation,
      release,
      rankOf: ({ row }) => ranks.get(row.areaCode) ?? null,
      leftOut: (of) =>
        results.get(`left out of ${tableName}`, () => areasWithoutFigure(of, asked, { ...choice, release }, rows)),
      treatment,
    };
  });
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
  return {
    row,
    occupation,
    area,
    release,
    // Few queries ask for it, and a list has hundreds of rows.
    get resolution() {
      return {
        askedOccupation: asked,
        askedArea: area,
        usedOccupation: occupation,
        usedArea: area,
        exact: scope === null,
        zip: null,
        ...ruleOf(),
      };
    },
  };

  function ruleOf(): Pick<Resolution, 'rule' | 'explanation'> {
    if (catalog.isPage(release))
      return {
        rule: 'STATED_BY_PAGE',
        explanation: `${lack}; the page "${catalog.sourceOf(release).name}" states one.`,
      };
    const published = asPublished(occupation, area, release);
    const rule = lack === null ? 'AS_ASKED' : 'EARLIER_RELEASE';
    const isOfSocCode = occupation.code === asked.code.slice(0, 7);
    return {
      rule: scope === null ? rule : isOfSocCode ? 'SOC_OCCUPATION' : 'PUBLISHED_TOGETHER',
      explanation: [scope ?? published, lack && `${lack}.`].filter(Boolean).join(' '),
    };
  }
}

/** The rank of each row that has a figure: one more than the number of rows with a better one. None in an order by area. */
function ranksOf(ordered: readonly WageRow[], field: SalaryOrder['field']): ReadonlyMap<string, number> {
  if (field === 'AREA') return new Map();
  const column = wageColumns(field).annualUsd;
  const values = ordered.map((row) => row[column]);
  return new Map(
    ordered.flatMap(({ areaCode }, index) => {
      const value = values[index];
      return value == null ? [] : [[areaCode, values.indexOf(value) + 1] as const];
    }),
  );
}
