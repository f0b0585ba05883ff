import { ImportError, type RowFault } from '../faults.js';
import { columnLetters } from '../tables/columns.js';
import type { Cell } from '../tables/table.js';

/** Where a header stands, for messages. */
export interface HeaderPlace {
  readonly file: string;
  readonly sheet: string | null;
  /** As a spreadsheet shows it. */
  readonly row: number;
}

/** The columns of one layout: each field with the names that its column may have. */
export type ColumnNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Which cell of a row holds a field, from 0. */
export type ColumnIndexes<Field extends string> = Readonly<Record<Field, number>>;

/** A column's name for comparisons: without case, and with whitespace and line breaks folded to single spaces. */
export function foldName(name: Cell): string {
  return name === null ? '' : String(name).replaceAll(/\s+/g, ' ').trim().toUpperCase();
}

/** The columns of a layout, and how a header is compared with them. */
export interface WantedColumns<Field extends string> {
  readonly columns: ColumnNames<Field>;
  /** Names of columns that are known and not read. */
  readonly ignored?: readonly string[];
  /** What is compared of a name. The default is `foldName`. */
  readonly fold?: (name: Cell) => string;
  /** Skips columns that are not known. Without it, they are refused. */
  readonly skipsUnknown?: boolean;
}

/** A column of the file, as its header names it. */
export interface SkippedColumn {
  /** `column P` */
  readonly column: string;
  readonly name: string;
}

export interface FoundColumns<Field extends string> {
  readonly columns: ColumnIndexes<Field>;
  readonly skipped: readonly SkippedColumn[];
}

/**
 * Finds each field's column by its name, whatever the case and whitespace.
 *
 * @throws ImportError that names each column that is missing, repeated, or not known
 */
export function findColumns<Field extends string>(
  cells: readonly Cell[],
  wanted: WantedColumns<Field>,
  place: HeaderPlace,
): FoundColumns<Field> {
  const { found, skipped, faults } = matchColumns(cells, wanted);
  if (faults.length > 0) {
    throw new ImportError(
      'The import was refused, and nothing was changed: the columns are not those that are known.',
      faults.map((fault) => ({ ...place, ...fault })),
    );
  }
  return { columns: found as ColumnIndexes<Field>, skipped };
}

/**
 * Picks the layout that fits a header without fault.
 *
 * @throws ImportError that says what does not fit the nearest one
 */
export function findLayout<Layout extends WantedColumns<string>>(
  cells: readonly Cell[],
  layouts: readonly Layout[],
  place: HeaderPlace,
): Layout {
  const [nearest] = layouts
    .map((layout) => ({ layout, faults: matchColumns(cells, layout).faults.length }))
    .toSorted((a, b) => a.faults - b.faults);
  if (!nearest) throw new TypeError('findLayout needs a layout');
  if (nearest.faults > 0) findColumns(cells, nearest.layout, place);
  return nearest.layout;
}

type ColumnFault = Pick<RowFault, 'column' | 'value' | 'message'>;

interface Match<Field extends string> {
  readonly found: Partial<Record<Field, number>>;
  readonly skipped: readonly SkippedColumn[];
  readonly faults: readonly ColumnFault[];
}

function matchColumns<Field extends string>(
  cells: readonly Cell[],
  { columns, ignored = [], fold = foldName, skipsUnknown = false }: WantedColumns<Field>,
): Match<Field> {
  const fieldOf = new Map<string, Field | null>(ignored.map((name) => [fold(name), null]));
  const fields = Object.entries(columns) as [Field, readonly string[]][];
  for (const [field, aliases] of fields) for (const alias of aliases) fieldOf.set(fold(alias), field);
  const found: Partial<Record<Field, number>> = {};
  const unknown: SkippedColumn[] = [];
  const faults: ColumnFault[] = [];
  cells.forEach((cell, index) => {
    if (foldName(cell) === '') return;
    const field = fieldOf.get(fold(cell));
    const column = `column ${columnLetters(index)}`;
    if (field === undefined) {
      unknown.push({ column, name: String(cell) });
    } else if (field !== null && found[field] !== undefined) {
      faults.push({ column, value: cell, message: `is a duplicate of column ${columnLetters(found[field])}.` });
    } else if (field !== null) {
      found[field] = index;
    }
  });
  for (const [field, aliases] of fields) {
    if (found[field] === undefined) faults.push({ message: `has no column ${aliases.join(' or ')}.` });
  }
  if (skipsUnknown && faults.length === 0) return { found, skipped: unknown, faults };
  const notKnown = unknown.map(({ column, name }) => ({
    column,
    value: name,
    message: 'is not a column that this importer knows.',
  }));
  return { found, skipped: [], faults: [...notKnown, ...faults] };
}
