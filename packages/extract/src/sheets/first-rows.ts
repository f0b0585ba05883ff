import type { Sheet, SheetRow } from '../tables/table.js';

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
