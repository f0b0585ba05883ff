import type { Cell, RawRow, Table } from '@careergraph/extract';
import { COLUMNS, type PlaceField } from './columns.js';

/** The places of the list, line by line. */
export async function* parsePlaces(table: Table): AsyncGenerator<RawRow<PlaceField>, void, void> {
  for (const sheet of table.sheets) {
    for await (const { number, cells } of sheet.rows()) {
      const raw = Object.fromEntries(COLUMNS.map((field, index) => [field, cells[index] ?? null]));
      yield { sheet: null, row: number, cells: raw as Record<PlaceField, Cell> };
    }
  }
}
