import { type Cell, findColumns, type RawRow, type Table } from '@careergraph/extract';
import { COLUMNS, type CountyField, IGNORED, NOTES } from './columns.js';
import { listOf } from './recognize.js';

/** The counties of the list, row by row, without the notes below. */
export async function* parseCounties(table: Table, file: string): AsyncGenerator<RawRow<CountyField>, void, void> {
  const { sheet, header } = await listOf(table, file);
  const place = { file, sheet: sheet.name, row: header.number };
  const columns = Object.entries(findColumns(header.cells, COLUMNS, place, IGNORED)) as [CountyField, number][];
  for await (const { number, cells } of sheet.rows()) {
    if (number <= header.number || isNote(cells)) continue;
    const raw = Object.fromEntries(columns.map(([field, index]) => [field, cells[index] ?? null]));
    yield { sheet: sheet.name, row: number, cells: raw as Record<CountyField, Cell> };
  }
}

function isNote([first, ...rest]: readonly Cell[]): boolean {
  return typeof first === 'string' && NOTES.test(first) && rest.every((cell) => cell === null);
}
