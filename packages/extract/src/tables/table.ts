import { TableError } from './errors.js';
import { headOf, kindOf, refuseOtherKinds } from './kind.js';
import { openText } from './text/table.js';
import { openWorkbook } from './xlsx/workbook.js';

/**
 * What a cell holds; null where it is empty or a text of no characters. Texts are as they stand in the file, not
 * trimmed. A formula gives the result that was saved with it, a date the number that the workbook holds.
 */
export type Cell = string | number | boolean | null;

export interface SheetRow {
  /** As a spreadsheet shows it, from 1; in a text file the line that the record begins on. */
  readonly number: number;
  /**
   * From column A on, with null for empty cells. In a workbook it ends with the last cell that has a value; in a text
   * file it has as many cells as the first row. Of merged cells the first has the value.
   */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  /**
   * How many rows there will have been at the end, judged by the bytes of those that were read; null before. Exact once
   * the last one was read.
   */
  readonly rowsExpected: number | null;
  /**
   * The rows that have a value, as a stream; may be iterated more than once. The whole is only known to be undamaged
   * once the last row was given.
   *
   * @throws TableError at what must not be read as a value, with file, sheet, row and column
   */
  rows(): AsyncIterable<SheetRow>;
}

/** A published file of rows and columns. */
export interface Table {
  readonly kind: 'xlsx' | 'text';
  /** In the order of their tabs, hidden ones included; a text file has one, named after it without its ending. */
  readonly sheets: readonly Sheet[];
  /** Lets go of the file; its rows cannot be read any more. */
  close(): Promise<void>;
}

/**
 * Opens a workbook (.xlsx) or a text file (comma-separated or tab-delimited, UTF-8), told apart by content.
 *
 * @param name as published, used in messages; `path` may be a temporary file
 * @throws TableError when it is neither, or damaged
 * @example
 * const table = await openTable(path, 'national_M2024_dl.xlsx');
 * for await (const { number, cells } of table.sheets[0].rows()) console.log(number, cells);
 * await table.close();
 */
export async function openTable(path: string, name: string): Promise<Table> {
  const head = await headOf(path, name);
  const kind = kindOf(head);
  if (kind === 'zip') return openWorkbook(path, name);
  if (kind === 'gzip') {
    throw new TableError({ file: name }, 'is compressed (gzip), not a table. Unpack it and give the file in it.');
  }
  await refuseOtherKinds(head, path, name);
  return openText(path, name, head);
}
