import { openDatabase } from '@careergraph/db';
import { environmentOf, tableCounts } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import {
  AWARDS,
  award,
  completionsFile,
  completionsSubset,
  directoryFile,
  directoryOf2023,
  INSTITUTIONS,
  OUTCOMES,
  outcomesFile,
  pricesFile,
} from './program-files.js';
import { database, done, folder, refused, run } from './running.js';

type Location = Awaited<ReturnType<typeof database>>;

interface Imported {
  readonly outcome: string;
  readonly status: string;
  readonly release: string;
  readonly label: string;
  readonly files: readonly {
    readonly name: string;
    readonly role: string;
    readonly rows: number;
    readonly remarks: readonly string[];
  }[];
}

/** Rows of a table in the order of the file, with the name of the file. */
async function rowsOf(location: Location, table: string): Promise<readonly Record<string, unknown>[]> {
  const open = await openDatabase(location);
  try {
    const rows = await open.session((sql) =>
      sql.query<Record<string, unknown>>(
        `select file.name as file, used.* from ${table} used join file on file.id = file_id order by file.name, "row"`,
      ),
    );
    return rows.map(({ file_id: _, ...row }) => row);
  } finally {
    await open.close();
  }
}

test('the directory and the completions of a year become institutions and programs', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const environment = environmentOf(location);
  const paths = [await directoryFile(files), await completionsFile(files)];
  const imported = await done<Imported>(environment, 'import', 'ipeds', ...paths);
  expect(imported).toMatchObject({ outcome: 'IMPORTED', status: 'ACTIVE', release: '2024' });
  expect(imported.label).toBe('2024 (awards from July 2023 to June 2024)');
  expect(imported.files).toMatchObject([
    {
      ...{ name: 'hd2024.csv', role: 'institutions', rows: 2 },
      remarks: [
        'Without coordinates: 1 institutions, such as row 3.',
        'Not active in the year of the directory: 1 institutions. They are kept and marked.',
        'Left out: 1 links that are not addresses of pages, such as email addresses of people (row 3).',
      ],
    },
    {
      ...{ name: 'c2024_a.csv', role: 'completions', rows: 5 },
      remarks: [
        'Left out: 3 rows of CIP 99 (all fields of study together).',
        'Left out: 2 rows of CIP codes of two or four digits (groups of fields).',
        'Left out: 1 rows of award level 12 (Degrees total).',
        'Left out: 1 rows of award level 15 (Degrees and certificates total).',
      ],
    },
  ]);
  expect(await rowsOf(location, 'institution')).toEqual([
    {
      ...{ file: 'hd2024.csv', row: 2, unit_id: 100654, name: 'Alabama A & M University', city: 'Normal' },
      ...{ state_code: 'US-AL', zip: '35762', county_fips: '01089', area_code: 'CBSA-26620' },
      ...{ latitude: 34.783368, longitude: -86.568502, control: 'PUBLIC', level: 'FOUR_YEAR', active: true },
      website_url: 'https://www.aamu.edu/',
      admissions_url: 'https://www.aamu.edu/admissions-aid/index.html',
      ...{ application_url: null, financial_aid_url: null, net_price_calculator_url: null },
    },
    {
      ...{ file: 'hd2024.csv', row: 3, unit_id: 100663, name: 'Escuela de Cañón', city: 'Normal' },
      ...{ state_code: 'US-AL', zip: '35294', county_fips: null, area_code: null, latitude: null, longitude: null },
      ...{ control: 'PRIVATE_FOR_PROFIT', level: 'LESS_THAN_TWO_YEAR', active: false },
      ...{ website_url: null, admissions_url: null, application_url: null },
      ...{ financial_aid_url: null, net_price_calculator_url: null },
    },
  ]);
  const program = { file: 'c2024_a.csv', unit_id: 100654, completions_marker: null };
  expect(await rowsOf(location, 'program')).toEqual(
    [
      { row: 2, cip_code: '01.1001', award_level: 5, major_number: 1, completions: 10, completions_flag: 'REPORTED' },
      {
        row: 3,
        cip_code: '51.3801',
        award_level: 5,
        major_number: 1,
        completions: 0,
        completions_flag: 'IMPLIED_ZERO',
      },
      { row: 5, cip_code: '01.1001', award_level: 5, major_number: 2, completions: 2, completions_flag: 'IMPUTED' },
      { row: 7, cip_code: '01.1001', award_level: 7, major_number: 1, completions: 7, completions_flag: 'REPORTED' },
      {
        ...{ row: 8, cip_code: '51.3801', award_level: 7, major_number: 1, completions: null, completions_flag: null },
        completions_marker: 'NOT_AVAILABLE',
      },
    ].map((row) => ({ ...program, ...row })),
  );
});

test('a subset of the completions has no flags, and its empty cells no reason', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  await done(environmentOf(location), 'import', 'ipeds', await completionsSubset(files));
  const rows = await rowsOf(location, 'program');
  expect(
    rows.map(({ row, completions, completions_marker, completions_flag }) => [
      row,
      completions,
      completions_marker,
      completions_flag,
    ]),
  ).toEqual([
    [2, 10, null, null],
    [3, 0, null, null],
    [5, 2, null, null],
    [7, 7, null, null],
    [8, null, 'NOT_IN_FILE', null],
  ]);
  expect(new Set(rows.map(({ file }) => file))).toEqual(new Set(['c2024_a_subset.csv']));
});

test('two years are compared, and the later one is taken back', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const environment = environmentOf(location);
  const [aamu, other] = INSTITUTIONS as [(typeof INSTITUTIONS)[0], (typeof INSTITUTIONS)[0]];
  await done(
    environment,
    ...['import', 'ipeds', await directoryOf2023(files, [{ ...aamu, ZIP: '35761' }, other])],
    await completionsFile(
      files,
      [award('01.1001', 5, 12), award('01.1001', 7, 7), award('52.0201', 7, 3)],
      'c2023_a.csv',
    ),
  );
  expect((await rowsOf(location, 'institution')).map(({ name }) => name)).toEqual([
    'Alabama A & M University',
    'Escuela de Cañón',
  ]);
  const before = await tableCounts(location);
  await done(environment, 'import', 'ipeds', await directoryFile(files), await completionsFile(files));
  const diff = await done<{ comparisons: readonly unknown[] }>(environment, 'diff', 'ipeds/2023', 'ipeds/2024');
  expect(diff.comparisons).toMatchObject([
    { rows: { before: 2, after: 2, both: 2 } },
    {
      rows: { before: 3, after: 5, both: 2 },
      appeared: { total: 3 },
      vanished: { total: 1, rows: [{ key: { unitId: '100654', cipCode: '52.0201', awardLevel: '7' } }] },
      measures: [
        {
          name: 'completions',
          compared: 2,
          changed: 1,
          moved: { rows: [{ before: { value: 12 }, after: { value: 10 } }] },
        },
      ],
    },
  ]);
  await done(environment, 'rollback', 'ipeds');
  const listed = await done<{ sources: { releases: { key: string; status: string }[] }[] }>(
    environment,
    'list',
    'ipeds',
  );
  expect(listed.sources[0]?.releases.map(({ key, status }) => [key, status])).toEqual([
    ['2024', 'STAGED'],
    ['2023', 'ACTIVE'],
  ]);
  await done(environment, 'remove', 'ipeds/2024');
  const { 'public.activation': _, ...after } = await tableCounts(location);
  const { 'public.activation': __, ...earlier } = before;
  expect(after).toEqual(earlier);
});

test('until the completions of a year are imported, those of the year before answer', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const environment = environmentOf(location);
  const completions = await completionsFile(files, [award('01.1001', 5, 12)], 'c2023_a.csv');
  await done(environment, 'import', 'ipeds', await directoryOf2023(files), completions);
  expect(await done(environment, 'import', 'ipeds', await directoryFile(files))).toMatchObject({
    answering: {
      active: { key: '2024' },
      named: [{ key: '2023', onlyNamed: false }],
      otherParts: [{ part: 'completions', key: '2023' }],
    },
  });
});

test('figures of the College Scorecard have a number or the reason that it prints', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const environment = environmentOf(location);
  const imported = await done<Imported>(
    environment,
    ...['import', 'scorecard', await outcomesFile(files), await pricesFile(files)],
  );
  expect(imported).toMatchObject({ release: '2026-06', label: 'June 2026', status: 'ACTIVE' });
  expect(imported.files.map(({ role, rows }) => [role, rows])).toEqual([
    ['field-of-study', 3],
    ['institutions', 3],
  ]);
  expect(imported.files[0]?.remarks).toEqual([
    expect.stringMatching(/^Skipped without effect on any figure: column L "DEBT_ALL_STGP_ANY_N", .* and 154 more\.$/),
    'Without a UNITID ("NA"): 1 rows, most of institutions abroad. They are kept.',
    'Empty cells: 1 figures. The published file says why a figure is missing (PS, NA), and this one does not.',
  ]);
  const none = {
    awards_marker: null,
    earnings_1_year_marker: null,
    earnings_4_years_marker: null,
    median_debt_marker: null,
  };
  const file = 'Most-Recent-Cohorts-Field-of-Study_06102026.csv';
  expect(await rowsOf(location, 'field_outcome')).toEqual([
    {
      ...none,
      ...{ file, row: 2, unit_id: 221999, ope_id: '003535', cip_code: '11.07', credential_level: 3, awards: 205 },
      ...{ earnings_1_year_usd: 122_244, earnings_4_years_usd: 160_021, median_debt_usd: 14_500 },
    },
    {
      ...{ file, row: 3, unit_id: 221999, ope_id: '003535', cip_code: '11.07', credential_level: 5 },
      ...{ awards: 36, awards_marker: null, median_debt_usd: null, median_debt_marker: 'PRIVACY_SUPPRESSED' },
      ...{ earnings_1_year_usd: null, earnings_1_year_marker: 'PRIVACY_SUPPRESSED' },
      ...{ earnings_4_years_usd: null, earnings_4_years_marker: 'NOT_AVAILABLE' },
    },
    {
      ...{ file, row: 4, unit_id: null, ope_id: '006800', cip_code: '01.00', credential_level: 3 },
      ...{
        awards: null,
        awards_marker: 'NOT_AVAILABLE',
        median_debt_usd: null,
        median_debt_marker: 'PRIVACY_SUPPRESSED',
      },
      ...{ earnings_1_year_usd: null, earnings_1_year_marker: 'NOT_IN_FILE' },
      ...{ earnings_4_years_usd: null, earnings_4_years_marker: 'NOT_AVAILABLE' },
    },
  ]);
  expect((await rowsOf(location, 'cip_title')).map(({ row, cip_code, title }) => [row, cip_code, title])).toEqual([
    [2, '11.07', 'Computer Science'],
    [4, '01.00', 'Agriculture, General'],
  ]);
  const price = { file: 'Most-Recent-Cohorts-Institution_06102026.csv' };
  expect(await rowsOf(location, 'institution_outcome')).toEqual([
    {
      ...{ ...price, row: 2, unit_id: 100654, net_price_usd: 17_621, net_price_marker: null },
      ...{ completion_ten_thousandths: 2_403, completion_marker: null },
    },
    {
      ...{ ...price, row: 3, unit_id: 100663, net_price_usd: -914, net_price_marker: null },
      ...{ completion_ten_thousandths: null, completion_marker: 'PRIVACY_SUPPRESSED' },
    },
    {
      ...{ ...price, row: 4, unit_id: 10_236_801, net_price_usd: null, net_price_marker: 'NOT_AVAILABLE' },
      ...{ completion_ten_thousandths: null, completion_marker: 'NOT_AVAILABLE' },
    },
  ]);
  expect(
    await refused(environment, 1, 'import', 'scorecard', await outcomesFile(await folder(), OUTCOMES.slice(0, 1))),
  ).toContain('is not the file that ed-scorecard/2026-06 was loaded from');
});

test('what the years of graduates are is said, or that it is not known', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const [, , third] = OUTCOMES as [unknown, unknown, (typeof OUTCOMES)[0]];
  const path = await outcomesFile(files, [third], 'Most-Recent-Cohorts-Field-of-Study.csv');
  expect(await refused(environmentOf(location), 1, 'import', 'scorecard', path)).toContain(
    'does not say which release it is. Add it, as in --release 2026-06.',
  );
  const imported = await done<Imported>(environmentOf(location), 'import', 'scorecard', path, '--release', '2025-05');
  expect(imported.files[0]?.remarks.at(-1)).toMatch(/^Which years of graduates 2025-05 describes is not recorded\./);
});

test('of completions that were published again, the revised file is read', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const first = await completionsFile(files, [award('01.1001', 5, 99), award('01.1001', 7, 7)]);
  const revised = await completionsFile(files, AWARDS, 'c2024_a_rv.csv');
  const { code, stderr } = await run(environmentOf(location), 'import', 'ipeds', first, revised);
  expect(code, stderr).toBe(0);
  expect(new Set((await rowsOf(location, 'program')).map(({ file }) => file))).toEqual(new Set(['c2024_a_rv.csv']));
});
