import type { Sheet, SheetRow, Table } from '../tables/table.js';

/** How a table begins, for the message about a file that is not what it should be. */
export async function beginningOf({ sheets }: Table): Promise<string> {
  for (const sheet of sheets) {
    const [first] = await firstRows(sheet, 1);
    if (!first) continue;
    const values = first.cells.filter((cell) => cell !== null).map((cell) => JSON.stringify(cell));
    return `Its sheet "${sheet.name}" begins, in row ${first.number}, with ${values.slice(0, 5).join(', ').slice(0, 200)}.`;
  }
  return 'It has no rows at all.';
}

/** Titles above a header take two lines, so a header is looked for this far down. */
const INTRODUCTION_ROWS = 10;

/** The first rows of a sheet that have a value, or fewer if the sheet has fewer. */
export async function firstRows(sheet: Sheet, count = INTRODUCTION_ROWS): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    rows.push(row);
    if (rows.length === count) break;
  }
  return rows;
}
