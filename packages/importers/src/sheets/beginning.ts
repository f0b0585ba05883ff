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

/** The first rows of a sheet that have a value, fewer where it has fewer. */
export async function firstRows(sheet: Sheet, count: number): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    rows.push(row);
    if (rows.length === count) break;
  }
  return rows;
}
