import { type Database, type OccupationTitle, type OnetTechnology, Prisma } from '@careergraph/db';
import type DataLoader from 'dataloader';
import type { PageArguments, PageRequest } from '../paging/arguments.js';
import { type Connection, listName, pageOfPositions } from '../paging/connection.js';
import { keptLoader } from '../rows/loader.js';
import type { RowStore } from '../rows/store.js';

/** Rows of one code in one file. A list is a sequence of segments. */
export interface Segment {
  readonly fileId: number;
  readonly occupationCode: string;
}

/** A row with its segment in the list. */
type Placed<Row> = Omit<Row, 'occupationCode'> & { readonly place: number };

/** The position of a row: the segment of the list, then the row of the file. */
interface Position {
  readonly place: number;
  readonly row: number;
}

export type TitleRow = Placed<OccupationTitle>;
export type TechnologyRow = Placed<OnetTechnology>;

interface Asked {
  readonly segments: readonly Segment[];
  readonly page: PageRequest;
}

/** Pages of lists, for any number of occupations in one statement. In SQL, because Prisma has no LIMIT per list. */
interface PageLoaders<Row> {
  readonly pages: DataLoader<Asked, readonly Row[], string>;
  readonly counts: DataLoader<readonly Segment[], number, string>;
}

export interface OnetPages {
  readonly titles: PageLoaders<TitleRow>;
  readonly technology: PageLoaders<TechnologyRow>;
}

export function createOnetPages(prisma: Database, rows: RowStore): OnetPages {
  return {
    titles: pageLoaders(
      { prisma, rows, name: 'titles' },
      Prisma.sql`occupation_title`,
      Prisma.sql`kind::text AS kind, title, short_title AS "shortTitle", sources,
                 shown_in_my_next_move AS "shownInMyNextMove"`,
    ),
    technology: pageLoaders(
      { prisma, rows, name: 'technology' },
      Prisma.sql`onet_technology`,
      Prisma.sql`example, commodity_code AS "commodityCode", commodity_title AS "commodityTitle",
                 element_id AS "elementId", hot, in_demand AS "inDemand"`,
    ),
  };
}

/** A page of a list, in the order of the segments and of the rows in each file. */
export function pageOfSegments<Row extends Position>(
  { pages, counts }: PageLoaders<Row>,
  name: string,
  segments: readonly Segment[],
  args: PageArguments,
): Promise<Connection<Row>> {
  return pageOfPositions(args, listName(name, segments), [{ integer: true }, { integer: true }], {
    fetch: async (page) => (segments.length === 0 ? [] : pages.load({ segments, page })),
    positionOf: ({ place, row }) => [place, row],
    count: async () => (segments.length === 0 ? 0 : counts.load(segments)),
  });
}

/** Positions before and after every row. */
const [FIRST, LAST] = [
  [-1, -1],
  [2 ** 31 - 1, 2 ** 31 - 1],
];

interface List {
  readonly prisma: Database;
  readonly rows: RowStore;
  readonly name: string;
}

function pageLoaders<Row extends Position>(
  { prisma, rows: kept, name }: List,
  table: Prisma.Sql,
  columns: Prisma.Sql,
): PageLoaders<Row> {
  const read = async (asked: readonly Asked[], { direction, size }: PageRequest): Promise<readonly Row[][]> => {
    const way = direction === 'backward' ? Prisma.sql`DESC` : Prisma.sql`ASC`;
    const part = (edge: 'after' | 'before', index: number) =>
      asked.map(({ page }) => (page[edge] ?? (edge === 'after' ? FIRST : LAST))?.[index] as number);
    const rows = await prisma.$queryRaw<(Row & { readonly list: number })[]>`
      SELECT found.*
      FROM unnest(${part('after', 0)}::int[], ${part('after', 1)}::int[], ${part('before', 0)}::int[],
                  ${part('before', 1)}::int[])
             WITH ORDINALITY AS list (after_place, after_row, before_place, before_row, id)
      CROSS JOIN LATERAL (
        SELECT list.id::int - 1 AS list, segment.place, file_id AS "fileId", sheet, row, ${columns}
        FROM ${segmentsOf(asked.map(({ segments }) => segments))}
        JOIN ${table} ON file_id = segment.file AND occupation_code = segment.code
        WHERE segment.list = list.id - 1
          AND (segment.place, row) > (list.after_place, list.after_row)
          AND (segment.place, row) < (list.before_place, list.before_row)
        ORDER BY segment.place ${way}, row ${way}
        LIMIT ${size + 1}::int
      ) AS found
      ORDER BY found.list, found.place ${way}, found.row ${way}`;
    return asked.map((_, index) => rows.filter(({ list }) => list === index));
  };
  return {
    pages: keptLoader<Asked, readonly Row[]>({
      rows: kept,
      name,
      keyOf: (asked) => JSON.stringify(asked),
      maxBatchSize: 100,
      fetch: async (keys) => {
        const groups = new Map<string, number[]>();
        for (const [index, { page }] of keys.entries()) {
          const kind = `${page.direction} ${page.size}`;
          groups.set(kind, [...(groups.get(kind) ?? []), index]);
        }
        const found = new Map<number, readonly Row[]>();
        for (const indexes of groups.values()) {
          const asked = indexes.map((index) => keys[index] as Asked);
          const pages = await read(asked, (asked[0] as Asked).page);
          for (const [at, index] of indexes.entries()) found.set(index, pages[at] as readonly Row[]);
        }
        return keys.map((_, index) => found.get(index) as readonly Row[]);
      },
    }),
    counts: keptLoader<readonly Segment[], number>({
      rows: kept,
      name: `count of ${name}`,
      keyOf: (segments) => JSON.stringify(segments),
      maxBatchSize: 100,
      fetch: async (lists) => {
        const rows = await prisma.$queryRaw<{ list: number; rows: number }[]>`
          SELECT segment.list, count(*)::int AS rows
          FROM ${segmentsOf(lists)}
          JOIN ${table} ON file_id = segment.file AND occupation_code = segment.code
          GROUP BY segment.list`;
        const counted = new Map(rows.map(({ list, rows: count }) => [list, count]));
        // The statement has no group for a list without rows.
        return lists.map((_, index) => counted.get(index) ?? 0);
      },
    }),
  };
}

/** The segments of several lists as a table. */
function segmentsOf(lists: readonly (readonly Segment[])[]): Prisma.Sql {
  const all = lists.flatMap((segments, list) => segments.map((segment, place) => ({ ...segment, list, place })));
  return Prisma.sql`unnest(${all.map(({ list }) => list)}::int[], ${all.map(({ place }) => place)}::int[],
      ${all.map(({ fileId }) => fileId)}::int[], ${all.map(({ occupationCode }) => occupationCode)}::text[])
    AS segment (list, place, file, code)`;
}
