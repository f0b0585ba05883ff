import {
  type Cell,
  type ColumnIndexes,
  columnLetters,
  findColumns,
  findLayout,
  firstRows,
  ImportError,
  type RowFault,
  type Sheet,
  type SheetRow,
  type Table,
} from '@careergraph/extract';
import { CLOSING_LINES, LAST_LINE, type Layout, layoutsOf, type ProjectionField, type Years } from './columns.js';

/** The occupation table of a workbook, with what its title says. */
export interface OccupationSheet {
  readonly sheet: Sheet;
  readonly base: number;
  readonly projected: number;
}

/** A row of the table, its cells by field as they stand. */
export interface RawRow {
  readonly row: number;
  readonly cells: Readonly<Record<ProjectionField, Cell>>;
}

export interface OccupationTable {
  readonly file: string;
  readonly sheet: string;
  readonly years: Years;
  readonly layout: Layout;
  /** Each field's column as the header names it, for messages. */
  readonly names: Readonly<Record<ProjectionField, string>>;
  rows(fault: (fault: RowFault) => void): AsyncGenerator<RawRow>;
}

/** `Table 1.2 Occupational projections, 2024–2034, and worker characteristics, 2024 (Employment in thousands)` */
const TITLE =
  /^Table 1\.\d+ Occupational projections, (\d{4})[–-](\d{4}|\d{2}), and worker characteristics, \d{4}\s*\((?:Employment|Numbers) in thousands\)$/;
const CODE = /^\d{2}-\d{4}$/;
/** More rows than any header has. */
const HEADER_ROWS = 12;

/** The sheets that the title of an occupation table stands above. */
export async function occupationSheets({ sheets }: Table): Promise<readonly OccupationSheet[]> {
  const found: OccupationSheet[] = [];
  for (const sheet of sheets) {
    const [first] = await firstRows(sheet, 1);
    const [, base, projected] = TITLE.exec(String(first?.cells[0] ?? '').trim()) ?? [];
    if (base === undefined || projected === undefined) continue;
    found.push({
      sheet,
      base: Number(base),
      projected: Number(projected.length === 2 ? base.slice(0, 2) + projected : projected),
    });
  }
  return found;
}

/** @throws ImportError where the columns are not those of a known layout */
export async function readHeader(file: string, { sheet, base, projected }: OccupationSheet): Promise<OccupationTable> {
  const head = (await firstRows(sheet, HEADER_ROWS)).slice(1);
  const dataAt = head.findIndex(isData);
  const headerRows = head.slice(0, Math.max(dataAt, 0));
  const [firstHeader] = headerRows;
  if (!firstHeader) {
    throw new ImportError('The import was refused, and nothing was changed.', [
      {
        file,
        sheet: sheet.name,
        row: head[0]?.number ?? null,
        message: `has no header followed by a row of an occupation in the first ${HEADER_ROWS} rows.`,
      },
    ]);
  }
  const header = headerNames(headerRows);
  const median = header
    .map((name) => /^Median annual wage,.*?\b(\d{4})/i.exec(name)?.[1])
    .find((year) => year !== undefined);
  const years = { base, projected, median: median === undefined ? null : Number(median) };
  const place = { file, sheet: sheet.name, row: firstHeader.number };
  const layout = findLayout(header, layoutsOf(years), place);
  const columns = findColumns(header, layout.columns, place, layout.ignored);
  const names = Object.fromEntries(Object.entries(columns).map(([field, index]) => [field, header[index]])) as Record<
    ProjectionField,
    string
  >;
  const lastHeader = headerRows.at(-1) as SheetRow;
  return {
    file,
    sheet: sheet.name,
    years,
    layout,
    names,
    rows: (fault) => rowsBelow({ file, sheet, columns, header, from: lastHeader.number + 1 }, fault),
  };
}

interface Body {
  readonly file: string;
  readonly sheet: Sheet;
  readonly columns: ColumnIndexes<ProjectionField>;
  readonly header: readonly string[];
  readonly from: number;
}

async function* rowsBelow(
  { file, sheet, columns, header, from }: Body,
  fault: (fault: RowFault) => void,
): AsyncGenerator<RawRow> {
  const fields = Object.entries(columns) as [ProjectionField, number][];
  let isWhole = false;
  let last = from;
  for await (const row of sheet.rows()) {
    if (row.number < from) continue;
    last = row.number;
    const at = { file, sheet: sheet.name, row: row.number };
    const [first, ...others] = row.cells;
    if (typeof first === 'string' && others.every((cell) => cell === null)) {
      isWhole ||= LAST_LINE.test(first);
      if (LAST_LINE.test(first) || CLOSING_LINES.some((line) => line.test(first))) continue;
      fault({
        ...at,
        column: 'column A',
        value: first,
        message: 'is not a row of an occupation, nor a note that this importer knows.',
      });
      continue;
    }
    const outside = row.cells.findIndex((cell, index) => cell !== null && (header[index] ?? '') === '');
    if (outside >= 0) {
      fault({
        ...at,
        column: `column ${columnLetters(outside)}`,
        value: row.cells[outside],
        message: 'stands in a column without a header.',
      });
      continue;
    }
    yield {
      row: row.number,
      cells: Object.fromEntries(fields.map(([field, index]) => [field, row.cells[index] ?? null])) as RawRow['cells'],
    };
  }
  if (!isWhole) {
    fault({
      file,
      sheet: sheet.name,
      row: last,
      message:
        'is the last row, and the line with the source below the table is missing: the table is cut off. Download the workbook again.',
    });
  }
}

/**
 * One name a column. In a header of two rows a group's name stands over its first column (merged cells), and the
 * columns' own names below: `Employment / 2016`. A column without either belongs to the name on its left.
 */
function headerNames(rows: readonly SheetRow[]): readonly string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const [upper, ...below] = rows.map(({ cells }) =>
    Array.from({ length: width }, (_, index) => folded(cells[index] ?? null)),
  );
  let group = '';
  return (upper ?? []).map((own, index) => {
    const lower = below.map((names) => names[index]).filter((name) => name !== '');
    if (own !== '') group = own;
    if (lower.length > 0) return [group, ...lower].join(' / ');
    return own === '' && group !== '' ? `${group} (second column)` : own;
  });
}

function folded(cell: Cell): string {
  return cell === null ? '' : String(cell).replaceAll(/\s+/g, ' ').trim();
}

function isData({ cells }: SheetRow): boolean {
  return cells.some((cell) => typeof cell === 'string' && CODE.test(cell));
}
