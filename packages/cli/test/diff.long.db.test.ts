import { environmentOf } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { nationalFile } from './national-file.js';
import { database, done, doneAlone, folder, run } from './running.js';

interface Diff {
  readonly comparisons: readonly {
    readonly rows: unknown;
    readonly appeared: { readonly total: number; readonly rows: readonly unknown[] };
    readonly vanished: { readonly total: number; readonly rows: readonly unknown[] };
    readonly measures: readonly {
      readonly name: string;
      readonly compared: number;
      readonly changed: number;
      readonly moved: { readonly total: number; readonly rows: readonly unknown[] };
      readonly becameSuppressed: { readonly total: number; readonly rows: readonly unknown[] };
      readonly becamePublished: { readonly total: number; readonly rows: readonly unknown[] };
    }[];
  }[];
}

test('a broad occupation with the figures of its only part is one change', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const environment = environmentOf(location);
  for (const [year, employment] of [
    [2021, 1_000],
    [2022, 1_500],
  ] as const) {
    const edits: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
      '11-1001': { TOT_EMP: employment },
      '39-1001': { TOT_EMP: employment, OCC_CODE: '39-1011' },
    };
    const file = await nationalFile(files, { year, groups: { '39-1010': '39-1011' }, edit: (code) => edits[code] });
    await done(environment, 'import', 'oews', file);
  }
  const found = await doneAlone<Diff>(environment, 'diff', 'oews/2021-05', 'oews/2022-05');
  expect(found.comparisons[0]?.rows).toEqual({ before: 32, after: 32, both: 32 });
  expect(found.comparisons[0]?.measures[0]).toMatchObject({
    ...{ name: 'employment', compared: 31, changed: 2 },
    moved: { total: 2, rows: [{ key: { occupationCode: '11-1001' } }, { key: { occupationCode: '39-1011' } }] },
  });
});

test('what appeared, vanished, moved and was suppressed from one release to the next', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const environment = environmentOf(location);
  const earlier = await nationalFile(files, {
    year: 2021,
    edit: (code) => (code === '15-1001' ? { TOT_EMP: '**' } : undefined),
  });
  const later = await nationalFile(files, {
    year: 2022,
    edit: (code) => {
      const edits: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
        '11-1001': { TOT_EMP: 1_500, OCC_TITLE: 'Occupation 0, renamed' },
        '13-1001': { TOT_EMP: '**' },
        '15-1001': { TOT_EMP: 990 },
        '17-1001': { TOT_EMP: 1_110 },
        '19-1001': { TOT_EMP: 800 },
        // Another code: the old one vanishes.
        '21-1001': { OCC_CODE: '21-9999' },
      };
      return edits[code];
    },
  });
  await done(environment, 'import', 'oews', earlier);
  await done(environment, 'import', 'oews', later);

  const found = await doneAlone<Diff>(environment, 'diff', 'oews/2021-05', 'bls-oews/2022-05');
  const [wages] = found.comparisons;
  expect(found).toMatchObject({
    command: 'diff',
    source: 'bls-oews',
    before: { key: '2021-05', label: 'May 2021', files: [{ role: 'national', edition: 'published' }] },
    after: { key: '2022-05' },
    thresholdPercent: 10,
    limit: 20,
  });
  expect(wages?.rows).toEqual({ before: 31, after: 31, both: 30 });
  const us = { areaCode: 'US' };
  expect(wages?.appeared).toEqual({
    total: 1,
    rows: [
      {
        key: { occupationCode: '21-9999', ...us },
        titles: { occupationCode: 'Occupation 5', areaCode: 'United States' },
        value: 1_000,
        marker: null,
      },
    ],
  });
  expect(wages?.vanished).toMatchObject({ total: 1, rows: [{ key: { occupationCode: '21-1001' } }] });
  const employment = wages?.measures.find(({ name }) => name === 'employment');
  expect(employment).toMatchObject({ unit: 'PERSONS', compared: 28, changed: 3 });
  expect(employment?.moved).toEqual({
    total: 3,
    rows: [
      {
        key: { occupationCode: '11-1001', ...us },
        titles: { occupationCode: 'Occupation 0, renamed', areaCode: 'United States' },
        before: { value: 1_000, marker: null },
        after: { value: 1_500, marker: null },
        difference: 500,
        percent: 50,
      },
      expect.objectContaining({ key: { occupationCode: '19-1001', ...us }, difference: -200, percent: -20 }),
      expect.objectContaining({ key: { occupationCode: '17-1001', ...us }, difference: 110, percent: 11 }),
    ],
  });
  expect(employment?.becameSuppressed).toMatchObject({
    total: 1,
    rows: [
      {
        key: { occupationCode: '13-1001' },
        before: { value: 1_000, marker: null },
        after: { value: null, marker: 'EMPLOYMENT_NOT_RELEASED' },
        difference: null,
        percent: null,
      },
    ],
  });
  expect(employment?.becamePublished).toMatchObject({
    total: 1,
    rows: [{ key: { occupationCode: '15-1001' }, after: { value: 990 } }],
  });
  const hourly = wages?.measures.find(({ name }) => name === 'hourly median');
  // All rose by 3%, rounded to a cent.
  expect(hourly).toMatchObject({ unit: 'USD_PER_HOUR', compared: 30, changed: 30, moved: { total: 0, rows: [] } });

  const { stdout } = await run(
    environment,
    'diff',
    'oews/2021-05',
    'oews/2022-05',
    '--threshold',
    '15',
    '--limit',
    '1',
  );
  expect(stdout).toContain('bls-oews: from May 2021 (2021-05; national) to May 2022 (2022-05; national)');
  expect(stdout).toContain(`  employment: 3 of 28 changed, 2 by more than 15%; the first 1:
    OCCUPATION                     AREA              BEFORE  AFTER  DIFFERENCE  PERCENT
    11-1001 Occupation 0, renamed  US United States   1,000  1,500        +500     +50%
  employment: 1 became a marker:
    OCCUPATION            AREA              BEFORE  AFTER
    13-1001 Occupation 1  US United States   1,000     **
  employment: 1 became a figure:
    OCCUPATION            AREA              BEFORE  AFTER
    15-1001 Occupation 2  US United States      **    990
`);
});
