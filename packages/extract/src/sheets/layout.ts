import type { Cell } from '../tables/table.js';
import { findColumns, findLayout, type HeaderPlace, type SkippedColumn, type WantedColumns } from './header.js';

/** Which names a file gives its columns. A publisher that renames columns gives a source another layout. */
export interface Layout<Field extends string = string> extends Omit<WantedColumns<Field>, 'columns'> {
  /** Which files have it, e.g. `state files until May 2018`. */
  readonly name: string;
  /** Each field with the names that its column may have. */
  readonly columns: Readonly<Partial<Record<Field, readonly string[]>>>;
}

export interface FittedLayout<Field extends string> {
  readonly layout: Layout<Field>;
  /** Which cell of a row holds a field, from 0. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** Columns that are not known, if the layout allows them. */
  readonly skipped: readonly SkippedColumn[];
}

/**
 * Picks the layout that fits a header.
 *
 * @throws ImportError that names each column that does not fit the nearest layout
 */
export function fitLayout<Field extends string>(
  header: readonly Cell[],
  layouts: readonly Layout<Field>[],
  place: HeaderPlace,
): FittedLayout<Field> {
  const known = layouts.map((layout) => ({ layout, ...(layout as Layout<Field> & WantedColumns<string>) }));
  const nearest = findLayout(header, known, place);
  const { columns, skipped } = findColumns(header, nearest, place);
  return { layout: nearest.layout, columns: columns as FittedLayout<Field>['columns'], skipped };
}
