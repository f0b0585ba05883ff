import { type OpenDatabase, openDatabase } from '@careergraph/db';
import { importParts } from '@careergraph/releases';
import { createTestDatabase, type TestDatabase } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oewsImporter } from '../../src/oews/index.ts';
import { CALIFORNIA, cellsOf, DETAILED, type Folder, makeFolder, type Row, TOTAL, wages } from './files.ts';

let testDatabase: TestDatabase;
let database: OpenDatabase;
let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
  testDatabase = await createTestDatabase('migrated');
  database = await openDatabase(testDatabase.location);
  await run(nation(2022), { check: false });
});
afterAll(async () => {
  await database?.close();
  await testDatabase?.remove();
  await folder?.remove();
});

/** Mean and percentiles of occupations; wages grow by 3% per year. */
const HOURLY: Readonly<Record<string, readonly number[]>> = {
  '43-6011': [37, 23, 29, 36, 43, 52],
  '43-6014': [22, 15, 18, 21, 25, 30],
  '29-1141': [45, 31, 37, 43, 50, 62],
  '29-1216': [85, 40, 60, 88, 100, 108],
};

interface Nation {
  readonly year: number;
  readonly rows: Readonly<Record<string, Row>>;
}

/** The nation of two broad occupations with one part, and one with two. */
function nation(year: number): Nation {
  const of = (code: string) => (HOURLY[code] as readonly number[]).map((wage) => wage * 1.03 ** (year - 2022));
  const row = (code: string, level: string, persons: number, hourly: readonly number[]): Row => ({
    ...DETAILED,
    OCC_CODE: code,
    OCC_TITLE: `Occupation ${code}`,
    O_GROUP: level,
    TOT_EMP: persons,
    EMP_PRSE: 4,
    MEAN_PRSE: 0.8,
    ...wages(hourly.map((wage) => Math.round(wage * 100) / 100)),
  });
  const rows = [
    row('43-6010', 'broad', 4_000, mixed(of('43-6011'), of('43-6014'), 3 / 4)),
    row('43-6011', 'detailed', 3_000, of('43-6011')),
    row('43-6014', 'detailed', 1_000, of('43-6014')),
    row('29-1140', 'broad', 2_000, of('29-1141')),
    row('29-1141', 'detailed', 2_000, of('29-1141')),
    row('29-1210', 'broad', 10, of('29-1216')),
    row('29-1216', 'detailed', 10, of('29-1216')),
  ];
  const total: Row = {
    ...TOTAL,
    TOT_EMP: 6_010,
    ...wages(mixed(mixed(of('43-6011'), of('43-6014'), 3 / 4), of('29-1141'), 2 / 3)),
  };
  return { year, rows: Object.fromEntries([total, ...rows].map((each) => [String(each.OCC_CODE), each])) };
}

function mixed(one: readonly number[], other: readonly number[], share: number): number[] {
  return one.map((wage, index) => Math.round((wage * share + (other[index] as number) * (1 - share)) * 100) / 100);
}

/** Changes cells of one row. */
function changed({ year, rows }: Nation, code: string, cells: Row): Nation {
  return { year, rows: { ...rows, [code]: { ...rows[code], ...cells } } };
}

async function run({ year, rows }: Nation, { check = true } = {}) {
  const file = await folder.workbook(`national_M${year}_dl.xlsx`, cellsOf(Object.values(rows)));
  const parts = await oewsImporter.recognize([file], { release: null });
  return importParts(database, oewsImporter, parts, { cause: 'a test', url: null, check });
}

async function failed(given: Nation): Promise<Record<string, readonly string[]>> {
  const { audit } = await run(given);
  const entries = (audit?.audits ?? []).filter(({ outcome }) => outcome === 'FAILED');
  return Object.fromEntries(entries.map(({ id, examples }) => [id, examples]));
}

const at = (row: number) => `national_M2023_dl.xlsx, sheet "national_M2023_dl", row ${row}, `;

describe('an error in one row of a sound file', () => {
  it('is not seen where there is none', async () => {
    expect(await failed(nation(2023))).toEqual({});
  });

  it('the mean of another row', async () => {
    const other = nation(2023).rows['43-6014'] as Row;
    const { A_MEAN = null, H_MEAN = null } = other;
    const found = await failed(changed(nation(2023), '43-6011', { A_MEAN, H_MEAN, A_PCT10: 40_000, H_PCT10: 19.23 }));
    expect(found['oews/group-means']).toEqual([
      `${at(2)}A_MEAN = 79620: is the mean of 00-0000 in US, and that of its 4 detailed occupations is 63754: one of these means or employments is wrong.`,
      `${at(3)}A_MEAN = 71240: is the mean of 43-6010 in US, and that of its 2 detailed occupations is 47130: one of these means or employments is wrong.`,
    ]);
    expect(found['oews/mean-allows-percentiles']?.[0]).toContain(
      `${at(4)}A_MEAN = 47130: is less than the percentiles of its row allow`,
    );
  });

  it('no mean of a group of which a file has a small part only', async () => {
    const low = wages([12.02, 8, 10, 12, 14, 16]);
    const found = await failed(changed(nation(2023), '43-6010', { TOT_EMP: 400_000, ...low }));
    expect(found).not.toHaveProperty('oews/group-means');
  });

  it('other figures than those of the group that it is alone in', async () => {
    expect(await failed(changed(nation(2023), '29-1141', { A_MEDIAN: 94_370, H_MEDIAN: 45.37 }))).toEqual({
      'oews/single-parts': [
        `${at(7)}OCC_CODE = "29-1141": has other figures than 29-1140 in row 6, which has no other detailed occupation, in A_MEDIAN, H_MEDIAN.`,
      ],
    });
  });

  it('a "#" where the wage was far below the top code', async () => {
    const { 'oews/new-top-codes': found } = await failed(
      changed(nation(2023), '43-6011', { A_PCT90: '#', H_PCT90: '#' }),
    );
    expect(found).toEqual([`${at(4)}A_PCT90 = "#": is a wage of $239200 or more, and in May 2022 it was 108160.`]);
    const near = await failed(
      ['29-1210', '29-1216'].reduce(
        (given, code) => changed(given, code, { A_PCT90: '#', H_PCT90: '#' }),
        nation(2023),
      ),
    );
    expect(near).toEqual({});
  });

  it.each([
    ['higher', ['PCT25', 'MEDIAN', 'PCT75', 'PCT90', 'PCT90']],
    ['lower', ['PCT10', 'PCT10', 'PCT25', 'MEDIAN', 'PCT75']],
  ])('percentiles that are the next %s ones, by hour and year', async (direction, sources) => {
    const row = nation(2023).rows['43-6014'] as Row;
    const names = ['PCT10', 'PCT25', 'MEDIAN', 'PCT75', 'PCT90'];
    const cells = names.flatMap((name, index) =>
      ['A', 'H'].map((period) => [`${period}_${name}`, row[`${period}_${sources[index]}`] ?? null] as const),
    );
    const found = await failed(changed(nation(2023), '43-6014', Object.fromEntries(cells)));
    expect(found['oews/percentiles-not-shifted']).toEqual([
      `${at(5)}A_PCT10 to A_PCT90 = "43-6014": has percentiles that are nearer to the next ${direction} ones of May 2022 than to their own, and the mean has not changed so: are the cells of the row shifted?`,
    ]);
  });

  it('standard errors in the other order', async () => {
    const { 'oews/standard-errors-not-swapped': found } = await failed(
      changed(nation(2023), '43-6014', { EMP_PRSE: 0.8, MEAN_PRSE: 4 }),
    );
    expect(found).toEqual([
      `${at(5)}EMP_PRSE = 0.8: and MEAN_PRSE 4.0 were 4.0 and 0.8 in May 2022: are they swapped?`,
    ]);
  });

  it('an empty median, and markers that were erased', async () => {
    const empty = changed(nation(2023), '43-6014', { A_MEDIAN: null, H_MEDIAN: null });
    expect(await failed(empty)).toEqual({
      'oews/no-empty-cells': [
        `${at(5)}OCC_CODE = "43-6014": is empty in A_MEDIAN, H_MEDIAN, and no cell of the file has "#", "*", or "**": were the markers erased?`,
      ],
    });
    const marked = ['29-1210', '29-1216'].reduce(
      (given, code) => changed(given, code, { A_PCT90: '#', H_PCT90: '#' }),
      empty,
    );
    expect((await failed(marked))['oews/no-empty-cells']).toEqual([
      `${at(5)}OCC_CODE = "43-6014": is empty in A_MEDIAN, H_MEDIAN.`,
    ]);
  });
});

describe('releases that are not the one before', () => {
  const many = (year: number, wagesOf = 2022): Nation => {
    const { rows } = nation(wagesOf);
    const copies = Array.from({ length: 20 }, (_, index): Row => {
      const code = `51-${2000 + index * 10}`;
      return { ...rows['43-6014'], OCC_CODE: code, OCC_TITLE: code, TOT_EMP: 10 };
    });
    return { year, rows: { ...rows, ...Object.fromEntries(copies.map((row) => [String(row.OCC_CODE), row])) } };
  };

  it('the file of another release under the name of a year is refused', async () => {
    await run(many(2020), { check: false });
    await expect(run(many(2021))).rejects.toThrow(
      'national_M2021_dl.xlsx, sheet "national_M2021_dl": has the figures of May 2020 in 28 of 28 rows: is it that file under another name?',
    );
    await run(many(2021, 2021), { check: false });
    await expect(run(many(2023))).rejects.toThrow('has the figures of May 2020 in 28 of 28 rows');
    await expect(run(many(2019, 2021))).rejects.toThrow('has the figures of May 2021 in 28 of 28 rows');
  });

  it('a part is missing that only an older release has', async () => {
    const rows = [TOTAL, DETAILED].map((row) => ({ ...row, ...CALIFORNIA }));
    const file = await folder.workbook('state_M2020_dl.xlsx', cellsOf(rows));
    const parts = await oewsImporter.recognize([file], { release: null });
    await importParts(database, oewsImporter, parts, { cause: 'a test', url: null });
    expect((await failed(nation(2023)))['oews/parts-kept']).toEqual([
      '2023-05 has no state, which 2020-05 has. Until they are imported, the newest release that has them answers.',
    ]);
  });
});
