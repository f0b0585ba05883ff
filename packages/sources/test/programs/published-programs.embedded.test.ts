import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unpack } from '@careergraph/extract';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cipSocImporter } from '../../src/cip-soc/index.js';
import { ipedsImporter } from '../../src/ipeds/index.js';
import { scorecardImporter } from '../../src/scorecard/index.js';
import { socImporter } from '../../src/soc/index.js';
import { importFiles, testDatabase } from '../importing.js';
import { published, workFolder } from '../reading.js';

const database = testDatabase();
const folder = workFolder();

type Row = Readonly<Record<string, string>>;

/** The second reader: the file at once, unpacked and parsed with none of the importers' code. */
function rowsOf(...path: readonly string[]): readonly Row[] {
  const bytes = readFileSync(join(dataDir, ...path));
  const text = path.at(-1)?.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return parse(text, { columns: true, bom: true }) as Row[];
}

const read = <T>(query: string) => database.open.session((sql) => sql.query<T & object>(query));
function tally(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
/** Rows of files are numbered from 1, and the header is the first. */
const numbered = (lines: readonly string[]) => lines.map((line, at) => `${at + 2}|${line}`);
const lines = async (table: string, columns: readonly string[]) =>
  (
    await read<{ line: string }>(
      `select "row" || '|' || concat_ws('|', ${columns.map((column) => `coalesce(${column}::text, '')`).join(', ')}) as line
       from ${table} order by "row"`,
    )
  ).map(({ line }) => line);

describe.skipIf(!haveData)(`the published files${skipped}`, () => {
  beforeAll(async () => {
    const files = async (...paths: readonly string[]) =>
      (await Promise.all(paths.map((path) => unpack(join(dataDir, path), folder.path)))).flat();
    const soc = published(join(dataDir, 'soc', 'soc_structure_2018.xlsx'));
    const imports = [
      await importFiles(database.open, socImporter, [soc]),
      await importFiles(
        database.open,
        ipedsImporter,
        await files('programs/hd2024.csv', 'programs/c2024_a_subset.csv.gz'),
      ),
      await importFiles(database.open, cipSocImporter, await files('soc/CIP2020_SOC2018_Crosswalk.xlsx')),
      await importFiles(
        database.open,
        scorecardImporter,
        await files('programs/scorecard_field_of_study_2026-06.csv.gz', 'programs/scorecard_institutions_2026-06.csv'),
      ),
    ];
    expect(imports.map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE']);
    for (const { audit } of imports.slice(1)) {
      expect(audit?.audits.filter(({ outcome }) => outcome === 'FAILED')).toEqual([]);
    }
  });

  it('have every institution with its place and kind, and say how many lack coordinates', async () => {
    const rows = rowsOf('programs', 'hd2024.csv');
    expect(rows).toHaveLength(6_072);
    const control = { 1: 'PUBLIC', 2: 'PRIVATE_NONPROFIT', 3: 'PRIVATE_FOR_PROFIT', '-3': '' };
    const level = { 1: 'FOUR_YEAR', 2: 'TWO_YEAR', 3: 'LESS_THAN_TWO_YEAR', '-3': '' };
    const expected = rows.map((row) =>
      [
        ...[row.UNITID, row.INSTNM?.trim(), row.CITY, `US-${row.STABBR}`, row.ZIP?.slice(0, 5)],
        row.COUNTYCD === '-2' ? '' : row.COUNTYCD?.padStart(5, '0'),
        row.CBSA === '-2' ? '' : `CBSA-${row.CBSA}`,
        ...[Number(row.LATITUDE), Number(row.LONGITUD)],
        control[row.CONTROL as keyof typeof control],
        level[row.ICLEVEL as keyof typeof level],
        row.CYACTIVE === '1',
      ].join('|'),
    );
    const columns =
      'unit_id name city state_code zip county_fips area_code latitude longitude control level active'.split(' ');
    expect(await lines('institution', columns)).toEqual(numbered(expected));
    expect(await read('select count(*)::int as count from institution where latitude is null')).toEqual([
      { count: rows.filter(({ LATITUDE = '' }) => !/^-?\d+\.\d+$/.test(LATITUDE)).length },
    ]);
    const pages = rows.flatMap(({ WEBADDR, ADMINURL, APPLURL, FAIDURL, NPRICURL }) =>
      [WEBADDR, ADMINURL, APPLURL, FAIDURL, NPRICURL].filter((link) => link?.trim() && !link.includes('@')),
    );
    const [links] = await read<{ count: number }>(
      `select sum(num_nonnulls(website_url, admissions_url, application_url, financial_aid_url,
         net_price_calculator_url))::int as count from institution`,
    );
    expect(links?.count).toBe(pages.length);
  });

  it('have every program but the totals, with its awards', async () => {
    const rows = rowsOf('programs', 'c2024_a_subset.csv.gz').map(
      (row, at) => ({ ...row, at: at + 2 }) as Row & { at: number },
    );
    const programs = rows.filter(({ CIPCODE }) => CIPCODE !== '99');
    expect([rows.length, programs.length]).toEqual([286_979, 267_595]);
    const expected = programs.map(
      ({ at, UNITID, CIPCODE, AWLEVEL, MAJORNUM, CTOTALT }) =>
        `${at}|${UNITID}|${CIPCODE}|${AWLEVEL}|${MAJORNUM}|${CTOTALT}|`,
    );
    const columns = ['unit_id', 'cip_code', 'award_level', 'major_number', 'completions', 'completions_marker'];
    const found = await lines('program', columns);
    expect(found).toHaveLength(expected.length);
    expect(found.filter((line, at) => line !== expected[at])).toEqual([]);
    expect(await read('select count(*)::int as zeros from program where completions = 0')).toEqual([
      { zeros: programs.filter(({ CTOTALT }) => CTOTALT === '0').length },
    ]);
  });

  it('have every field of study with each of its figures or a status', async () => {
    const rows = rowsOf('programs', 'scorecard_field_of_study_2026-06.csv.gz');
    expect(rows).toHaveLength(227_980);
    const figures = ['IPEDSCOUNT', 'EARN_MDN_1YR', 'EARN_MDN_4YR', 'DEBT_ALL_STGP_EVAL_MDN'] as const;
    const expected = numbered(
      rows.map((row) =>
        [
          row.UNITID === 'NA' ? '' : row.UNITID,
          ...[row.OPEID6, `${row.CIPCODE?.slice(0, 2)}.${row.CIPCODE?.slice(2)}`, row.CREDLEV],
          ...figures.flatMap((column) => (row[column] === '' ? ['', 'NOT_IN_FILE'] : [row[column], ''])),
        ].join('|'),
      ),
    );
    const measures = ['awards', 'earnings_1_year', 'earnings_4_years', 'median_debt'];
    const columns = measures.flatMap((name) => [name === 'awards' ? name : `${name}_usd`, `${name}_marker`]);
    const found = await lines('field_outcome', ['unit_id', 'ope_id', 'cip_code', 'credential_level', ...columns]);
    expect(found).toHaveLength(expected.length);
    expect(found.filter((line, at) => line !== expected[at])).toEqual([]);

    const counts = await read<{ marker: string; count: number }>(
      measures
        .map(
          (name) =>
            `select '${name} ' || coalesce(${name}_marker::text, 'number') as marker, count(*)::int as count from field_outcome group by 1`,
        )
        .join(' union all '),
    );
    expect(Object.fromEntries(counts.map(({ marker, count }) => [marker, count]))).toEqual(
      tally(
        figures.flatMap((column, at) =>
          rows.map((row) => `${measures[at]} ${row[column] === '' ? 'NOT_IN_FILE' : 'number'}`),
        ),
      ),
    );
    expect(counts.find(({ marker }) => marker === 'earnings_4_years number')?.count).toBe(58_112);
    const titles = new Map(
      rows.map(({ CIPCODE, CIPDESC }) => [
        `${CIPCODE?.slice(0, 2)}.${CIPCODE?.slice(2)}`,
        CIPDESC?.replaceAll(/\s+/g, ' ').replace(/\.$/, ''),
      ]),
    );
    const stored = await read<{ code: string; title: string }>(
      'select cip_code as code, title from cip_title where length(cip_code) = 5',
    );
    expect(new Map(stored.map(({ code, title }) => [code, title]))).toEqual(titles);
  });

  it('have the price and the completion rate of every institution', async () => {
    const rows = rowsOf('programs', 'scorecard_institutions_2026-06.csv');
    expect(rows).toHaveLength(6_273);
    const expected = rows.map(({ unitid, net_price_avg: price, completion_rate: rate }) =>
      [
        unitid,
        ...(price === '' ? ['', 'NOT_IN_FILE'] : [price, '']),
        ...(rate === '' ? ['', 'NOT_IN_FILE'] : [(Number(rate) * 10_000).toFixed(0), '']),
      ].join('|'),
    );
    const columns = ['unit_id', 'net_price_usd', 'net_price_marker', 'completion_ten_thousandths', 'completion_marker'];
    expect(await lines('institution_outcome', columns)).toEqual(numbered(expected));
  });

  it('have every pair of the crosswalk, and each code that has none', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await readFile(join(dataDir, 'soc', 'CIP2020_SOC2018_Crosswalk.xlsx'))) as never);
    const expected: string[] = [];
    const titles = new Map<string, string>();
    workbook.getWorksheet('CIP-SOC')?.eachRow((row, number) => {
      const [cip, title, soc] = [1, 2, 3].map((at) => row.getCell(at).text.replaceAll(/\s+/g, ' ').trim()) as [
        string,
        string,
        string,
      ];
      if (number === 1) return;
      expected.push(`${number}|${cip.replace('99.9999', '')}|${soc.replace('99-9999', '')}`);
      if (cip !== '99.9999') titles.set(cip, title.replace(/\.$/, ''));
    });
    expect(expected).toHaveLength(6_097);
    expect(expected.filter((line) => line.endsWith('|'))).toHaveLength(194);
    expect(expected.filter((line) => line.includes('||'))).toHaveLength(180);
    expect(await lines('cip_occupation', ['cip_code', 'occupation_code'])).toEqual(expected);
    const stored = await read<{ code: string; title: string }>(
      'select cip_code as code, title from cip_title where length(cip_code) = 7',
    );
    expect(new Map(stored.map(({ code, title }) => [code, title]))).toEqual(titles);
  });
});
