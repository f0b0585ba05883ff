import { badInput } from '../errors.js';

/** The arguments of a Relay connection, as GraphQL passes them. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface PageRequest {
  readonly size: number;
  readonly direction: 'forward' | 'backward';
  readonly after: readonly Position[] | null;
  readonly before: readonly Position[] | null;
}

/** A value of an ordering field in a cursor. */
export type Position = string | number | null;

/** The values of an ordering field: text by default. */
export interface PositionType {
  readonly integer?: boolean;
  readonly nullable?: boolean;
}

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/**
 * Checks connection arguments against a list.
 *
 * @param list name of the list with its filters and order; a cursor of another list is refused
 * @param types types of the values in a cursor of this list
 */
export function readPage(args: PageArguments, list: string, types: readonly PositionType[]): PageRequest {
  const { first, last } = args;
  if (first != null && last != null) throw badInput('first', 'give first or last, not both.');
  const size = first ?? last ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) {
    throw badInput(last == null ? 'first' : 'last', `${size} is not from 1 to ${MAX_PAGE_SIZE}.`);
  }
  return {
    size,
    direction: last == null ? 'forward' : 'backward',
    after: args.after == null ? null : decodeCursor('after', args.after, list, types),
    before: args.before == null ? null : decodeCursor('before', args.before, list, types),
  };
}

export function encodeCursor(list: string, position: readonly Position[]): string {
  return Buffer.from(JSON.stringify([list, ...position])).toString('base64url');
}

function decodeCursor(
  argument: string,
  cursor: string,
  list: string,
  types: readonly PositionType[],
): readonly Position[] {
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badInput(argument, 'this is not a cursor; take one from an edge or pageInfo of this list.');
  }
  if (!Array.isArray(decoded) || decoded[0] !== list) {
    throw badInput(argument, 'this is a cursor of another list, or of this one with another filter or order.');
  }
  const position: unknown[] = decoded.slice(1);
  if (position.length !== types.length || !types.every((type, index) => isPosition(position[index], type))) {
    throw badInput(argument, 'this is not a cursor; take one from an edge or pageInfo of this list.');
  }
  return position as Position[];
}

/** Whether the database can compare the value with the field. A client may send any cursor. */
function isPosition(value: unknown, { integer = false, nullable = false }: PositionType): boolean {
  if (value === null) return nullable;
  if (integer) return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  return typeof value === 'string' && !value.includes('\0') && !/\p{Surrogate}/u.test(value);
}
