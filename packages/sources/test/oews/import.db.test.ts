import { type OpenDatabase, openDatabase } from '@careergraph/db';
import type { AuditEntry } from '@careergraph/domain';
import type { PublishedFile } from '@careergraph/extract';
import { type ImportResult, importParts } from '@careergraph/releases';
import { createTestDatabase, type TestDatabase } from '@careergraph/testkit';
import type { WorkbookSheet } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oewsImporter } from '../../src/oews/index.ts';
import {
  CALIFORNIA,
  cellsOf,
  DETAILED,
  type Folder,
  legend,
  makeFolder,
  NORTHWEST_ALABAMA,
  ORLANDO,
  type Row,
  TOTAL,
  wages,
} from './files.ts';

let testDatabase: TestDatabase;
let database: OpenDatabase;
let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
  testDatabase = await createTestDatabase('migrated');
  database = await openDatabase(testDatabase.location);
});
afterAll(async () => {
  await database?.close();
  await testDatabase?.remove();
  await folder?.remove();
});

type Given = Readonly<Record<string, readonly Row[]>>;

async function write(given: Given, others: readonly WorkbookSheet[] = []): Promise<readonly PublishedFile[]> {
  const files = [];
  for (const [name, rows] of Object.entries(given)) files.push(await folder.workbook(name, cellsOf(rows), others));
  return files;
}

async function importWritten(files: readonly PublishedFile[]): Promise<ImportResult> {
  const parts = await oewsImporter.recognize(files, { release: null });
  return importParts(database, oewsImporter, parts, { cause: 'a test', url: null });
}

const importFiles = async (given: Given, others?: readonly WorkbookSheet[]) =>
  importWritten(await write(given, others));

const query = <T extends object>(sql: string) => database.session((session) => session.query<T>(sql));
const counts = () =>
  query(`select (select count(*)::int from source) as sources, (select count(*)::int from release) as releases,
                (select count(*)::int from file) as files, (select count(*)::int from file_area) as areas,
                (select count(*)::int from file_occupation) as occupations,
                (select count(*)::int from wage_estimate) as estimates, (select count(*)::int from activation) as activations`);

const auditOf = (result: ImportResult, id: string) =>
  result.audit?.audits.find((audit) => audit.id === id) as AuditEntry;

const YEAR_2023: Given = {
  'national_M2023_dl.xlsx': [TOTAL, DETAILED],
  'state_M2023_dl.xlsx': [TOTAL, DETAILED].map((row) => ({ ...row, ...CALIFORNIA })),
  'MSA_M2023_dl.xlsx': [TOTAL, DETAILED].map((row) => ({ ...row, ...ORLANDO })),
  'BOS_M2023_dl.xlsx': [
    { ...TOTAL, ...NORTHWEST_ALABAMA },
    { ...DETAILED, ...NORTHWEST_ALABAMA, TOT_EMP: '**', EMP_PRSE: '**', A_PCT90: '#', H_PCT90: '#' },
  ],
};

describe('a release of four files', () => {
  let files: readonly PublishedFile[];
  let result: ImportResult;
  beforeAll(async () => {
    files = await write(YEAR_2023);
    result = await importWritten(files);
  });

  it('is imported and answers', async () => {
    expect(result).toMatchObject({
      source: 'bls-oews',
      release: '2023-05',
      label: 'May 2023',
      outcome: 'IMPORTED',
      status: 'ACTIVE',
    });
    expect(result.files.map(({ role, rows }) => [role, rows])).toEqual([
      ['national', 2],
      ['state', 2],
      ['metro', 2],
      ['nonmetro', 2],
    ]);
    expect(
      await query('select key, label, status, citation, url, top_code_annual_usd, top_code_hourly_cents from release'),
    ).toEqual([
      {
        key: '2023-05',
        label: 'May 2023',
        status: 'ACTIVE',
        citation: 'U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2023',
        url: 'https://www.bls.gov/oes/tables.htm',
        top_code_annual_usd: 239_200,
        top_code_hourly_cents: 115_00,
      },
    ]);
  });

  it('has each row where its file has it', async () => {
    expect(
      await query(
        `select area_code as area, area_kind::text as kind, f.role, row, employment_persons as persons, employment_marker::text as marker,
                annual_p50_usd as median, annual_p90_marker::text as top, jobs_per_1000_thousandths as jobs
         from wage_estimate w join file f on f.id = w.file_id where occupation_code = '43-6011' order by w.file_id`,
      ),
    ).toEqual([
      {
        area: 'US',
        kind: 'NATION',
        role: 'national',
        row: 3,
        persons: 3000,
        marker: null,
        median: 74_260,
        top: null,
        jobs: null,
      },
      {
        area: 'US-CA',
        kind: 'STATE',
        role: 'state',
        row: 3,
        persons: 3000,
        marker: null,
        median: 74_260,
        top: null,
        jobs: 2963,
      },
      {
        area: 'CBSA-36740',
        kind: 'METRO',
        role: 'metro',
        row: 3,
        persons: 3000,
        marker: null,
        median: 74_260,
        top: null,
        jobs: 2963,
      },
      {
        area: 'NONMETRO-0100001',
        kind: 'NONMETRO',
        role: 'nonmetro',
        row: 3,
        persons: null,
        marker: 'EMPLOYMENT_NOT_RELEASED',
        median: 74_260,
        top: 'TOP_CODED',
        jobs: 2963,
      },
    ]);
    expect(await query('select code, kind::text, name, parent_code as parent from file_area order by code')).toEqual([
      { code: 'CBSA-36740', kind: 'METRO', name: 'Orlando-Kissimmee-Sanford, FL', parent: 'US-FL' },
      { code: 'NONMETRO-0100001', kind: 'NONMETRO', name: 'Northwest Alabama nonmetropolitan area', parent: 'US-AL' },
    ]);
    expect(
      await query(
        `select code, title, level::text, row from file_occupation join file f on f.id = file_id where role = 'metro' order by code`,
      ),
    ).toEqual([
      { code: '00-0000', title: 'All Occupations', level: 'TOTAL', row: 2 },
      { code: '43-6011', title: DETAILED.OCC_TITLE, level: 'DETAILED', row: 3 },
    ]);
  });

  it('passes every audit that applies, but for a total with other wages than its only occupation', () => {
    expect(result.audit?.audits.filter(({ outcome }) => outcome === 'FAILED').map(({ id }) => id)).toEqual([
      'oews/group-means',
    ]);
    expect(auditOf(result, 'oews/hourly-times-2080')).toMatchObject({ outcome: 'PASSED', checked: 8 });
    expect(auditOf(result, 'oews/all-occupations')).toMatchObject({ outcome: 'PASSED', checked: 4 });
  });

  it('is unchanged when the same bytes come again', async () => {
    const before = await counts();
    expect(await importWritten(files)).toMatchObject({ outcome: 'UNCHANGED', status: 'ACTIVE' });
    expect(await counts()).toEqual(before);
  });
});

describe('what refuses an import and leaves every table as it was', () => {
  const many = Array.from({ length: 25 }, (_, index) => index + 1);
  const occupation = (index: number): Row => ({
    ...DETAILED,
    OCC_CODE: `43-60${index + 10}`,
    OCC_TITLE: `Occupation ${index}`,
  });

  it.each<[string, Given, string]>([
    [
      'a fault of a row',
      { 'national_M2022_dl.xlsx': [TOTAL, { ...DETAILED, A_MEDIAN: 'n/a' }] },
      'national_M2022_dl.xlsx, sheet "national_M2022_dl", row 3, A_MEDIAN = "n/a": is neither',
    ],
    [
      'an hourly wage that is not its yearly one',
      { 'national_M2022_dl.xlsx': [TOTAL, { ...DETAILED, H_MEDIAN: 35.71 }] },
      'row 3, A_MEDIAN = 74260: is not H_MEDIAN 35.71 × 2,080.',
    ],
    [
      'a mean below the 10th percentile',
      { 'national_M2022_dl.xlsx': [TOTAL, { ...DETAILED, ...wages([20, 23.22, 28.84, 35.7, 43.48, 51.78]) }] },
      'A_MEAN = 41600: is not between the 10th and the 90th percentile, 48300 and 107700.',
    ],
    [
      'a mean of the nation above the 90th percentile',
      { 'national_M2022_dl.xlsx': [TOTAL, { ...DETAILED, ...wages([52, 23.22, 28.84, 35.7, 43.48, 51.78]) }] },
      'H_MEAN = 52: is not between the 10th and the 90th percentile, 23.22 and 51.78.',
    ],
    [
      'an area without its row of all occupations',
      { 'MSA_M2022_dl.xlsx': [{ ...DETAILED, ...ORLANDO }] },
      'MSA_M2022_dl.xlsx, sheet "MSA_M2022_dl", row 2, AREA = "CBSA-36740": has no row of 00-0000',
    ],
    [
      'an area in two files',
      { 'MSA_M2022_dl.xlsx': [{ ...TOTAL, ...ORLANDO }], 'aMSA_M2022_dl.xlsx': [{ ...TOTAL, ...ORLANDO }] },
      'AREA = "CBSA-36740": is in MSA_M2022_dl.xlsx as well.',
    ],
    [
      'percentiles that are all shifted by one column',
      {
        'national_M2022_dl.xlsx': [
          TOTAL,
          ...many.map((index) => ({ ...occupation(index), ...wages([37.05, 28.84, 35.7, 43.48, 51.78, 60]) })),
        ],
      },
      'A_MEAN: is between A_PCT25 and A_PCT75 in 26 and at least A_MEDIAN in 1 of 26 rows; a wage cell is empty in 0 of 26. Columns are shifted',
    ],
    [
      'empty wage cells',
      { 'national_M2022_dl.xlsx': [TOTAL, ...many.map((index) => ({ ...occupation(index), A_PCT90: null }))] },
      'a wage cell is empty in 25 of 26.',
    ],
    [
      'another figure than a person has read in the file',
      { 'national_M2024_dl.xlsx': [TOTAL, DETAILED] },
      'row 3, TOT_EMP = 3000: should be 472770, for 43-6011 US.',
    ],
    [
      'a mean of the nation that jumps',
      { 'national_M2025_dl.xlsx': [{ ...TOTAL, ...wages([45, 14.42, 17.66, 23.8, 50, 60.44]) }] },
      'row 2, A_MEAN = 93600: differs by 37.8% from the 67930 of May 2023: are the columns shifted?',
    ],
  ])('%s', async (_, given, message) => {
    const before = await counts();
    await expect(importFiles(given)).rejects.toThrow(message);
    expect(await counts()).toEqual(before);
  });
});

describe('a file that is whole in form, and wrong', () => {
  const national = (rows: readonly Row[]) => importFiles({ 'national_M2024_dl.xlsx': rows });

  it('a national file that ends early is refused', async () => {
    const before = await counts();
    await expect(national([{ ...TOTAL, TOT_EMP: 3_300 }, DETAILED])).rejects.toThrow(
      'row 2, TOT_EMP = 3300: is the employment of all occupations, and the 1 detailed ones have 3000: is the file cut off?',
    );
    expect(await counts()).toEqual(before);
  });

  it('an employment that has jumped since the release before is refused', async () => {
    const times = (row: Row) => ({ ...row, TOT_EMP: 30_000 });
    await expect(national([times(TOTAL), times(DETAILED)])).rejects.toThrow(
      'row 2, TOT_EMP = 30000: differs by 900.0% from the 3000 of May 2023.',
    );
  });

  it('an occupation of no major group is refused', async () => {
    await expect(national([TOTAL, { ...DETAILED, OCC_CODE: '99-9998' }])).rejects.toThrow(
      'row 3, OCC_CODE = "99-9998": is in no major group of the SOC.',
    );
  });
});

describe('what is reported with the release', () => {
  it('a file that differs from the release before, and figures that are doubtful', async () => {
    const given: Given = {
      'national_M2025_dl.xlsx': [
        { ...TOTAL, TOT_EMP: 3_100 },
        { ...DETAILED, TOT_EMP: 2_000 },
        { ...DETAILED, OCC_CODE: '11-9111', OCC_TITLE: 'Medical and Health Services Managers', TOT_EMP: 1_000 },
      ],
      'MSA_M2025_dl.xlsx': [
        { ...TOTAL, ...ORLANDO, TOT_EMP: 1_000 },
        { ...DETAILED, ...ORLANDO, ...wages([52, 23.22, 28.84, 35.7, 43.48, 51.78]) },
      ],
    };
    const result = await importFiles(given);
    expect(result).toMatchObject({ outcome: 'IMPORTED', status: 'ACTIVE' });
    expect(auditOf(result, 'oews/row-count').examples).toEqual([
      'national_M2025_dl.xlsx: has 3 rows, and 2 in 2023-05.',
    ]);
    expect(auditOf(result, 'oews/coverage').examples).toEqual([
      'national_M2025_dl.xlsx: has 11-9111, which 2023-05 does not have.',
    ]);
    expect(auditOf(result, 'oews/groups-add-up').examples).toEqual([
      'national_M2025_dl.xlsx, sheet "national_M2025_dl", row 2, TOT_EMP = 3100: is the employment of 00-0000, and the 2 detailed occupations add up to 3000.',
      'MSA_M2025_dl.xlsx, sheet "MSA_M2025_dl", row 2, TOT_EMP = 1000: is the employment of 00-0000, and the 1 detailed occupations add up to 3000.',
    ]);
    expect(auditOf(result, 'oews/mean-below-p90-in-areas')).toMatchObject({ outcome: 'FAILED', failures: 2 });
  });

  it('a legend that prints another top code, and percentiles above the known one', async () => {
    const given = { 'national_M2021_dl.xlsx': [TOTAL, { ...DETAILED, ...wages([60, 23, 30, 36, 44, 110]) }] };
    const note = '#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year ';
    const result = await importFiles(given, [legend('May 2021 OEWS Estimates', note)]);
    expect(auditOf(result, 'oews/legend-top-code').examples).toEqual([
      'national_M2021_dl.xlsx, sheet "Field Descriptions", row 3: has $239200 per year, $115 per hour; that of May 2021 is $208000 per year, $100 per hour.',
    ]);
    expect(auditOf(result, 'oews/percentiles-below-top-code').examples).toEqual([
      'national_M2021_dl.xlsx, sheet "national_M2021_dl", row 3, A_PCT90 = 228800: is at or above the top code, $208000 per year, $100 per hour.',
      'national_M2021_dl.xlsx, sheet "national_M2021_dl", row 3, H_PCT90 = 110: is at or above the top code, $208000 per year, $100 per hour.',
    ]);
  });
});

describe('the top code of a year that is not known', () => {
  const topCoded = { ...DETAILED, A_PCT90: '#', H_PCT90: '#' };
  const legendOf = (hourly: number, annual: string) =>
    legend(
      'May 2026 OEWS Estimates',
      `#  = indicates a wage equal to or greater than $${hourly}.00 per hour or $${annual} per year`,
    );
  const topCodes = () => query(`select revision, top_code_annual_usd as annual from release where key = '2026-05'`);

  it('is that of the legend of its first file, and stays when another file is added', async () => {
    const given = { 'national_M2026_dl.xlsx': [TOTAL, topCoded] };
    const result = await importFiles(given, [legendOf(120, '249,600')]);
    expect(auditOf(result, 'oews/legend-top-code').outcome).toBe('PASSED');
    expect(auditOf(result, 'oews/new-top-codes').examples).toEqual([
      'national_M2026_dl.xlsx, sheet "national_M2026_dl", row 3, A_PCT90 = "#": is a wage of $249600 or more, and in May 2025 it was 107700.',
    ]);
    await importFiles({ 'state_M2026_dl.xlsx': [TOTAL, DETAILED].map((row) => ({ ...row, ...CALIFORNIA })) });
    expect(await topCodes()).toEqual([
      { revision: 1, annual: 249_600 },
      { revision: 2, annual: 249_600 },
    ]);
  });

  it('is the same in every file, or the import is refused', async () => {
    const rows = [TOTAL, topCoded].map((row) => ({ ...row, ...ORLANDO }));
    await expect(importFiles({ 'MSA_M2026_dl.xlsx': rows }, [legendOf(125, '260,000')])).rejects.toThrow(
      'The top code of May 2026 is $260,000 a year according to MSA_M2026_dl.xlsx, but $249,600 according to an earlier import of May 2026. Nothing was changed: find out which is right.',
    );
    expect(await topCodes()).toHaveLength(2);
  });
});

it('the file of all data is imported as the four parts of a release', async () => {
  const areas = [{}, CALIFORNIA, ORLANDO, NORTHWEST_ALABAMA];
  const rows = areas.flatMap((area) => [TOTAL, DETAILED].map((row) => ({ ...row, ...area })));
  const hospitals = rows.map((row) => ({ ...row, NAICS: '622000', I_GROUP: '3-digit', TOT_EMP: 10 }));
  const result = await importFiles({ 'all_data_M_2022.xlsx': [...rows, ...hospitals] });
  expect(result).toMatchObject({ release: '2022-05', outcome: 'IMPORTED' });
  const remarks = ['8 rows by industry or ownership were skipped.'];
  expect(result.files.map(({ name, role, rows: count, remarks: said }) => [name, role, count, said])).toEqual([
    ['all_data_M_2022.xlsx', 'national', 2, remarks],
    ['all_data_M_2022.xlsx', 'state', 2, remarks],
    ['all_data_M_2022.xlsx', 'metro', 2, remarks],
    ['all_data_M_2022.xlsx', 'nonmetro', 2, remarks],
  ]);
});
