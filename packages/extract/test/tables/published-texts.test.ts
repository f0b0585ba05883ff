import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell } from '../../src/tables/table.js';
import { unpack } from '../../src/tables/unpack.js';
import { expectSame, files, type Rows, readAll } from './published.js';

/** A second reading of every published text file at hand: cut at each tab, or read by exceljs. */

const texts = files.filter((file) => /\.(csv|txt)$/.test(file) && basename(file) !== 'Read Me.txt');

describe.skipIf(!haveData)(`published text files${skipped}`, () => {
  let work = '';
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'careergraph-tables-'));
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  const nullIfEmpty = (cell: string): Cell => (cell === '' ? null : cell);
  const rowsOf = (lines: readonly (readonly string[])[]): Rows =>
    lines.map((cells, index) => ({ number: index + 1, cells: cells.map(nullIfEmpty) }));
  const linesOf = (path: string) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  };

  it('are all here', () => {
    expect(texts.length).toBeGreaterThanOrEqual(15);
  });

  it.each(texts.filter((file) => file.endsWith('.txt')))('%s has its lines cut at each tab', async (file) => {
    const path = join(dataDir, file);
    const { kind, sheets } = await readAll(path, basename(file));
    expect(kind).toBe('text');
    expect(sheets.map(({ name }) => name)).toEqual([basename(file, '.txt')]);
    expectSame(sheets[0]?.rows ?? [], rowsOf(linesOf(path).map((line) => line.split('\t'))), file);
  });

  it.each(texts.filter((file) => file.endsWith('.csv')))('%s has the cells that exceljs finds', async (file) => {
    const path = join(dataDir, file);
    const { sheets } = await readAll(path, basename(file));
    const workbook = new ExcelJS.Workbook();
    const sheet = await workbook.csv.readFile(path, { map: (value: unknown) => value });
    const expected: string[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row) => {
      const width = sheet.getRow(1).cellCount;
      expected.push(Array.from({ length: width }, (_, at) => row.getCell(at + 1).text.replace(/^\uFEFF/, '')));
    });
    expectSame(sheets[0]?.rows ?? [], rowsOf(expected), file);
  });

  it('programs/c2024_a_subset.csv.gz unpacks to 286,979 rows', async () => {
    const [file, ...others] = await unpack(join(dataDir, 'programs/c2024_a_subset.csv.gz'), work);
    expect(others).toEqual([]);
    expect(file).toMatchObject({ name: 'c2024_a_subset.csv', archive: 'c2024_a_subset.csv.gz' });
    if (file === undefined) return;
    const { sheets } = await readAll(file.path, file.name);
    expect(sheets[0]?.name).toBe('c2024_a_subset');
    expect(sheets[0]?.rows.length).toBe(286_980);
    // Only codes are in quotes, and none has a comma or a quote of its own.
    expectSame(
      sheets[0]?.rows ?? [],
      rowsOf(linesOf(file.path).map((line) => line.replaceAll('"', '').split(','))),
      file.name,
    );
  });
});
