import { environmentOf, tableCounts } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { nationalFile } from './national-file.js';
import { database, done, doneAlone, folder, refused, run, type Variables } from './running.js';

interface Listed {
  readonly sources: readonly {
    readonly id: string;
    readonly releases: readonly {
      readonly key: string;
      readonly revision: number;
      readonly status: string;
      readonly files: readonly { readonly role: string; readonly edition: string; readonly rows: number }[];
    }[];
  }[];
}

/** `2025-05 r2 ACTIVE published`, newest first. */
async function releasesOf(environment: Variables): Promise<readonly string[]> {
  const { sources } = await done<Listed>(environment, 'list', 'oews');
  return (sources[0]?.releases ?? []).map(
    ({ key, revision, status, files }) => `${key} r${revision} ${status} ${files.map(({ edition }) => edition).join()}`,
  );
}

const answering = (active: string, ...named: readonly string[]) => ({
  active: expect.objectContaining({ key: active }),
  named: named.map((key) => expect.objectContaining({ key })),
});

test('a release from its import to its removal', async () => {
  const [location, files] = [await database(), await folder()];
  const environment = environmentOf(location);
  const file = await nationalFile(files, { year: 2025 });
  const older = await nationalFile(files, { year: 2023 });
  const before = await tableCounts(location);
  const more = (table: string, rows: number) => ({ [`public.${table}`]: (before[`public.${table}`] as number) + rows });

  const checked = await doneAlone(environment, 'check', 'oews', file);
  expect(checked).toMatchObject({ command: 'check', outcome: 'CHECKED', status: 'ACTIVE', release: '2025-05' });
  expect(await tableCounts(location)).toEqual(before);

  expect(await doneAlone(environment, 'import', 'oews', file)).toMatchObject({
    command: 'import',
    source: 'bls-oews',
    release: '2025-05',
    label: 'May 2025',
    outcome: 'IMPORTED',
    status: 'ACTIVE',
    files: [{ name: 'national_M2025_dl.xlsx', role: 'national', rows: 31 }],
    answering: answering('2025-05', '2024-05'),
    next: {
      diff: 'npm run data -- diff oews/2024-05 oews/2025-05',
      rollback: 'npm run data -- rollback oews',
    },
  });
  const again = await run(environment, 'import', 'bls-oews', file);
  expect(again.code, again.stderr).toBe(0);
  expect(again.stdout).toContain(
    'Nothing to do: these files of bls-oews/2025-05 (May 2025) are loaded already, and it is ACTIVE.',
  );
  const checkedAgain = await run(environment, 'check', 'oews', file);
  expect(checkedAgain.stdout).toContain(
    'Nothing to do: these files of bls-oews/2025-05 (May 2025) are loaded already, and it is ACTIVE.',
  );
  expect(await doneAlone(environment, 'check', 'oews', older)).toMatchObject({ outcome: 'CHECKED' });
  const other = await nationalFile(await folder(), { year: 2025, cents: 1 });
  expect(await refused(environment, 1, 'import', 'oews', other)).toContain(
    'national_M2025_dl.xlsx is not the file that bls-oews/2025-05 was loaded from',
  );
  expect(await tableCounts(location)).toEqual({
    ...before,
    ...more('release', 1),
    ...more('release_file', 1),
    ...more('file', 1),
    ...more('activation', 1),
    ...more('wage_estimate', 31),
    ...more('file_occupation', 31),
  });

  expect(await done(environment, 'import', 'oews', older)).toMatchObject({
    outcome: 'IMPORTED',
    status: 'SUPERSEDED',
    answering: answering('2025-05', '2024-05', '2023-05'),
  });
  expect(await refused(environment, 1, 'remove', 'oews/2025-05')).toBe(
    'bls-oews/2025-05 is the active release: it answers where no release is named. ' +
      'Activate another one first ("activate"), or take its import back ("rollback").\n',
  );
  expect(await refused(environment, 1, 'remove', 'oews/2021-05')).toContain(
    'There is no release bls-oews/2021-05. Loaded are 2025-05, 2024-05, 2023-05.',
  );
  const removal = await run(environment, 'remove', 'oews/2023-05');
  expect(removal.code, removal.stderr).toBe(0);
  expect(removal.stdout).toContain('Removed bls-oews/2023-05: 1 revision, 1 file, 31 rows.');
  expect(await done(environment, 'import', 'oews', older)).toMatchObject({ outcome: 'IMPORTED', status: 'SUPERSEDED' });

  expect(await doneAlone(environment, 'activate', 'oews/2023-05')).toMatchObject({
    outcome: 'ACTIVATED',
    statusBefore: 'SUPERSEDED',
    answering: answering('2023-05', '2025-05', '2024-05'),
  });
  // The same bytes again do not undo what the operator has decided.
  expect(await done(environment, 'import', 'oews', file)).toMatchObject({
    outcome: 'UNCHANGED',
    status: 'SUPERSEDED',
    answering: answering('2023-05', '2025-05', '2024-05'),
  });
  expect(await doneAlone(environment, 'rollback', 'oews')).toMatchObject({
    undone: { cause: 'activate oews/2023-05' },
    answering: answering('2025-05', '2024-05', '2023-05'),
  });
  expect(await done(environment, 'rollback', 'oews')).toMatchObject({
    undone: { cause: 'import oews national_M2023_dl.xlsx' },
    answering: answering('2025-05', '2024-05'),
  });
  expect(await done(environment, 'rollback', 'oews')).toMatchObject({
    undone: { cause: 'import oews national_M2025_dl.xlsx' },
    answering: { active: { key: '2025-05', edition: 'starter' } },
  });
  expect(await refused(environment, 1, 'rollback', 'oews')).toContain('Nothing of bls-oews can be rolled back');
  expect(await releasesOf(environment)).toEqual([
    '2025-05 r2 STAGED published',
    '2025-05 r1 ACTIVE starter',
    '2024-05 r1 SUPERSEDED starter',
    '2023-05 r1 STAGED published',
  ]);

  // It is brought back by name, though the starter of the same release answers.
  expect(await done(environment, 'activate', 'oews/2025-05')).toMatchObject({
    outcome: 'ACTIVATED',
    revision: 2,
    statusBefore: 'STAGED',
    answering: { active: { key: '2025-05', edition: 'published' } },
  });
  expect(await done(environment, 'rollback', 'oews')).toMatchObject({
    undone: { cause: 'activate oews/2025-05' },
    answering: { active: { key: '2025-05', edition: 'starter' } },
  });

  // What a rollback has left goes, and what is typed into the repository stays.
  expect(await doneAlone(environment, 'remove', 'oews/2025-05')).toMatchObject({
    outcome: 'REMOVED',
    revisions: 1,
    starterAnswers: true,
    files: [{ name: 'national_M2025_dl.xlsx', rows: 31 }],
  });
  expect(await done(environment, 'remove', 'oews/2023-05')).toMatchObject({ revisions: 1, starterAnswers: false });
  expect(await tableCounts(location)).toEqual(before);
}, 400_000);

test.each([
  ['a percentile below a lower one', { A_PCT25: 10 }, 'row 3, A_PCT25 = 10'],
  ['a negative count', { TOT_EMP: -5 }, 'row 3, TOT_EMP = -5'],
  ['an unknown marker', { A_MEAN: '***' }, 'row 3, A_MEAN = "***"'],
  ['a code that is there twice', { OCC_CODE: '13-1001', OCC_TITLE: 'Occupation 1' }, 'row 4, OCC_CODE = "13-1001"'],
])('%s is refused with its place, and nothing is kept', async (_, cells, place) => {
  const location = await database();
  const before = await tableCounts(location);
  const edit = (code: string) => (code === '11-1001' ? cells : undefined);
  const file = await nationalFile(await folder(), { year: 2025, edit });
  const { code, stdout, stderr } = await run(environmentOf(location), 'import', 'oews', file, '--json');
  expect(code, stderr).toBe(1);
  expect(stderr).toContain(`national_M2025_dl.xlsx, sheet "national_M2025_dl", ${place}`);
  expect(JSON.parse(stdout)).toMatchObject({
    command: 'import',
    error: { kind: 'REFUSED', faults: [{ file: 'national_M2025_dl.xlsx', sheet: 'national_M2025_dl' }] },
  });
  expect(await tableCounts(location)).toEqual(before);
});
