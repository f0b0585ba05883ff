import { type Cell, firstRows, foldName, type Sheet, type SheetRow, type Table } from '@careergraph/extract';

/** A sheet that holds the table of a file. */
export interface FoundSheet {
  readonly sheet: Sheet;
  readonly header: {
    /** The row it begins in, for messages. */
    readonly number: number;
    readonly cells: readonly Cell[];
    /** The last row that is not data: that of the header itself, or of its last line. */
    readonly end: number;
  };
  /** Rows above the header. */
  readonly above: readonly SheetRow[];
}

/** Looks for the sheets of a file that hold the table of a file kind. */
export type FindSheets = (table: Table, fileName: string) => Promise<readonly FoundSheet[]>;

/**
 * Sheets with a row near their top that has all of these columns.
 *
 * @param columns each with its name, or with all of its names
 * @param rows how far down a header may stand
 */
export function headerWith(columns: readonly (string | readonly string[])[], rows = 10): FindSheets {
  const wanted = columns.map((names) => [names].flat().map(foldName));
  return async ({ sheets }) => {
    const found: FoundSheet[] = [];
    for (const sheet of sheets) {
      const first = await firstRows(sheet, rows);
      const at = first.findIndex(({ cells }) => {
        const names = new Set(cells.map(foldName));
        return wanted.every((aliases) => aliases.some((alias) => names.has(alias)));
      });
      const header = first[at];
      if (header) found.push({ sheet, header: { ...header, end: header.number }, above: first.slice(0, at) });
    }
    return found;
  };
}

/** Every sheet that has a row: its first one is the header. For files that only their names tell apart. */
export const firstRowIsHeader: FindSheets = async ({ sheets }) => {
  const found: FoundSheet[] = [];
  for (const sheet of sheets) {
    const [header] = await firstRows(sheet, 1);
    if (header) found.push({ sheet, header: { ...header, end: header.number }, above: [] });
  }
  return found;
};

/**
 * The rows of a text file that has no header.
 *
 * @param columns how the publisher's documentation calls them, in their order
 * @param isRow whether the first row is one of the file kind
 */
export function noHeader(columns: readonly string[], isRow: (cells: readonly Cell[]) => boolean): FindSheets {
  return async ({ kind, sheets: [sheet] }) => {
    const [first] = sheet ? await firstRows(sheet, 1) : [];
    if (kind !== 'text' || !sheet || !first || !isRow(first.cells)) return [];
    return [{ sheet, header: { number: first.number, cells: columns, end: first.number - 1 }, above: [] }];
  };
}
