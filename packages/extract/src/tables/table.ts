/**
 * The value of a cell: null if it is empty or has an empty string. Strings are as in the file, not trimmed. For a formula
 * it is the saved result, for a date the number that the workbook stores.
 */
export type Cell = string | number | boolean | null;

export interface SheetRow {
  /** The row number as a spreadsheet shows it, from 1. In a text file, the line where the record starts. */
  readonly number: number;
  /**
   * Cells from column A on, null for empty ones. In a workbook the row ends with the last cell that has a value. In a
   * text file each row has as many cells as the first one. Of merged cells, only the first has the value.
   */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  /**
   * Estimate of the number of rows, from the bytes read so far. Null before the first row, exact after the last.
   */
  readonly rowsExpected: number | null;
  /**
   * Streams the rows that have a value. Can be iterated more than once. Damage to the file may show only after the last
   * row.
   *
   * @throws TableError at a cell that must not be read as a value, with file, sheet, row, and column
   */
  rows(): AsyncIterable<SheetRow>;
}

/** A published file of rows and columns. */
export interface Table {
  readonly kind: 'xlsx' | 'text';
  /** Sheets in tab order, including hidden ones. A text file has one, named after the file without its extension. */
  readonly sheets: readonly Sheet[];
  /** Closes the file. Its rows can no longer be read. */
  close(): Promise<void>;
}
