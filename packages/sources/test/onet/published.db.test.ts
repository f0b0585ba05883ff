import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '@careergraph/db';
import { unpack } from '@careergraph/extract';
import { type ImportResult, importParts } from '@careergraph/releases';
import { createTestDatabase, type TestDatabase, testDatabaseKind } from '@careergraph/testkit';
import { dataDir, skipped } from '@careergraph/testkit/files';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onetImporter } from '../../src/onet/index.js';
import { newFolder } from './fixture.js';

/** The published editions, with counts and values taken from them by other, simpler readers. */

const text = join(dataDir, 'onet/29.0-text');
const excel = join(dataDir, 'onet/29.3-excel');

/** Both editions whole take a minute on the embedded database: of the Excel one it imports what the text has not. */
const onPostgres = testDatabaseKind() === 'postgres';
const EMBEDDED_EXCEL = [
  'Read Me',
  'Occupation Data',
  'Content Model Reference',
  'Scales Reference',
  'Work Styles',
  'Interests',
  'Job Zones',
  'Job Zone Reference',
];

let made: TestDatabase;
let database: OpenDatabase;
const results: ImportResult[] = [];

async function importFolder(folder: string, names: readonly string[] | null): Promise<ImportResult> {
  const files = (await unpack(folder, await newFolder('work'))).filter(
    ({ name }) => names === null || names.some((wanted) => name.startsWith(`${wanted}.`)),
  );
  const parts = await onetImporter.recognize(files, { release: null });
  return importParts(database, onetImporter, parts, { cause: 'a test', url: null });
}

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
  database.session((session) => session.query<Row>(sql, parameters));

describe.skipIf(skipped !== '')(`the published O*NET database${skipped}`, () => {
  beforeAll(async () => {
    made = await createTestDatabase('migrated');
    database = await openDatabase(made.location);
    results.push(await importFolder(text, null));
    results.push(await importFolder(excel, onPostgres ? null : EMBEDDED_EXCEL));
  });
  afterAll(async () => {
    await database?.close();
    await made?.remove();
  });

  it('passes its audits in either edition', () => {
    const audits = results.flatMap(({ audit }) => audit?.audits ?? []);
    // The embedded database gets some files of 29.3 only.
    const failed = audits.filter(({ outcome }) => outcome === 'FAILED').map(({ id }) => id);
    expect(failed).toEqual(onPostgres ? [] : ['onet/parts-kept']);
    expect(results.map(({ release, status }) => [release, status])).toEqual([
      ['29.0', 'ACTIVE'],
      ['29.3', 'ACTIVE'],
    ]);
    const passed = audits.filter(({ outcome }) => outcome === 'PASSED').map(({ id }) => id);
    expect(passed.filter((id) => id === 'onet/spot-facts')).toHaveLength(2);
    const skippedOnes = audits.filter(({ outcome }) => outcome === 'SKIPPED').map(({ id }) => id);
    expect(new Set(skippedOnes)).toEqual(
      new Set([
        'onet/parents-are-soc',
        'onet/parts-kept',
        'onet/row-count',
        'onet/coverage',
        ...(onPostgres ? [] : ['onet/categories-known']),
      ]),
    );
  });

  it('has as many rows a file as its lines say, and as exceljs counts', async () => {
    const [ofText, ofExcel] = results as [ImportResult, ImportResult];
    expect(ofText.files).toHaveLength(readdirSync(text).length - 1);
    for (const { name, rows } of ofText.files) expect([name, rows]).toEqual([name, linesOf(name).length]);
    const small = ofExcel.files.filter(({ rows }) => rows < 20_000);
    for (const { name, rows } of small) {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(join(excel, name));
      expect([name, rows]).toEqual([name, (book.worksheets[0]?.actualRowCount as number) - 1]);
    }
    // Counted once with exceljs, which takes half a minute for them.
    const large = { 'Skills.xlsx': 61530, 'Knowledge.xlsx': 58014, 'Alternate Titles.xlsx': 56560 };
    if (onPostgres)
      expect(Object.fromEntries(ofExcel.files.map(({ name, rows }) => [name, rows]))).toMatchObject(large);
  });

  it('has each flag and each "n/a" as often as the text has', async () => {
    const lines = linesOf('Education, Training, and Experience.txt');
    const count = (column: number, value: string) => lines.filter((line) => line[column] === value).length;
    expect(
      await query(
        `select count(*) filter (where recommend_suppress)::int as suppressed,
                count(*) filter (where recommend_suppress is null)::int as unsaid,
                count(*) filter (where category is null)::int as "withoutCategory",
                count(*) filter (where lower_ten_thousandths is null)::int as "withoutBounds",
                sum(value_hundredths)::int as sum
         from onet_rating join file on file.id = file_id where release_key = '29.0'`,
      ),
    ).toEqual([
      {
        suppressed: count(10, 'Y'),
        unsaid: count(10, 'n/a'),
        withoutCategory: count(4, 'n/a'),
        withoutBounds: count(8, 'n/a'),
        sum: lines.reduce((sum, line) => sum + Math.round(Number(line[5]) * 100), 0),
      },
    ]);
  });

  it('has every title, task and tool of the text edition as it stands there', async () => {
    const titles = await query<{ line: string }>(
      `select concat_ws(E'\\t', occupation_code, title, coalesce(short_title, 'n/a'), array_to_string(sources, ',')) as line
       from occupation_title join file on file.id = file_id where release_key = '29.0' and kind = 'ALTERNATE' order by row`,
    );
    expect(titles.map(({ line }) => line)).toEqual(linesOf('Alternate Titles.txt').map((line) => line.join('\t')));
    const tasks = await query<{ line: string }>(
      `select concat_ws(E'\\t', occupation_code, task_id, task, coalesce(type, 'n/a'),
                        coalesce(incumbents_responding::text, 'n/a'),
                        substr(date, 6) || '/' || substr(date, 1, 4), domain_source) as line
       from onet_task join file on file.id = file_id where release_key = '29.0' order by row`,
    );
    expect(tasks.map(({ line }) => line)).toEqual(linesOf('Task Statements.txt').map((line) => line.join('\t')));
    const tools = await query<{ line: string }>(
      `select concat_ws(E'\\t', occupation_code, example, commodity_code, commodity_title,
                        case when hot then 'Y' else 'N' end, case when in_demand then 'Y' else 'N' end) as line
       from onet_technology join file on file.id = file_id where release_key = '29.0' order by row`,
    );
    const published = linesOf('Technology Skills.txt').map((line) => line.join('\t'));
    // One name of software has a character reference in it.
    expect(tools.map(({ line }) => line)).toEqual(published.map((line) => line.replace('&apos;', "'")));
    expect(published.filter((line) => line.includes('&apos;'))).toHaveLength(1);
  });

  it('says of 11-9111.00 what the Excel edition prints', async () => {
    const values = await query<{ what: string; value: number }>(
      `select element_id || ' ' || scale_id as what, value_hundredths as value
       from onet_rating join file on file.id = file_id
       where release_key = '29.3' and occupation_code = '11-9111.00' and role in ('interests', 'work-styles')
         and element_id in ('1.B.1.a', '1.B.1.e', '1.B.1.f', '1.B.1.g', '1.B.1.h', '1.C.5.c') order by 1`,
    );
    expect(values).toEqual([
      { what: '1.B.1.a OI', value: 215 },
      { what: '1.B.1.e OI', value: 565 },
      { what: '1.B.1.f OI', value: 563 },
      { what: '1.B.1.g IH', value: 500 },
      { what: '1.B.1.h IH', value: 600 },
      { what: '1.C.5.c IM', value: 481 },
    ]);
  });

  // Of these workbooks the embedded database has nothing that could be counted.
  if (onPostgres) {
    it('counts the skills that are suppressed or not relevant as exceljs did', async () => {
      expect(
        await query(
          `select role, count(*) filter (where recommend_suppress)::int as suppressed,
                count(*) filter (where recommend_suppress is null)::int as unsaid,
                count(*) filter (where not_relevant)::int as "notRelevant"
         from onet_rating join file on file.id = file_id
         where release_key = '29.3' and role in ('knowledge', 'skills') group by role order by role`,
        ),
      ).toEqual([
        { role: 'knowledge', suppressed: 4797, unsaid: 13002, notRelevant: 5939 },
        { role: 'skills', suppressed: 124, unsaid: 0, notRelevant: 3302 },
      ]);
    });
  }
});

/** Lines after the header, split at tabs. */
function linesOf(name: string): string[][] {
  const lines = readFileSync(join(text, name), 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => line.split('\t'));
}
