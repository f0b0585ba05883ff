import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { socImporter } from '../../src/soc/index.js';
import { socCrosswalkImporter } from '../../src/soc-crosswalk/index.js';
import { importFiles, rowCounts, testDatabase } from '../importing.js';
import { published, workbookAt, workFolder } from '../reading.js';

const folder = workFolder();
const database = testDatabase();
const HEADER = ['2010 SOC Code', '2010 SOC Title', '2018 SOC Code', '2018 SOC Title'];
const ABOVE = ['U.S. Bureau of Labor Statistics', 'November 2017', '***Questions should be emailed to soc@bls.gov***'];
const ROWS = [
  ['15-1132', 'Makers (#)', '15-1252', 'Makers of Anything (##)'],
  ['15-1132', 'Makers', '15-1253', 'Testers'],
];

const crosswalkOf = (rows: readonly (readonly string[])[]) =>
  workbookAt(join(folder.path, 'crosswalk.xlsx'), [
    { name: 'Sorted by 2010', rows: [...ABOVE.map((line) => [line]), [], HEADER, ...rows.map((row) => [...row])] },
  ]);

describe('a small file', () => {
  it.each([
    [
      'that lacks codes',
      ROWS,
      /soc-crosswalk\/all-codes: [\s\S]*has 1 codes of the SOC 2010, which has 840\.[\s\S]*has 2 codes of the SOC 2018, which has 867\./,
    ],
    [
      'with two titles of a code',
      [...ROWS, ['15-1133', 'Others', '15-1253', 'Testing']],
      /soc-crosswalk\/one-title-2018: [\s\S]*is not the title of 15-1253 in its other rows\./,
    ],
    [
      'with a code that is none',
      [['15-113', 'Makers', '15-1252', 'Makers']],
      /2010 SOC Code = "15-113": is not an SOC code/,
    ],
    ['with a row twice', [...ROWS, ROWS[0] as string[]], /15-1132/],
  ])('%s is refused, and nothing is changed', async (_, rows, message) => {
    const before = await rowCounts(database.open);
    await expect(importFiles(database.open, socCrosswalkImporter, [await crosswalkOf(rows)])).rejects.toThrow(message);
    expect(await rowCounts(database.open)).toEqual(before);
  });
});

describe.skipIf(!haveData)(`the published file${skipped}`, () => {
  const path = join(dataDir, 'soc', 'soc_2010_to_2018_crosswalk.xlsx');

  it('gives every row, and its successors are those of the SOC 2018', async () => {
    const soc = ['soc_structure_2018', 'soc_2018_definitions', 'soc_2018_direct_match_title_file'];
    await importFiles(
      database.open,
      socImporter,
      soc.map((name) => published(join(dataDir, 'soc', `${name}.xlsx`))),
    );
    const { status, audit } = await importFiles(database.open, socCrosswalkImporter, [published(path)]);
    expect(status).toBe('ACTIVE');
    expect(audit?.audits.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['soc-crosswalk/all-codes', 'PASSED'],
      ['soc-crosswalk/one-title-2010', 'PASSED'],
      ['soc-crosswalk/one-title-2018', 'PASSED'],
      ['soc-crosswalk/successors-known', 'PASSED'],
    ]);
    const rows = await database.open.prisma.occupationSuccessor.findMany({ orderBy: { row: 'asc' } });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await readFile(path)) as never);
    const expected: (string | number)[][] = [];
    workbook.worksheets[0]?.eachRow((row, number) => {
      const cells = [1, 2, 3, 4].map((at) =>
        row
          .getCell(at)
          .text.replace(/\(#+\)$/, '')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      );
      if (/^\d{2}-\d{4}$/.test(cells[0] as string)) expected.push([number, ...cells]);
    });
    expect(expected).toHaveLength(900);
    expect(
      rows.map(({ row, code, title, successorCode, successorTitle }) => [
        row,
        code,
        title,
        successorCode,
        successorTitle,
      ]),
    ).toEqual(expected);
  });
});
