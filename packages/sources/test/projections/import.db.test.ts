import { join } from 'node:path';
import type { WorkbookSheet } from '@careergraph/testkit/files';
import { describe, expect, it } from 'vitest';
import { projectionsImporter } from '../../src/projections/index.js';
import { importFiles, rowCounts, testDatabase } from '../importing.js';
import { workbookAt, workFolder } from '../reading.js';
import { ROWS_2024, withCell, workbook2024 } from './workbooks.js';

const folder = workFolder();
const database = testDatabase();

describe('a small workbook', () => {
  let made = 0;
  const importWorkbook = async (sheets: readonly WorkbookSheet[]) => {
    made += 1;
    return importFiles(database.open, projectionsImporter, [
      await workbookAt(join(folder.path, `occupation-${made}.xlsx`), sheets),
    ]);
  };
  const change = 'Employment change, percent, 2024–34';

  it.each([
    [
      'percent that is not the change',
      withCell('43-6011', change, 1.6),
      /projections\/percent-is-the-change: [\s\S]*occupation-1\.xlsx, sheet "Table 1\.2", row 8, percent = 1\.6: is not the change of 43-6011 from 502800 to 494900 persons, which is -1\.6%/,
    ],
    [
      'table without all occupations',
      ROWS_2024.filter(([, code]) => code === '11-9111').map(([, ...row]) => ['Managers', ...row]),
      /projections\/all-occupations: [\s\S]*occupation-2\.xlsx: has no row of all occupations \(00-0000\)/,
    ],
    [
      'figure that is not the published one',
      withCell('11-9111', 'Occupational openings, 2024–34 annual average', 62),
      /projections\/spot-values: [\s\S]*row 6, openings = 62000: should be 62100, for 11-9111\./,
    ],
    [
      'fault in a row',
      withCell('11-9111', 'Occupational openings, 2024–34 annual average', -62.1),
      /row 6, Occupational openings, 2024–34 annual average = -62\.1: is not a number in thousands, to a tenth: it is out of range/,
    ],
  ])('with a %s is refused, and nothing is changed', async (_, rows, message) => {
    const before = await rowCounts(database.open);
    await expect(importWorkbook(workbook2024({ rows }))).rejects.toThrow(message);
    expect(await rowCounts(database.open)).toEqual(before);
  });

  it('becomes rows of the tables, and the same bytes again change nothing', async () => {
    const file = await workbookAt(join(folder.path, 'occupation.xlsx'), workbook2024());
    const result = await importFiles(database.open, projectionsImporter, [file]);
    expect(result).toMatchObject({ outcome: 'IMPORTED', status: 'ACTIVE', release: '2024-34', label: '2024–34' });
    expect(result.audit?.audits.map(({ id, outcome, checked }) => [id, outcome, checked])).toEqual([
      ['projections/percent-is-the-change', 'PASSED', 6],
      ['projections/all-occupations', 'PASSED', 1],
      ['projections/line-items-add-up', 'PASSED', 28],
      ['projections/row-count', 'SKIPPED', null],
      ['projections/coverage', 'SKIPPED', null],
      ['projections/spot-values', 'PASSED', 10],
    ]);
    const { prisma } = database.open;
    const rows = await prisma.projection.findMany({
      where: { file: { edition: 'published' } },
      orderBy: { row: 'asc' },
    });
    expect(
      rows.map((row) => [
        row.occupationCode,
        row.kind,
        row.baseEmploymentPersons,
        row.percentTenths,
        row.medianAnnualMarker,
      ]),
    ).toEqual([
      ['00-0000', 'SUMMARY', 1_119_000, 121, null],
      ['11-0000', 'SUMMARY', 616_200, 232, 'NOT_PUBLISHED'],
      ['11-9000', 'SUMMARY', 616_200, 232, 'TOP_CODED'],
      ['11-9111', 'LINE_ITEM', 616_200, 232, null],
      ['43-0000', 'SUMMARY', 502_800, -16, null],
      ['43-6011', 'LINE_ITEM', 502_800, -16, null],
    ]);
    expect(
      await prisma.release.findMany({
        where: { sourceId: 'bls-ep', status: 'ACTIVE' },
        select: { key: true, status: true, topCodeAnnualUsd: true, topCodeHourlyCents: true },
      }),
    ).toEqual([{ key: '2024-34', status: 'ACTIVE', topCodeAnnualUsd: 239_200, topCodeHourlyCents: 11_500 }]);
    const before = await rowCounts(database.open);
    expect((await importFiles(database.open, projectionsImporter, [file])).outcome).toBe('UNCHANGED');
    expect(await rowCounts(database.open)).toEqual(before);
  });
});
