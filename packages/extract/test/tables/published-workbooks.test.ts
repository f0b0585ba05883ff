import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Cell, SheetRow } from '../../src/tables/table.js';
import { expectSame, files, type Rows, readAll } from './published.js';

/** A second reading of every published workbook at hand, with a reader that the import does not use. */

const workbooks = files.filter((file) => file.endsWith('.xlsx'));

/** exceljs takes seconds and half a gigabyte for these; their rows are counted, and two are compared all the same. */
const LARGE: readonly [file: string, rows: number][] = [
  ['onet/29.3-excel/Education, Training, and Experience.xlsx', 36_210],
  ['onet/29.3-excel/Knowledge.xlsx', 58_015],
  ['onet/29.3-excel/Skills.xlsx', 61_531],
  ['onet/29.3-excel/Task Statements.xlsx', 18_797],
  ['onet/29.3-excel/Tasks to DWAs.xlsx', 23_234],
  ['onet/29.3-excel/Technology Skills.xlsx', 32_682],
];
const COMPARED_ALL_THE_SAME = ['onet/29.3-excel/Alternate Titles.xlsx', 'onet/29.3-excel/Tools Used.xlsx'];

/** A cell as exceljs has it, in the terms of `Cell`. */
function readingOf(cell: ExcelJS.Cell): Cell {
  if (cell.isMerged && cell.master !== cell) return null;
  const { value } = cell;
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) {
    const text: unknown = value.text;
    return typeof text === 'object' && text !== null && 'richText' in text
      ? (text as ExcelJS.CellRichTextValue).richText.map((run) => run.text).join('')
      : value.text;
  }
  if ('result' in value && typeof value.result !== 'object') return value.result ?? null;
  throw new Error(`${cell.address} has a value of another kind: ${JSON.stringify(value)}`);
}

async function readWithExceljs(path: string): Promise<{ name: string; rows: Rows }[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.worksheets.map((sheet) => {
    const rows: SheetRow[] = [];
    sheet.eachRow((row) => {
      const cells: Cell[] = [];
      for (let column = 1; column <= row.cellCount; column++) cells.push(readingOf(row.getCell(column)));
      while (cells.at(-1) === null) cells.pop();
      if (cells.length > 0) rows.push({ number: row.number, cells });
    });
    return { name: sheet.name, rows };
  });
}

describe.skipIf(!haveData)(`published workbooks${skipped}`, () => {
  it('are all here', () => {
    expect(workbooks.length).toBeGreaterThanOrEqual(48);
  });

  it('that are only counted are the large ones', () => {
    const large = workbooks.filter((file) => statSync(join(dataDir, file)).size > 1_000_000);
    expect(large.sort()).toEqual([...LARGE.map(([file]) => file), ...COMPARED_ALL_THE_SAME].sort());
  });

  const compared = workbooks.filter((file) => !LARGE.some(([large]) => large === file));
  it.each(compared)('%s has the cells that exceljs finds', async (file) => {
    const path = join(dataDir, file);
    const ours = await readAll(path, basename(file));
    const theirs = await readWithExceljs(path);
    expect(ours.kind).toBe('xlsx');
    expect(ours.sheets.map(({ name }) => name)).toEqual(theirs.map(({ name }) => name));
    for (const [index, { name, rows }] of ours.sheets.entries()) expectSame(rows, theirs[index]?.rows ?? [], name);
  });

  it.each(LARGE)('%s has %i rows', async (file, count) => {
    const { sheets } = await readAll(join(dataDir, file), basename(file));
    expect(sheets.map(({ rows }) => rows.length)).toEqual([count]);
    expect(sheets[0]?.rows.at(-1)?.number).toBe(count);
  });
});
