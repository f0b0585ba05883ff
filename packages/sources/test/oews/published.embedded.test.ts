import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '@careergraph/db';
import { unpack } from '@careergraph/extract';
import { importParts } from '@careergraph/releases';
import { createTestDatabase, type TestDatabase } from '@careergraph/testkit';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oewsImporter } from '../../src/oews/index.ts';

const folder = join(dataDir, 'oews');

/** Each stored figure with its column in the file and how many of its unit make one of the file's. */
const FIGURES = [
  ['TOT_EMP', 'employment_persons', 'employment_marker', 1],
  ['EMP_PRSE', 'employment_prse_tenths', 'employment_prse_marker', 10],
  ['MEAN_PRSE', 'mean_prse_tenths', 'mean_prse_marker', 10],
  ['JOBS_1000', 'jobs_per_1000_thousandths', 'jobs_per_1000_marker', 1000],
  ['LOC_QUOTIENT', 'location_quotient_thousandths', 'location_quotient_marker', 1000],
  ...['MEAN', 'PCT10', 'PCT25', 'MEDIAN', 'PCT75', 'PCT90'].flatMap((name) => {
    const stored = name === 'MEDIAN' ? 'p50' : name.replace('PCT', 'p').toLowerCase();
    return [
      [`A_${name}`, `annual_${stored}_usd`, `annual_${stored}_marker`, 1],
      [`H_${name}`, `hourly_${stored}_cents`, `hourly_${stored}_marker`, 100],
    ] as const;
  }),
] as const;
const MARKERS: Readonly<Record<string, string>> = {
  '*': 'WAGE_NOT_RELEASED',
  '**': 'EMPLOYMENT_NOT_RELEASED',
  '#': 'TOP_CODED',
  '': 'NOT_PUBLISHED',
};

type Counted = Readonly<Record<string, { readonly sum: number; readonly [marker: string]: number }>>;

/** A second, simple reader: rows that differ, and of each column the sum of its numbers and the number of each marker. */
async function countInFile(
  name: string,
): Promise<{ rows: number; flags: number; figures: Counted; titles: Record<string, string> }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, name));
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
  const names = (sheet.getRow(1).values as unknown[]).map((value) => String(value).toUpperCase());
  const seen = new Set<string>();
  const figures: Record<string, { sum: number; [marker: string]: number }> = {};
  const titles: Record<string, string> = {};
  let flags = 0;
  for (let number = 2; number <= sheet.rowCount; number += 1) {
    const at = (column: string) => {
      const index = names.indexOf(column);
      return index === -1 ? '' : (sheet.getRow(number).getCell(index).value ?? '');
    };
    const code = String(at('OCC_CODE'));
    if (seen.has(code)) continue;
    seen.add(code);
    titles[code] = String(at('OCC_TITLE'));
    if (String(at('ANNUAL')) === 'TRUE') flags += 1;
    if (String(at('HOURLY')) === 'TRUE') flags += 1_000;
    for (const [column, , , unit] of FIGURES) {
      figures[column] ??= { sum: 0 };
      const count = figures[column];
      const value = at(column);
      if (typeof value === 'number') count.sum += Math.round(value * unit);
      else count[MARKERS[String(value)] as string] = (count[MARKERS[String(value)] as string] ?? 0) + 1;
    }
  }
  return { rows: seen.size, flags, figures, titles };
}

describe.skipIf(!haveData)(`the published national files${skipped}`, () => {
  let testDatabase: TestDatabase;
  let database: OpenDatabase;
  beforeAll(async () => {
    testDatabase = await createTestDatabase('migrated');
    database = await openDatabase(testDatabase.location);
  });
  afterAll(async () => {
    await database?.close();
    await testDatabase?.remove();
  });
  const query = <T extends object>(sql: string, parameters: readonly unknown[]) =>
    database.session((session) => session.query<T>(sql, parameters));

  describe.each([
    // Rows of the file less those that are listed twice.
    { year: 2017, rows: 1376, topCode: 208_000, declared: 1 },
    { year: 2019, rows: 1316, topCode: 208_000, declared: 0 },
    { year: 2022, rows: 1395, topCode: 239_200, declared: 0 },
    { year: 2024, rows: 1396, topCode: 239_200, declared: 0 },
    { year: 2025, rows: 1394, topCode: null, declared: 1 },
  ])('May $year', ({ year, rows, topCode, declared }) => {
    const name = `national_M${year}_dl.xlsx`;
    const release = `${year}-05`;

    it('is imported, and every audit passes but that of new and vanished codes', async () => {
      const parts = await oewsImporter.recognize(await unpack(join(folder, name), testDatabase.location.home), {
        release: null,
      });
      const result = await importParts(database, oewsImporter, parts, { cause: 'a test', url: null });
      expect(result).toMatchObject({ release, outcome: 'IMPORTED', status: 'ACTIVE' });
      expect(result.files).toMatchObject([{ role: 'national', rows }]);
      const audits = result.audit?.audits ?? [];
      expect(audits.filter(({ outcome, id }) => outcome === 'FAILED' && id !== 'oews/coverage')).toEqual([]);
      const reported = audits.filter(({ outcome }) => outcome === 'PASSED').flatMap(({ examples }) => examples);
      expect(reported).toHaveLength(declared);
      expect(await query('select top_code_annual_usd as usd from release where key = $1', [release])).toEqual([
        { usd: topCode },
      ]);
    });

    it('has the rows, numbers and markers that a second reader counts', async () => {
      const counted = await countInFile(name);
      expect(counted.rows).toBe(rows);
      const estimates = `from wage_estimate w join file f on f.id = w.file_id where f.release_key = $1`;
      const [total] = await query<{ rows: number; flags: number }>(
        `select count(*)::int as rows, (count(*) filter (where annual_only) + 1000 * count(*) filter (where hourly_only))::int as flags ${estimates}`,
        [release],
      );
      expect(total).toEqual({ rows, flags: counted.flags });
      for (const [column, value, marker] of FIGURES) {
        const [sum] = await query<{ sum: number }>(`select coalesce(sum(${value}), 0)::float8 as sum ${estimates}`, [
          release,
        ]);
        const markers = await query<{ marker: string; count: number }>(
          `select ${marker}::text as marker, count(*)::int as count ${estimates} and ${marker} is not null group by 1`,
          [release],
        );
        const stored = { ...sum, ...Object.fromEntries(markers.map((row) => [row.marker, row.count])) };
        expect(stored, column).toEqual(counted.figures[column]);
      }
      const titles = await query<{ code: string; title: string }>(
        'select code, title from file_occupation join file f on f.id = file_id where release_key = $1',
        [release],
      );
      expect(Object.fromEntries(titles.map(({ code, title }) => [code, title]))).toEqual(counted.titles);
    });
  });

  it('have the spot values that were read by a person', async () => {
    const spot = (release: string, code: string) =>
      query(
        `select employment_persons as persons, annual_mean_usd as mean, annual_p10_usd as p10, annual_p25_usd as p25,
                annual_p50_usd as p50, annual_p75_usd as p75, annual_p90_usd as p90
         from wage_estimate w join file f on f.id = w.file_id where release_key = $1 and occupation_code = $2`,
        [release, code],
      );
    expect(await spot('2024-05', '43-6011')).toEqual([
      { persons: 472_770, mean: 77_060, p10: 48_300, p25: 60_000, p50: 74_260, p75: 90_440, p90: 107_710 },
    ]);
    expect(await spot('2024-05', '11-9111')).toEqual([
      { persons: 565_840, mean: 137_730, p10: 69_680, p25: 88_560, p50: 117_960, p75: 162_420, p90: 219_080 },
    ]);
    const [largest] = await query<{ p90: number }>(
      `select max(annual_p90_usd) as p90 from wage_estimate w join file f on f.id = w.file_id where release_key = $1`,
      ['2025-05'],
    );
    expect(largest).toEqual({ p90: 742_310 });
  });
});
