import { type Cell, findColumns, type RawRow, type Table } from '@careergraph/extract';
import { COLUMNS, type ShareField } from './columns.js';
import { crosswalkOf } from './recognize.js';

/** The parts of ZIP codes, row by row. */
export async function* parseShares(table: Table, file: string): AsyncGenerator<RawRow<ShareField>, void, void> {
  const { sheet, header } = await crosswalkOf(table, file);
  const name = table.kind === 'text' ? null : sheet.name;
  const found = findColumns(header.cells, COLUMNS, { file, sheet: name, row: header.number });
  const columns = Object.entries(found) as [ShareField, number][];
  for await (const { number, cells } of sheet.rows()) {
    if (number <= header.number) continue;
    const raw = Object.fromEntries(columns.map(([field, index]) => [field, cells[index] ?? null]));
    yield { sheet: name, row: number, cells: raw as Record<ShareField, Cell> };
  }
}
