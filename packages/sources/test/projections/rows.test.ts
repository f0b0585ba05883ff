import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkbookSheet } from '@careergraph/testkit/files';
import { describe, expect, it } from 'vitest';
import { projectionsImporter } from '../../src/projections/index.js';
import { loadFiles, published, workbookAt, workFolder } from '../reading.js';
import {
  HEADER_2024,
  ROWS_2024,
  TITLE_2024,
  withCell,
  workbook2016,
  workbook2019,
  workbook2024,
  workbook2025,
} from './workbooks.js';

const folder = workFolder();
let made = 0;

async function load(sheets: readonly WorkbookSheet[], release: string | null = null) {
  made += 1;
  // The name says nothing: years come from the title.
  const file = await workbookAt(join(folder.path, `occupation-${made}.xlsx`), sheets);
  return loadFiles(projectionsImporter, [file], release);
}

/** The faults without the name of the file. */
async function faultsOf(sheets: readonly WorkbookSheet[]): Promise<readonly string[]> {
  const { faults } = await load(sheets);
  return faults.map((fault) => fault.replace(/^occupation-\d+\.xlsx, /, ''));
}

describe('the layout of 2024–34', () => {
  it('gives persons, tenths of percents, dollars and statuses', async () => {
    const { parts, rows, faults } = await load(workbook2024());
    expect(faults).toEqual([]);
    expect(parts).toEqual([{ role: 'national', release: '2024-34' }]);
    expect(rows.Projection).toHaveLength(6);
    expect(rows.Projection?.[3]).toEqual({
      occupationCode: '11-9111',
      areaCode: 'US',
      sheet: 'Table 1.2',
      row: 6,
      kind: 'LINE_ITEM',
      baseYear: 2024,
      projectedYear: 2034,
      baseEmploymentPersons: 616_200,
      baseEmploymentMarker: null,
      projectedEmploymentPersons: 759_100,
      projectedEmploymentMarker: null,
      changePersons: 142_900,
      changeMarker: null,
      percentTenths: 232,
      percentMarker: null,
      annualOpeningsPersons: 62_100,
      annualOpeningsMarker: null,
      selfEmployedTenths: 51,
      selfEmployedMarker: null,
      medianAnnualUsd: 117_960,
      medianAnnualMarker: null,
      medianYear: 2024,
      entryEducation: "Bachelor's degree",
      workExperience: 'Less than 5 years',
      onTheJobTraining: 'None',
    });
    expect(rows.Projection?.[2]).toMatchObject({
      kind: 'SUMMARY',
      medianAnnualUsd: null,
      medianAnnualMarker: 'TOP_CODED',
      entryEducation: null,
      workExperience: null,
      onTheJobTraining: null,
    });
    expect(rows.Projection?.[4]).toMatchObject({
      changePersons: -7_900,
      percentTenths: -16,
      selfEmployedTenths: null,
      selfEmployedMarker: 'NOT_PUBLISHED',
    });
    expect(rows.Projection?.[1]).toMatchObject({ medianAnnualUsd: null, medianAnnualMarker: 'NOT_PUBLISHED' });
  });

  it('gives the occupations with the groups that they are indented below', async () => {
    const { rows } = await load(workbook2024());
    expect(
      rows.FileOccupation?.map(({ code, title, level, parentCode, row }) => [code, title, level, parentCode, row]),
    ).toEqual([
      ['00-0000', 'Total, all occupations', 'TOTAL', null, 3],
      ['11-0000', 'Management occupations', 'MAJOR', '00-0000', 4],
      ['11-9000', 'Other management occupations', 'MINOR', '11-0000', 5],
      ['11-9111', 'Medical and health services managers', 'DETAILED', '11-9000', 6],
      ['43-0000', 'Office and administrative support occupations', 'MAJOR', '00-0000', 7],
      ['43-6011', 'Executive secretaries and executive administrative assistants', 'DETAILED', '43-0000', 8],
    ]);
  });

  it('takes its years from the title, and headers that agree with them', async () => {
    const later = (text: string) => text.replaceAll('2034', '2035').replaceAll('2024', '2025').replaceAll('–34', '–35');
    const rows = withCell('11-9000', 'Median annual wage, dollars, 2024[1]', 1);
    const {
      parts,
      rows: loaded,
      faults,
    } = await load(
      workbook2024({ title: later(TITLE_2024), header: HEADER_2024.map((name) => later(String(name))), rows }),
    );
    expect(faults).toEqual([]);
    expect(parts).toEqual([{ role: 'national', release: '2025-35' }]);
    expect(loaded.Projection?.[0]).toMatchObject({ baseYear: 2025, projectedYear: 2035, medianYear: 2025 });
  });

  it('finds its columns in any order and case', async () => {
    const turned = (row: readonly (string | number | boolean | null)[]) => [...row].reverse();
    const names = HEADER_2024.map((name) => String(name).toUpperCase());
    const { rows, faults } = await load(workbook2024({ header: turned(names), rows: ROWS_2024.map(turned) }));
    expect(faults).toEqual([]);
    expect(rows.Projection).toEqual((await load(workbook2024())).rows.Projection);
  });
});

it('the layout of 2016–26 has its names in two rows, and titles without indentation', async () => {
  const { parts, rows, faults } = await load(workbook2016());
  expect(faults).toEqual([]);
  expect(parts).toEqual([{ role: 'national', release: '2016-26' }]);
  expect(rows.FileOccupation?.map(({ code, level, parentCode }) => [code, level, parentCode])).toEqual([
    ['00-0000', 'TOTAL', null],
    ['45-3000', 'MINOR', null],
    ['29-1061', 'DETAILED', null],
  ]);
  expect(rows.Projection?.[0]).toMatchObject({
    kind: 'SUMMARY',
    baseYear: 2016,
    projectedYear: 2026,
    baseEmploymentPersons: 156_063_800,
    projectedEmploymentPersons: 167_582_300,
    changePersons: 11_518_600,
    percentTenths: 74,
    selfEmployedTenths: 61,
    annualOpeningsPersons: 18_742_000,
    medianAnnualUsd: 37_690,
    medianYear: 2017,
    row: 4,
  });
  expect(rows.Projection?.[1]).toMatchObject({ kind: 'LINE_ITEM', entryEducation: null, workExperience: null });
  expect(rows.Projection?.[2]).toMatchObject({
    medianAnnualUsd: null,
    medianAnnualMarker: 'TOP_CODED',
    onTheJobTraining: 'Internship/residency',
  });
});

it('the layout of 2019–29 has one header row and titles without indentation', async () => {
  const { parts, rows, faults, topCodes } = await load(workbook2019());
  expect(faults).toEqual([]);
  expect(parts).toEqual([{ role: 'national', release: '2019-29' }]);
  expect(rows.FileOccupation?.map(({ code, parentCode }) => [code, parentCode])).toEqual([
    ['00-0000', null],
    ['11-9111', null],
    ['11-9199', null],
  ]);
  expect(rows.Projection?.[1]).toMatchObject({
    baseEmploymentPersons: 400_000,
    projectedEmploymentPersons: 500_000,
    percentTenths: 250,
    medianAnnualUsd: 104_280,
    medianYear: 2020,
  });
  expect(topCodes).toEqual([{ annualUsd: 208_000, hourlyCents: 10_000 }]);
});

describe('a round that nobody has seen', () => {
  it('is read where its columns are told by their names, and what is not known is reported', async () => {
    const { parts, rows, faults, remarks, topCodes } = await load(workbook2025());
    expect(faults).toEqual([]);
    expect(parts).toEqual([{ role: 'national', release: '2025-35' }]);
    expect(rows.Projection?.[0]).toMatchObject({ baseYear: 2025, projectedYear: 2035, medianYear: 2025 });
    expect(topCodes).toEqual([{ annualUsd: 250_000, hourlyCents: 12_019 }]);
    expect(remarks).toEqual([
      'Skipped without effect on any figure: column F "Employment distribution, percent, 2025", column G "Employment distribution, percent, 2035", column P "Occupational Outlook Handbook link".',
      'Row 8 below the table is a note that is not known: "Notes: Figures are preliminary.".',
    ]);
  });

  it('may skip a level of groups: the group of a title is the nearest row above that is indented less', async () => {
    const { rows } = await load(workbook2025());
    expect(rows.FileOccupation?.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ['00-0000', null],
      ['11-0000', '00-0000'],
      ['11-9111', '11-0000'],
      ['43-0000', '00-0000'],
      ['43-6011', '43-0000'],
    ]);
  });
});

describe('a file that is not the workbook', () => {
  const recognize = (path: string) => projectionsImporter.recognize([published(path)], { release: null });

  it('of another source is refused with how it begins', async () => {
    await expect(
      load([
        {
          name: 'national_M2024_dl',
          rows: [
            ['AREA', 'AREA_TITLE'],
            ['99', 'U.S.'],
          ],
        },
      ]),
    ).rejects.toThrow(
      /is not the occupation workbook.* It begins with "AREA | AREA_TITLE" \(row 1\)\. Give occupation\.xlsx/,
    );
  });

  it('with empty sheets is refused', async () => {
    await expect(load([{ name: 'Table 1.2', rows: [] }])).rejects.toThrow('has no rows. Download it again.');
  });

  it('that is a web page is refused', async () => {
    const path = join(folder.path, 'page.xlsx');
    await writeFile(path, '<!DOCTYPE html>\n<html><head><title>Access denied</title></head></html>\n');
    await expect(recognize(path)).rejects.toThrow(/page\.xlsx.*(HTML|web page)/i);
  });

  it('that is cut off is refused', async () => {
    const { path } = await workbookAt(join(folder.path, 'whole.xlsx'), workbook2024());
    const cut = join(folder.path, 'cut.xlsx');
    await writeFile(cut, (await readFile(path)).subarray(0, -400));
    await expect(recognize(cut)).rejects.toThrow('cut.xlsx');
  });

  it('of another round than asked for is refused', async () => {
    await expect(load(workbook2024(), '2023-33')).rejects.toThrow(
      /is of 2024-34 according to the title of its table, but of 2023-33 according to --release/,
    );
  });

  it('whose counts are not in thousands is refused', async () => {
    await expect(load(workbook2024({ title: TITLE_2024.replace('thousands', 'millions') }))).rejects.toThrow(
      'is not the occupation workbook',
    );
  });
});

describe('columns', () => {
  it('that are not known, missing, or of another year are named', async () => {
    const header = HEADER_2024.map((name) => (name === 'Employment, 2034' ? 'Employment, 2033' : name));
    await expect(load(workbook2024({ header }))).rejects.toThrow(
      /sheet "Table 1\.2", row 2, column E = "Employment, 2033": is not a column that this importer knows\.[\s\S]*has no column Employment, 2034\./,
    );
  });

  it('that are shifted against their names are found out by what stands in them', async () => {
    const rows = ROWS_2024.map((row) => [...row.slice(0, 3), null, ...row.slice(3)]);
    const faults = await faultsOf(workbook2024({ rows }));
    expect(faults[0]).toBe('sheet "Table 1.2", row 3, column Q = "—": is in a column without a header.');
    expect(faults.length).toBeGreaterThanOrEqual(6);
  });
});

describe('a row', () => {
  const column = {
    base: 'Employment, 2024',
    projected: 'Employment, 2034',
    change: 'Employment change, numeric, 2024–34',
    median: 'Median annual wage, dollars, 2024[1]',
    openings: 'Occupational openings, 2024–34 annual average',
    selfEmployed: 'Percent self employed, 2024',
    type: 'Occupation type',
    code: '2024 National Employment Matrix code',
    title: '2024 National Employment Matrix title',
    education: 'Typical education needed for entry',
  };
  const shown = 'sheet "Table 1.2", row 6, ';

  it.each([
    [column.base, 'n/a', 'is neither a number in thousands, to a tenth nor a marker of this column (—, –, -).'],
    [column.base, null, 'is neither a number in thousands, to a tenth nor a marker of this column (—, –, -).'],
    [column.base, -616.2, 'is not a number in thousands, to a tenth: it is out of range.'],
    [column.base, 616.25, 'is not a number in thousands, to a tenth: it is more precise than that.'],
    [column.openings, -1, 'is not a number in thousands, to a tenth: it is out of range.'],
    [column.selfEmployed, 100.1, 'is not a share in percent, to a tenth: it is out of range.'],
    [column.change, 143.2, 'differs from 759.1 − 616.2 by more than rounding.'],
    [column.median, '>=$208,000', 'is not the top code of row 5, which is $239,200.'],
    [column.median, 117960.5, 'is not an annual wage in whole dollars: it is more precise than that.'],
    [column.median, 0, 'is not an annual wage in whole dollars: it is out of range.'],
    [column.type, 'Line-item', 'is not one of Summary, Line item.'],
    [column.code, '11-911', 'is not a code of the National Employment Matrix, such as 11-9111.'],
  ])('with %s = %j is refused', async (name, value, message) => {
    expect(await faultsOf(workbook2024({ rows: withCell('11-9111', name, value) }))).toEqual([
      `${shown}${name} = ${JSON.stringify(value)}: ${message}`,
    ]);
  });

  it('with an entry education that the agency does not have is refused', async () => {
    const [fault] = await faultsOf(workbook2024({ rows: withCell('11-9111', column.education, 'Bachelors degree') }));
    expect(fault).toMatch(
      /^sheet "Table 1\.2", row 6, .* = "Bachelors degree": is not one of the agency's categories: No formal/,
    );
  });

  it('that is there twice is refused with both places', async () => {
    const rows = [...ROWS_2024, ROWS_2024[5] ?? []];
    expect(await faultsOf(workbook2024({ rows }))).toEqual([
      `sheet "Table 1.2", row 9, ${column.code} = "43-6011": is a duplicate of row 8.`,
    ]);
  });

  it('with several faults shows each', async () => {
    const rows = withCell('43-6011', column.base, -1).map((row) => (row[1] === '11-9111' ? row.with(2, 'Other') : row));
    expect(await faultsOf(workbook2024({ rows }))).toHaveLength(2);
  });
});

describe('below the table', () => {
  it('a line that is not known is reported', async () => {
    const closing = [['Footnotes:'], ['Figures are preliminary.'], ['Source: Employment Projections program']];
    const { faults, remarks } = await load(workbook2024({ closing }));
    expect(faults).toEqual([]);
    expect(remarks).toContain('Row 10 below the table is a note that is not known: "Figures are preliminary.".');
  });

  it('a line that rows follow is not below it, and is refused', async () => {
    const rows = ROWS_2024.toSpliced(5, 0, ['    Office managers']);
    expect(await faultsOf(workbook2024({ rows }))).toEqual([
      'sheet "Table 1.2", row 8, column A = "    Office managers": is neither a row of the table nor a note that is known.',
    ]);
  });

  it('a missing line of the source shows that the table is cut off', async () => {
    const [fault] = await faultsOf(workbook2024({ closing: [] }));
    expect(fault).toMatch(/^sheet "Table 1\.2", row 8: is the last row, and the note that ends the table is missing/);
  });
});
