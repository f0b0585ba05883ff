import { join } from 'node:path';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectionsImporter } from '../../src/projections/index.js';
import { socImporter } from '../../src/soc/index.js';
import { forget, importFiles, testDatabase } from '../importing.js';
import { published } from '../reading.js';

const database = testDatabase();

/** A second, simple reading: the first two cells tell the rows of occupations. */
async function readSimply(path: string, sheetName: string) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const rows: { row: number; values: (string | number | null)[] }[] = [];
  workbook.getWorksheet(sheetName)?.eachRow((row, number) => {
    if (!/^\d{2}-\d{4}$/.test(row.getCell(2).text)) return;
    const values = Array.from({ length: 15 }, (_, at) => row.getCell(at + 1).value);
    rows.push({
      row: number,
      values: values.map((value) => (typeof value === 'number' ? value : String(value ?? ''))),
    });
  });
  return rows;
}

describe.skipIf(!haveData)(`published workbooks${skipped}`, () => {
  beforeAll(() => forget(database.open, projectionsImporter));

  const ROUNDS = [
    // Columns counted from A = 0: type, base, projected, change, percent, self-employed, openings, median, education.
    { release: '2016-26', sheet: 'Table 1.7', at: [2, 3, 4, 5, 6, 7, 8, 9, 10], lineItems: 819, capped: '>=$208,000' },
    {
      release: '2024-34',
      sheet: 'Table 1.2',
      at: [2, 3, 4, 7, 8, 9, 10, 11, 12],
      lineItems: 832,
      capped: '>=$239,200',
    },
  ] as const;

  it.each(ROUNDS)(
    '$release has every figure and status that a second reader finds',
    async ({ release, sheet, at, lineItems, capped }) => {
      const path = join(dataDir, `projections/occupation_${release}.xlsx`);
      const result = await importFiles(database.open, projectionsImporter, [published(path)]);
      expect(result).toMatchObject({ outcome: 'IMPORTED', status: 'ACTIVE', release });
      expect(result.audit?.audits.filter(({ outcome }) => outcome === 'FAILED')).toEqual([]);
      const { prisma } = database.open;
      const stored = await prisma.projection.findMany({
        where: { file: { releaseKey: release } },
        orderBy: { row: 'asc' },
      });
      const simple = await readSimply(path, sheet);
      const scaled = (value: string | number | null | undefined, by: number) =>
        typeof value === 'number' ? Math.round(value * by) : value === capped ? 'TOP_CODED' : 'NOT_PUBLISHED';
      expect(
        stored.map((row) => [
          row.row,
          row.occupationCode,
          row.kind === 'SUMMARY' ? 'Summary' : 'Line item',
          row.baseEmploymentPersons ?? row.baseEmploymentMarker,
          row.projectedEmploymentPersons ?? row.projectedEmploymentMarker,
          row.changePersons ?? row.changeMarker,
          row.percentTenths ?? row.percentMarker,
          row.selfEmployedTenths ?? row.selfEmployedMarker,
          row.annualOpeningsPersons ?? row.annualOpeningsMarker,
          row.medianAnnualUsd ?? row.medianAnnualMarker,
          row.entryEducation ?? '—',
        ]),
      ).toEqual(
        simple.map(({ row, values }) => {
          const [type, base, projected, change, percent, selfEmployed, openings, median, education] = at.map(
            (index) => values[index],
          );
          return [
            row,
            values[1],
            type,
            scaled(base, 1000),
            scaled(projected, 1000),
            scaled(change, 1000),
            scaled(percent, 10),
            scaled(selfEmployed, 10),
            scaled(openings, 1000),
            scaled(median, 1),
            education,
          ];
        }),
      );
      expect(stored.filter(({ kind }) => kind === 'LINE_ITEM')).toHaveLength(lineItems);
      const titles = await prisma.fileOccupation.findMany({
        where: { file: { releaseKey: release } },
        orderBy: { row: 'asc' },
      });
      expect(titles.map(({ code, title }) => [code, title])).toEqual(
        simple.map(({ values }) => [values[1], String(values[0]).trim()]),
      );
    },
  );

  it('2024–34 has the spot values, its statuses and its groups', async () => {
    const { prisma } = database.open;
    const of2024 = { file: { releaseKey: '2024-34' } };
    const figures = async (occupationCode: string) => {
      const row = await prisma.projection.findFirstOrThrow({ where: { ...of2024, occupationCode } });
      return [
        row.baseEmploymentPersons,
        row.projectedEmploymentPersons,
        row.changePersons,
        row.percentTenths,
        row.annualOpeningsPersons,
      ];
    };
    expect(await figures('11-9111')).toEqual([616_200, 759_100, 142_900, 232, 62_100]);
    expect(await figures('43-6011')).toEqual([502_800, 494_900, -7_900, -16, 50_000]);
    expect(await figures('00-0000')).toEqual([169_956_100, 175_167_900, 5_211_800, 31, 18_863_300]);
    expect(await prisma.projection.count({ where: { ...of2024, medianAnnualMarker: 'TOP_CODED' } })).toBe(19);
    expect(await prisma.projection.count({ where: { ...of2024, medianAnnualMarker: 'NOT_PUBLISHED' } })).toBe(9);
    expect(await prisma.projection.count({ where: { ...of2024, selfEmployedMarker: 'NOT_PUBLISHED' } })).toBe(219);
    const parentOf = async (code: string) =>
      (await prisma.fileOccupation.findFirstOrThrow({ where: { ...of2024, code } })).parentCode;
    expect(await parentOf('11-9111')).toBe('11-9000');
    expect(await parentOf('11-2021')).toBe('11-2020');
    expect(await parentOf('29-1221')).toBe('29-1210');
    expect(await prisma.fileOccupation.count({ where: { ...of2024, parentCode: null } })).toBe(1);
  });

  it('every civilian detailed occupation of the SOC is covered', async () => {
    const soc = ['soc_structure_2018.xlsx', 'soc_2018_definitions.xlsx'];
    await importFiles(
      database.open,
      socImporter,
      soc.map((name) => published(join(dataDir, 'soc', name))),
    );
    const coverage = projectionsImporter.audits.find(({ id }) => id === 'projections/coverage');
    const outcome = await database.open.session(async (sql) => {
      const files = await sql.query<{ id: number }>(`select id from file where release_key = '2024-34'`);
      const ids = files.map(({ id }) => id);
      return coverage?.run({
        sql,
        release: '2024-34',
        files: ids,
        loaded: ids,
        topCode: null,
        before: null,
        others: [],
        parts: [],
        roles: new Map(),
      });
    });
    expect(outcome).toEqual({ checked: 848, failures: 0, examples: [] });
  });
});
