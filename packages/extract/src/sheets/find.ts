import type { Cell, Sheet, SheetRow, Table } from '../tables/table.js';
import { firstRows } from './beginning.js';
import { foldName } from './header.js';

/** A sheet that has a table in it. */
export interface TableSheet {
  readonly sheet: Sheet;
  readonly header: SheetRow;
  /** Titles above the header. */
  readonly above: readonly SheetRow[];
}

/** A data row by fields, in the source's own labels. */
export interface RawRow<Field extends string> {
  /** Null in a text file. */
  readonly sheet: string | null;
  readonly row: number;
  readonly cells: Readonly<Record<Field, Cell>>;
}

/** The sheets with a row near their top that has a column of this name. */
export async function sheetsWith(table: Table, column: string): Promise<readonly TableSheet[]> {
  const found: TableSheet[] = [];
  for (const sheet of table.sheets) {
    const rows = await firstRows(sheet);
    const at = rows.findIndex(({ cells }) => cells.some((cell) => foldName(cell) === foldName(column)));
    if (at >= 0) found.push({ sheet, header: rows[at] as SheetRow, above: rows.slice(0, at) });
  }
  return found;
}
