import { join } from 'node:path';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { socImporter } from '../../src/soc/index.js';
import { forget, importFiles, rowCounts, testDatabase } from '../importing.js';
import { published, workbookAt, workFolder } from '../reading.js';
import { definitions, structure, titles } from './workbooks.js';

const folder = workFolder();
const database = testDatabase();
const NO_STRUCTURE = 'The release has no file "structure" yet: import it to run this.';

describe('small files', () => {
  it('whose tree has not the numbers of the SOC 2018 are refused, and nothing is changed', async () => {
    const before = await rowCounts(database.open);
    const file = await workbookAt(join(folder.path, 'structure.xlsx'), structure());
    await expect(importFiles(database.open, socImporter, [file])).rejects.toThrow(
      /soc\/tree-complete: [\s\S]*structure\.xlsx: has 2 rows of level MAJOR, and the SOC 2018 has 23/,
    );
    expect(await rowCounts(database.open)).toEqual(before);
  });

  it('of definitions and titles are compared with the structure once it is there', async () => {
    const file = await workbookAt(join(folder.path, 'definitions.xlsx'), definitions());
    const { audit, status, files } = await importFiles(database.open, socImporter, [file]);
    expect(status).toBe('ACTIVE');
    expect(files.map(({ role, rows }) => [role, rows])).toEqual([['definitions', 8]]);
    expect(audit?.audits.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([
      ['soc/tree-complete', 'SKIPPED', NO_STRUCTURE],
      ['soc/definitions-match-structure', 'SKIPPED', NO_STRUCTURE],
      ['soc/titles-have-codes', 'SKIPPED', NO_STRUCTURE],
      ['soc/titles-cover-detailed', 'SKIPPED', NO_STRUCTURE],
      ['soc/three-files', 'FAILED', null],
    ]);
    const rows = await database.open.prisma.fileOccupation.findMany({
      where: { file: { role: 'definitions' } },
      orderBy: { row: 'asc' },
    });
    expect(rows.map(({ code, level, definition, row }) => [code, level, definition, row]).slice(2, 4)).toEqual([
      ['11-1010', 'BROAD', null, 4],
      ['11-1011', 'DETAILED', 'Run an organization.', 5],
    ]);
  });
});

/** A second, simple reading: every row that has a code. */
async function rowsWithCode(name: string): Promise<readonly { row: number; cells: readonly string[] }[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(dataDir, 'soc', name));
  const rows: { row: number; cells: readonly string[] }[] = [];
  workbook.worksheets[0]?.eachRow((row, number) => {
    const cells = Array.from({ length: 5 }, (_, at) =>
      row
        .getCell(at + 1)
        .text.replaceAll(/\s+/g, ' ')
        .trim(),
    );
    if (cells.some((cell) => /^\d{2}-\d{4}$/.test(cell))) rows.push({ row: number, cells });
  });
  return rows;
}

describe.skipIf(!haveData)(`published files of the SOC 2018${skipped}`, () => {
  beforeAll(() => forget(database.open, socImporter));

  const names = ['soc_structure_2018.xlsx', 'soc_2018_definitions.xlsx', 'soc_2018_direct_match_title_file.xlsx'];
  const path = (name: string) => join(dataDir, 'soc', name);
  const occupationsOf = (role: string) =>
    database.open.prisma.fileOccupation.findMany({ where: { file: { role } }, orderBy: { row: 'asc' } });

  it('are imported together, with every audit passed', async () => {
    const { audit, status, files } = await importFiles(
      database.open,
      socImporter,
      names.map((name) => published(path(name))),
    );
    expect(status).toBe('ACTIVE');
    expect(files.map(({ role, rows }) => [role, rows])).toEqual([
      ['structure', 1447],
      ['definitions', 1447],
      ['titles', 6534],
    ]);
    expect(audit?.audits.map(({ id, outcome, checked }) => [id, outcome, checked])).toEqual([
      ['soc/tree-complete', 'PASSED', 1451],
      ['soc/definitions-match-structure', 'PASSED', 1447],
      ['soc/titles-have-codes', 'PASSED', 6534],
      ['soc/titles-cover-detailed', 'PASSED', 791],
      ['soc/three-files', 'PASSED', 3],
    ]);
  });

  it('the structure has the codes, titles and numbers that a second reader finds', async () => {
    const stored = await occupationsOf('structure');
    const simple = await rowsWithCode('soc_structure_2018.xlsx');
    expect(stored.map(({ row, code, title }) => [row, code, title])).toEqual(
      simple.map(({ row, cells }) => [row, cells.slice(0, 4).find((cell) => cell !== ''), cells[4]]),
    );
    const numberOf = (level: string) => stored.filter((row) => row.level === level).length;
    expect(['MAJOR', 'MINOR', 'BROAD', 'DETAILED'].map(numberOf)).toEqual([23, 98, 459, 867]);
    const parentOf = (code: string) => stored.find((row) => row.code === code)?.parentCode;
    expect(['11-0000', '15-1200', '15-1250', '15-1252', '29-1221'].map(parentOf)).toEqual([
      null,
      '15-0000',
      '15-1200',
      '15-1250',
      '29-1210',
    ]);
    expect(stored.some(({ code }) => code === '00-0000')).toBe(false);
  });

  it('the definitions are those that a second reader finds', async () => {
    const stored = await occupationsOf('definitions');
    const simple = await rowsWithCode('soc_2018_definitions.xlsx');
    expect(stored.map(({ row, code, title, definition }) => [row, code, title, definition ?? ''])).toEqual(
      simple.map(({ row, cells }) => [row, cells[1], cells[2], cells[3]]),
    );
    expect(stored.filter(({ definition }) => definition !== null)).toHaveLength(867);
  });

  it('the titles are those that a second reader finds, but for five that are there twice', async () => {
    const stored = await database.open.prisma.occupationTitle.findMany({ orderBy: { row: 'asc' } });
    const simple = await rowsWithCode('soc_2018_direct_match_title_file.xlsx');
    expect(simple).toHaveLength(6539);
    const repeated = [1149, 2480, 2482, 4326, 4597];
    expect(stored.map(({ row, occupationCode, title, sources }) => [row, occupationCode, title, sources])).toEqual(
      simple
        .filter(({ row }) => !repeated.includes(row))
        .map(({ row, cells }) => [row, cells[0], cells[2], /^x$/i.test(cells[3] ?? '') ? ['illustrative'] : []]),
    );
    expect(stored.filter(({ sources }) => sources.length > 0)).toHaveLength(2411);
  });

  it('a title of a code that the structure has not is refused, and nothing is changed', async () => {
    const { open } = database;
    await open.session((sql) => sql.query(`update file set sha256 = 'another' where role = 'titles'`));
    await open.session((sql) =>
      sql.query(`delete from release_file using file where file.id = file_id and file.role = 'titles'`),
    );
    const before = await rowCounts(open);
    const file = await workbookAt(join(folder.path, 'titles.xlsx'), titles([['15-1259', 'Developers', 'Coder', 'x']]));
    await expect(importFiles(open, socImporter, [file])).rejects.toThrow(
      /soc\/titles-have-codes: [\s\S]*titles\.xlsx, sheet "Sorted by SOC", row 9, 2018 SOC Code = "15-1259": is not a detailed occupation of the structure/,
    );
    expect(await rowCounts(open)).toEqual(before);
  });
});
