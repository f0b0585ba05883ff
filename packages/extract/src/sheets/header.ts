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

/**
 * Finds each field's column by its name, whatever the case and whitespace.
 *
 * @param ignored names of columns that are known and not read
 * @throws ImportError that names each column that is missing, repeated, or not known
 */
export function findColumns<Field extends string>(
  cells: readonly Cell[],
  wanted: ColumnNames<Field>,
  place: HeaderPlace,
  ignored: readonly string[] = [],
): ColumnIndexes<Field> {
  const { found, faults } = matchColumns(cells, wanted, ignored);
  if (faults.length > 0) {
    throw new ImportError(
      'The import was refused, and nothing was changed: the columns are not those that are known.',
      faults.map((fault) => ({ ...place, ...fault })),
    );
  }
  return found as ColumnIndexes<Field>;
}

/**
 * Picks the layout that fits a header without fault.
 *
 * @throws ImportError that says what does not fit the nearest one
 */
export function findLayout<
  Layout extends { readonly columns: ColumnNames<string>; readonly ignored: readonly string[] },
>(cells: readonly Cell[], layouts: readonly Layout[], place: HeaderPlace): Layout {
  const [nearest] = layouts
    .map((layout) => ({ layout, faults: matchColumns(cells, layout.columns, layout.ignored).faults.length }))
    .toSorted((a, b) => a.faults - b.faults);
  if (!nearest) throw new TypeError('findLayout needs a layout');
  if (nearest.faults > 0) findColumns(cells, nearest.layout.columns, place, nearest.layout.ignored);
  return nearest.layout;
}

function matchColumns<Field extends string>(
  cells: readonly Cell[],
  wanted: ColumnNames<Field>,
  ignored: readonly string[],
): { found: Partial<Record<Field, number>>; faults: readonly Pick<RowFault, 'column' | 'value' | 'message'>[] } {
  const fieldOf = new Map<string, Field | null>(ignored.map((name) => [foldName(name), null]));
  const fields = Object.entries(wanted) as [Field, readonly string[]][];
  for (const [field, aliases] of fields) for (const alias of aliases) fieldOf.set(foldName(alias), field);
  const found: Partial<Record<Field, number>> = {};
  const faults: Pick<RowFault, 'column' | 'value' | 'message'>[] = [];
  cells.forEach((cell, index) => {
    const name = foldName(cell);
    if (name === '') return;
    const field = fieldOf.get(name);
    const column = `column ${columnLetters(index)}`;
    if (field === undefined) {
      faults.push({ column, value: cell, message: 'is not a column that this importer knows.' });
    } else if (field !== null && found[field] !== undefined) {
      faults.push({
        column,
        value: cell,
        message: `is a duplicate of column ${columnLetters(found[field])}.`,
      });
    } else if (field !== null) {
      found[field] = index;
    }
  });
  for (const [field, aliases] of fields) {
    if (found[field] === undefined) faults.push({ message: `has no column ${aliases.join(' or ')}.` });
  }
  return { found, faults };
}
