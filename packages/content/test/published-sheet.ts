import { join } from 'node:path';
import { dataDir } from '@careergraph/testkit/files';
import ExcelJS from 'exceljs';

export type Cell = string | number;

/** Value of a cell: "" where empty. Formulas and errors are refused, since no published file has them. */
function cellValue(cell: ExcelJS.Cell): Cell {
  const value = cell.value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'object' && 'richText' in value)
    return value.richText
      .map((run) => run.text)
      .join('')
      .trim();
  throw new Error(`${cell.address} holds ${JSON.stringify(value)}: expected a text or a number`);
}

/** Reads at the first call and keeps the result: a workbook takes half a second. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export async function openSheet(path: string, sheetName: string, aHeader: string) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(dataDir, path));
  const sheet = workbook.getWorksheet(sheetName);
  if (!sheet) throw new Error(`${path} has no sheet "${sheetName}", only ${workbook.worksheets.map((s) => s.name)}`);
  const columns = new Map<string, number>();
  let headerRow = 0;
  for (let row = 1; row <= 12 && headerRow === 0; row += 1) {
    const found = new Map<string, number>();
    sheet.getRow(row).eachCell((cell, column) => found.set(String(cellValue(cell)).toUpperCase(), column));
    if (found.has(aHeader.toUpperCase())) {
      headerRow = row;
      for (const [header, column] of found) columns.set(header, column);
    }
  }
  if (headerRow === 0) throw new Error(`${path}, ${sheetName}: no row with a column "${aHeader}"`);
  const at = (row: number, header: string): Cell => {
    const column = columns.get(header.toUpperCase());
    if (column === undefined) throw new Error(`${path}, ${sheetName}: no column "${header}"`);
    return cellValue(sheet.getRow(row).getCell(column));
  };
  /** Blanks in front of a text. */
  const indentation = (row: number, header: string): number =>
    /^ */.exec(sheet.getRow(row).getCell(columns.get(header.toUpperCase()) ?? 0).text)?.[0].length ?? 0;
  return { workbook, at, indentation, firstRow: headerRow + 1, lastRow: sheet.rowCount };
}
