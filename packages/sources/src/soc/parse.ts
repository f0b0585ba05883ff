import {
  type Cell,
  type ColumnIndexes,
  columnLetters,
  findColumns,
  isHeader,
  type RowFault,
  type Sheet,
  type SheetRow,
  type Table,
} from '@careergraph/extract';
import { COLUMNS, type Fields, headerOf, PREAMBLE, type Role } from './columns.js';

/** More rows than any preamble has. */
const PREAMBLE_ROWS = 30;
const ROLES = Object.keys(COLUMNS) as Role[];

/** The table of a file of the classification. */
export interface SocSheet {
  readonly role: Role;
  readonly sheet: Sheet;
  /** Rows above the column names. */
  readonly preamble: readonly SheetRow[];
  readonly header: SheetRow;
}

/** A row below the column names, its cells by field as they stand. */
export interface RawRow<R extends Role> {
  readonly row: number;
  readonly cells: Readonly<Record<Fields[R], Cell>>;
}

/** Where the faults of a file's rows stand. */
export interface SocTable<R extends Role> {
  readonly file: string;
  readonly sheet: string;
  /** Each field's column as the header names it, for messages. */
  readonly names: Readonly<Record<Fields[R], string>>;
  rows(fault: (fault: RowFault) => void): AsyncGenerator<RawRow<R>>;
}

/** Looks below the preamble of the first sheet for the column names of one of the three files; null without them. */
export async function socSheet({ sheets }: Table): Promise<SocSheet | null> {
  const [sheet] = sheets;
  if (!sheet) return null;
  const preamble: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    const role = ROLES.find((known) => isHeader(headerOf(known, row.cells), COLUMNS[known]));
    if (role) return { role, sheet, preamble, header: row };
    preamble.push(row);
    if (preamble.length === PREAMBLE_ROWS) break;
  }
  return null;
}

/** @throws ImportError where a column is not known or there twice */
export function readTable<R extends Role>(file: string, role: R, found: SocSheet): SocTable<R> {
  const { sheet, preamble, header } = found;
  const cells = headerOf(role, header.cells);
  const columns = findColumns<Fields[R]>(cells, COLUMNS[role], { file, sheet: sheet.name, row: header.number });
  const fields = Object.entries(columns) as [Fields[R], number][];
  const names = Object.fromEntries(fields.map(([field, index]) => [field, String(cells[index])]));
  return {
    file,
    sheet: sheet.name,
    names: names as Record<Fields[R], string>,
    async *rows(fault) {
      for (const row of preamble) checkPreamble(file, sheet.name, row, fault);
      for await (const row of sheet.rows()) {
        if (row.number <= header.number) continue;
        const raw = rowOf(columns, row);
        const outside = row.cells.findIndex((cell, index) => cell !== null && (cells[index] ?? null) === null);
        if (outside < 0) yield raw;
        else {
          const place = { file, sheet: sheet.name, row: row.number, column: `column ${columnLetters(outside)}` };
          fault({ ...place, value: row.cells[outside], message: 'stands in a column without a header.' });
        }
      }
    },
  };
}

function checkPreamble(
  file: string,
  sheet: string,
  { number, cells }: SheetRow,
  fault: (fault: RowFault) => void,
): void {
  const [text, ...others] = cells.filter((cell) => cell !== null);
  if (others.length === 0 && PREAMBLE.some((line) => line.test(String(text).trim()))) return;
  fault({
    file,
    sheet,
    row: number,
    column: 'column A',
    value: text,
    message: 'is not a line that is known above the column names: see PREAMBLE in soc/columns.ts.',
  });
}

function rowOf<R extends Role>(columns: ColumnIndexes<Fields[R]>, { number, cells }: SheetRow): RawRow<R> {
  const fields = Object.entries(columns) as [Fields[R], number][];
  return {
    row: number,
    cells: Object.fromEntries(fields.map(([field, index]) => [field, cells[index] ?? null])) as RawRow<R>['cells'],
  };
}
