import {
  type Cell,
  findColumns,
  findLayout,
  foldName,
  ImportError,
  isHeader,
  type Sheet,
  type SheetRow,
  type Table,
} from '@careergraph/extract';
import { ESTIMATES, FIELDS, type Field, LAYOUTS, type Layout } from './columns.js';
import type { TopCode } from './releases.js';

/** A row with the file's own values; null where the layout has no such column, or the cell is empty. */
export type RawRow = Readonly<Record<Field, Cell>> & {
  readonly row: number;
  /** A value to the right of the last column that has a name. */
  readonly beyond: Cell;
};

/** The sheet of estimates of a file. */
export interface Estimates {
  readonly sheet: string;
  readonly layout: Layout;
  /** Names of the columns as the file writes them. */
  readonly names: Readonly<Partial<Record<Field, string>>>;
  /** How many it will have been, as far as that is known. */
  readonly rowsExpected: number | null;
  rows(): AsyncGenerator<RawRow, void, void>;
}

/**
 * Finds the sheet of estimates and the layout of its columns.
 *
 * @throws ImportError where there is none, naming what is there instead
 */
export async function findEstimates(table: Table, file: string): Promise<Estimates> {
  const firsts: string[] = [];
  for (const sheet of table.sheets) {
    const header = await firstRow(sheet);
    if (header && isHeader(header.cells, NEEDED)) return estimatesOf(sheet, header, file);
    firsts.push(`sheet "${sheet.name}" ${header ? `begins with ${shown(header.cells)}` : 'is empty'}`);
  }
  throw new ImportError(
    `${file} is not a file of OEWS estimates: no sheet begins with columns that include OCC_CODE and OCC_TITLE ` +
      `(${firsts.slice(0, 4).join('; ')}). Give national_M2024_dl.xlsx, state_M2024_dl.xlsx, MSA_M2024_dl.xlsx or ` +
      'BOS_M2024_dl.xlsx, or those of another year, or the .zip that they are published in.',
  );
}

const { occupationCode, occupationTitle } = ESTIMATES;
const NEEDED = { occupationCode, occupationTitle };

function estimatesOf(sheet: Sheet, header: SheetRow, file: string): Estimates {
  const place = { file, sheet: sheet.name, row: header.number };
  const layout = findLayout(header.cells, LAYOUTS, place);
  const columns: Readonly<Record<string, number>> = findColumns(header.cells, layout.columns, place, layout.ignored);
  const present = FIELDS.flatMap((field) => {
    const index = columns[field];
    return index === undefined ? [] : [{ field, index }];
  });
  const width = header.cells.findLastIndex((cell) => foldName(cell) !== '') + 1;
  const nothing = Object.fromEntries(FIELDS.map((field) => [field, null])) as Record<Field, null>;
  return {
    sheet: sheet.name,
    layout,
    names: Object.fromEntries(present.map(({ field, index }) => [field, String(header.cells[index]).trim()])),
    get rowsExpected() {
      return sheet.rowsExpected;
    },
    async *rows() {
      for await (const { number, cells } of sheet.rows()) {
        if (number <= header.number) continue;
        const raw: Record<Field, Cell> & { row: number; beyond: Cell } = { ...nothing, row: number, beyond: null };
        for (const { field, index } of present) raw[field] = meant(cells[index]);
        for (let index = width; index < cells.length; index += 1) raw.beyond ??= meant(cells[index]);
        yield raw;
      }
    },
  };
}

/** White space around a value, and a text of nothing else, mean nothing. */
function meant(cell: Cell | undefined): Cell {
  if (typeof cell !== 'string') return cell === undefined ? null : cell;
  const trimmed = cell.trim();
  return trimmed === '' ? null : trimmed;
}

/** What a workbook says about itself in the sheet "Field Descriptions". */
export interface Legend {
  readonly sheet: string;
  /** `2024-05` of "May 2024 OEWS Estimates". */
  readonly release: string | null;
  /** Of the note on "#", with the row that it stands in. */
  readonly topCode: (TopCode & { readonly row: number }) | null;
}

export async function readLegend(table: Table): Promise<Legend | null> {
  const sheet = table.sheets.find(({ name }) => foldName(name).replaceAll('_', ' ') === 'FIELD DESCRIPTIONS');
  if (!sheet) return null;
  let release: string | null = null;
  let topCode: Legend['topCode'] = null;
  for await (const { number, cells } of sheet.rows()) {
    const text = String(cells[0]);
    const year = /^\s*May (\d{4}) OEW?S Estimates/.exec(text)?.[1];
    if (year !== undefined) release ??= `${year}-05`;
    const [, hourly, annual] = /^\s*#.*?\$([\d.]+) per hour or \$([\d,]+) per year/.exec(text) ?? [];
    if (hourly === undefined || annual === undefined) continue;
    topCode ??= {
      annualUsd: Number(annual.replaceAll(',', '')),
      hourlyCents: Math.round(Number(hourly) * 100),
      row: number,
    };
  }
  return { sheet: sheet.name, release, topCode };
}

async function firstRow(sheet: Sheet): Promise<SheetRow | null> {
  for await (const row of sheet.rows()) return row;
  return null;
}

function shown(cells: readonly Cell[]): string {
  const texts = cells.filter((cell) => cell !== null).map((cell) => JSON.stringify(String(cell).slice(0, 40)));
  return texts.length > 3 ? `${texts.slice(0, 3).join(', ')} …` : texts.join(', ');
}
