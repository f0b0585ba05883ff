import { hash } from 'node:crypto';
import { badInput } from '../errors.js';
import {
  encodeCursor,
  type PageArguments,
  type PageRequest,
  type Position,
  type PositionType,
  readPage,
} from './arguments.js';

export interface Connection<T> {
  readonly edges: { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: () => number | Promise<number>;
}

/** A field that a list is ordered by. Rows without a value come last in either direction. */
export interface OrderBy extends PositionType {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** The name of a list in its cursors: its subject, filters and order. */
export function listName(name: string, ...by: readonly unknown[]): string {
  return `${name}:${hash('sha256', JSON.stringify(by), 'base64url').slice(0, 8)}`;
}

/**
 * A page of a list in the database, by keyset pagination. The last ordering field is unique. `fetch` receives what to
 * add to the WHERE clause, the ORDER BY and the LIMIT.
 */
export async function pageOfRows<T>(
  args: PageArguments,
  list: string,
  order: readonly OrderBy[],
  source: {
    fetch(where: object, orderBy: object[], take: number): Promise<readonly T[]>;
    count(): Promise<number>;
  },
): Promise<Connection<T>> {
  return pageOfPositions(args, list, order, {
    fetch: ({ after, before, direction, size }) => {
      const backward = direction === 'backward';
      const where = {
        AND: [
          ...(after ? [{ OR: beyond(order, after, false) }] : []),
          ...(before ? [{ OR: beyond(order, before, true) }] : []),
        ],
      };
      return source.fetch(
        where,
        order.map((by) => orderClause(by, backward)),
        size + 1,
      );
    },
    positionOf: (row) => order.map(({ field }) => Reflect.get(row as object, field) as Position),
    count: source.count,
  });
}

/**
 * A page of a list in the database, for a `fetch` that compares positions itself. It returns one row more than the page
 * size, starting at the end that the page is read from.
 */
async function pageOfPositions<T>(
  args: PageArguments,
  list: string,
  types: readonly PositionType[],
  source: {
    fetch(page: PageRequest): Promise<readonly T[]>;
    positionOf(row: T): readonly Position[];
    count(): Promise<number>;
  },
): Promise<Connection<T>> {
  const page = readPage(args, list, types);
  const rows = await source.fetch(page);
  const kept = rows.slice(0, page.size);
  if (page.direction === 'backward') kept.reverse();
  return connection(
    page,
    kept,
    rows.length > page.size,
    (row) => encodeCursor(list, source.positionOf(row)),
    source.count,
  );
}

function orderClause({ field, direction, nullable }: OrderBy, backward: boolean): object {
  const sort = backward === (direction === 'asc') ? 'desc' : 'asc';
  return { [field]: nullable ? { sort, nulls: backward ? 'first' : 'last' } : sort };
}

/**
 * Conditions for the rows after a position (or before it), any of which may hold: greater in the first field, or equal
 * there and beyond the position in the other fields. Never contains an empty list: Prisma ignores one inside an AND, and
 * the row at the position would be returned again.
 */
function beyond(
  [by, ...rest]: readonly OrderBy[],
  [value, ...others]: readonly Position[],
  backward: boolean,
): object[] {
  if (by === undefined) return [];
  const further = beyond(rest, others, backward);
  const equal = further.length === 0 ? [] : [{ AND: [{ [by.field]: value }, { OR: further }] }];
  if (value === null) return backward ? [{ [by.field]: { not: null } }, ...equal] : equal;
  const greater = (by.direction === 'asc') !== backward;
  return [
    { [by.field]: { [greater ? 'gt' : 'lt']: value } },
    ...(by.nullable && !backward ? [{ [by.field]: null }] : []),
    ...equal,
  ];
}

/** The rows in the order in which {@link pageOfRows} sorts. */
export function sorted<T>(order: readonly OrderBy[], rows: readonly T[]): readonly T[] {
  return rows.toSorted((a, b) => compare(order, positionIn(order, a), positionIn(order, b)));
}

/** A page of a sorted list in memory: a cursor is a position, whether or not a row has it. */
export function pageOfSorted<T>(
  args: PageArguments,
  list: string,
  order: readonly OrderBy[],
  rows: readonly T[],
): Connection<T> {
  const page = readPage(args, list, order);
  const { after, before, direction, size } = page;
  const range =
    after === null && before === null
      ? rows
      : rows.filter((row) => {
          const position = positionIn(order, row);
          return (
            (after === null || compare(order, position, after) > 0) &&
            (before === null || compare(order, position, before) < 0)
          );
        });
  const kept = direction === 'forward' ? range.slice(0, size) : range.slice(-size);
  return connection(
    page,
    kept,
    range.length > size,
    (row) => encodeCursor(list, positionIn(order, row)),
    () => rows.length,
  );
}

function positionIn(order: readonly OrderBy[], row: unknown): readonly Position[] {
  return order.map(({ field }) => Reflect.get(row as object, field) as Position);
}

/** Negative if the first position comes before the second. */
function compare(order: readonly OrderBy[], a: readonly Position[], b: readonly Position[]): number {
  for (const [index, { direction }] of order.entries()) {
    const [left, right] = [a[index] ?? null, b[index] ?? null];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right === (direction === 'asc') ? -1 : 1;
  }
  return 0;
}

/** The same page with other nodes. */
export function withNodes<T, U>({ edges, ...page }: Connection<T>, toNode: (node: T) => U): Connection<U> {
  return {
    ...page,
    edges: edges.map((edge) => ({
      get cursor() {
        return edge.cursor;
      },
      node: toNode(edge.node),
    })),
  };
}

/** A page of a list in memory, in the given order; `key` is unique. */
export function pageOfItems<T>(
  args: PageArguments,
  list: string,
  items: readonly T[],
  key: (item: T) => string,
): Connection<T> {
  const page = readPage(args, list, [{}]);
  const indexOf = (argument: 'after' | 'before') => {
    const position = page[argument];
    if (position === null) return -1;
    const index = items.findIndex((item) => key(item) === position[0]);
    if (index === -1)
      throw badInput(argument, 'the entry of this cursor is no longer in the list; start again without it.');
    return index;
  };
  const from = indexOf('after') + 1;
  const found = indexOf('before');
  const range = items.slice(from, found === -1 ? items.length : found);
  const kept = page.direction === 'forward' ? range.slice(0, page.size) : range.slice(-page.size);
  return connection(
    page,
    kept,
    range.length > page.size,
    (item) => encodeCursor(list, [key(item)]),
    () => items.length,
  );
}

function connection<T>(
  page: PageRequest,
  nodes: readonly T[],
  more: boolean,
  cursorOf: (node: T) => string,
  totalCount: () => number | Promise<number>,
): Connection<T> {
  // A cursor takes longer to make than most fields, and few queries ask for it.
  const edges = nodes.map((node) => ({
    get cursor() {
      return cursorOf(node);
    },
    node,
  }));
  const forward = page.direction === 'forward';
  return {
    edges,
    pageInfo: {
      hasNextPage: forward ? more : page.before !== null,
      hasPreviousPage: forward ? page.after !== null : more,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    totalCount,
  };
}
