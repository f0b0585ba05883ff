import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SetupFile } from '@careergraph/sources';
import { environmentOf } from '@careergraph/testkit';
import { zipOf } from '@careergraph/testkit/files';
import { expect, test } from 'vitest';
import { Interrupted } from '../dist/failure.js';
import { runCommandLine } from '../dist/run.js';
import { setupCommand } from '../dist/setup/setup.js';
import { nationalFile } from './national-file.js';
import { answersWithPage, publisher, redirectsTo, refuses, sends, sendsHalf, sendsSlowly } from './publisher.js';
import { database, done, folder, type Variables } from './running.js';

interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function setUp(
  environment: Variables,
  files: readonly SetupFile[],
  args: readonly string[] = [],
  stop: AbortSignal = new AbortController().signal,
): Promise<Ending> {
  let [stdout, stderr] = ['', ''];
  const code = await runCommandLine(
    ['setup', ...args],
    {
      environment,
      stdout: {
        write: (text, written) => {
          stdout += text;
          written();
        },
      },
      stderr: {
        write: (text) => {
          stderr += text;
        },
      },
      stop,
    },
    [setupCommand(files)],
  );
  return { code, stdout, stderr };
}

function national(year: number, url: string | null): SetupFile {
  return {
    source: 'oews',
    release: `${year}-05`,
    fileName: `oesm${year - 2000}nat.zip`,
    url,
    page: 'https://agency.example/tables',
    roles: ['national'],
    adds: 'wages of the nation',
    megabytes: 1,
  };
}

async function nationalZip(year: number, cents = 0): Promise<Buffer> {
  const path = await nationalFile(await folder(), { year, occupations: 5, cents });
  return zipOf({ [basename(path)]: await readFile(path) });
}

const other = (source: string, release: string | null, fileName: string, url: string | null): SetupFile => ({
  ...national(2025, url),
  source,
  release,
  fileName,
  roles: [],
});

/** Has the columns of HUD's crosswalk and no quarter in its name. */
const HUD = `ZIP,CBSA,USPS_ZIP_PREF_CITY,USPS_ZIP_PREF_STATE,RES_RATIO,BUS_RATIO,OTH_RATIO,TOT_RATIO
32801,36740,ORLANDO,FL,1.000000000,1.000000000,1.000000000,1.000000000
`;

const outcomesOf = (stdout: string) =>
  JSON.parse(stdout).files.map(({ fileName, outcome }: Record<string, string>) => [fileName, outcome]);

test('goes on after failures, tells refusals apart, continues later, and takes files from a folder', async () => {
  const environment = environmentOf(await database());
  const [zip2021, zip2023, zip2025, corrected] = await Promise.all([
    nationalZip(2021),
    nationalZip(2023),
    nationalZip(2025),
    nationalZip(2025, 1),
  ]);
  const answers = {
    '/oesm21nat.zip': redirectsTo('/2021/oesm21nat.zip'),
    '/2021/oesm21nat.zip': sendsSlowly(zip2021),
    '/oesm23nat.zip': refuses,
    '/oesm25nat.zip': sendsHalf(zip2025, '"first"', 'breaks'),
    '/list1.xlsx': answersWithPage,
  };
  const { url, requests } = await publisher(answers);
  const files = [
    national(2021, `${url}/oesm21nat.zip`),
    national(2023, `${url}/oesm23nat.zip`),
    national(2025, `${url}/oesm25nat.zip`),
    other('cbsa', '2023-07', 'list1.xlsx', `${url}/list1.xlsx`),
    other('soc', '2018', 'structure.xlsx', `${url}/structure.xlsx`),
    other('hud', null, 'ZIP_CBSA_MMYYYY.xlsx', null),
  ];

  const first = await setUp(environment, files, ['--json']);
  expect(first.code, first.stderr).toBe(1);
  const byName = new Map<string, unknown>(
    JSON.parse(first.stdout).files.map((file: { fileName: string }) => [file.fileName, file]),
  );
  expect(byName.get('oesm21nat.zip')).toMatchObject({ outcome: 'IMPORTED', release: '2021-05', reason: null });
  expect(byName.get('oesm23nat.zip')).toMatchObject({
    outcome: 'BLOCKED',
    reason: expect.stringContaining('answered 403 Forbidden'),
    open: `${url}/oesm23nat.zip (listed at https://agency.example/tables)`,
    next: 'npm run data -- setup --from <folder>',
  });
  expect(byName.get('oesm25nat.zip')).toMatchObject({
    outcome: 'FAILED',
    reason: expect.stringContaining('bytes are kept; run the same command to continue'),
    next: 'npm run data -- setup --only oews',
  });
  expect(byName.get('list1.xlsx')).toMatchObject({
    outcome: 'BLOCKED',
    reason: expect.stringContaining('answered with a web page'),
    next: 'npm run data -- setup --from <folder>',
  });
  expect(byName.get('structure.xlsx')).toMatchObject({
    outcome: 'FAILED',
    reason: expect.stringContaining('answered 404 Not Found'),
    next: `npm run data -- import soc ${url}/structure.xlsx --again`,
  });
  expect(byName.get('ZIP_CBSA_MMYYYY.xlsx')).toMatchObject({
    outcome: 'BY_HAND',
    open: 'https://agency.example/tables',
  });
  expect(first.stderr).toContain('[2/6] BLOCKED oews/2023-05 oesm23nat.zip\n');

  // The file has changed since the first half was downloaded: none of that half may be used.
  answers['/oesm25nat.zip'] = sends(corrected, '"second"');
  requests.length = 0;
  const second = await setUp(environment, files, ['--only', 'oews']);
  expect(second.code, second.stderr).toBe(1);
  expect(second.stdout).toMatch(/oews +2021-05 +oesm21nat.zip +UNCHANGED\n/);
  expect(second.stdout).toMatch(/oews +2025-05 +oesm25nat.zip +IMPORTED\n/);
  expect(second.stdout).toContain('  Then run:           npm run data -- setup --from <folder>');
  expect(requests).toEqual(['/oesm23nat.zip', '/oesm25nat.zip']);

  const downloads = await folder();
  await writeFile(join(downloads, 'oesm23nat (1).zip'), zip2023);
  await copyFile(join(downloads, 'oesm23nat (1).zip'), join(downloads, 'oesm23nat.zip'));
  await nationalFile(downloads, { year: 2020, occupations: 5 });
  await writeFile(join(downloads, 'notes.txt'), 'Nothing');
  await writeFile(join(downloads, 'photo.png'), 'Nothing');
  await writeFile(join(downloads, 'zip.csv'), HUD);
  const third = await setUp(environment, files, ['--json', '--from', downloads]);
  expect(third.code, third.stderr).toBe(0);
  expect(outcomesOf(third.stdout)).toEqual([
    ['oesm21nat.zip', 'UNCHANGED'],
    ['oesm23nat.zip', 'IMPORTED'],
    ['oesm25nat.zip', 'UNCHANGED'],
    ['list1.xlsx', 'NOT_FOUND'],
    ['structure.xlsx', 'NOT_FOUND'],
    ['ZIP_CBSA_MMYYYY.xlsx', 'NOT_FOUND'],
  ]);
  expect(JSON.parse(third.stdout).ignored).toEqual([
    { name: 'oesm23nat.zip', reason: 'is another copy of oesm23nat.zip' },
    { name: 'photo.png', reason: 'is not a published file' },
    { name: 'national_M2020_dl.xlsx', reason: 'belongs to oews/2020-05 (national), which the table does not have' },
    { name: 'notes.txt', reason: 'is not a file of these sources' },
    {
      name: 'zip.csv',
      reason: `does not state its release; import it with: npm run data -- import hud ${downloads}/zip.csv --release KEY`,
    },
  ]);

  const { sources } = await done<{ sources: { releases: { key: string; status: string }[] }[] }>(
    environment,
    'list',
    'oews',
  );
  expect(sources[0]?.releases.filter(({ status }) => status !== 'WITHDRAWN')).toMatchObject([
    { key: '2025-05', status: 'ACTIVE' },
    { key: '2024-05', status: 'SUPERSEDED' },
    { key: '2023-05', status: 'SUPERSEDED' },
    { key: '2021-05', status: 'SUPERSEDED' },
  ]);
});

test('takes an unpacked workbook by asking the importer', async () => {
  const environment = environmentOf(await database());
  const downloads = await folder();
  await nationalFile(downloads, { year: 2025, occupations: 5 });
  const { code, stdout, stderr } = await setUp(environment, [national(2025, null)], ['--json', '--from', downloads]);
  expect(code, stderr).toBe(0);
  expect(outcomesOf(stdout)).toEqual([['oesm25nat.zip', 'IMPORTED']]);
});

test('--dry-run prints the table and asks no publisher', async () => {
  const environment = environmentOf(await database());
  const { url, requests } = await publisher({});
  const files = [national(2025, `${url}/oesm25nat.zip`), other('hud', null, 'ZIP_CBSA_MMYYYY.xlsx', null)];
  const { code, stdout } = await setUp(environment, files, ['--dry-run']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/oews +2025-05 +oesm25nat.zip +1 MB +TO_IMPORT +wages of the nation +http/);
  expect(stdout).toMatch(/hud +newest +ZIP_CBSA_MMYYYY.xlsx +1 MB +BY_HAND .*\(login\)\n/);
  expect(stdout).toContain('1 file to import, about 1 MB.');
  expect(requests).toEqual([]);
});

test('Ctrl-C ends with the table so far', async () => {
  const environment = environmentOf(await database());
  const zip = await nationalZip(2025);
  const stop = new AbortController();
  const hangs = sendsHalf(zip, '"one"', 'hangs');
  const { url } = await publisher({
    '/oesm23nat.zip': sends(await nationalZip(2023), '"one"'),
    '/oesm25nat.zip': (response, request) => {
      hangs(response, request);
      setTimeout(() => stop.abort(new Interrupted('SIGINT')), 100);
    },
  });
  const files = [national(2023, `${url}/oesm23nat.zip`), national(2025, `${url}/oesm25nat.zip`)];
  const { code, stdout } = await setUp(environment, files, ['--only', 'oews'], stop.signal);
  expect(code).toBe(130);
  expect(stdout).toMatch(/oews +2023-05 +oesm23nat.zip +IMPORTED\n/);
  expect(stdout).toMatch(/oews +2025-05 +oesm25nat.zip +NOT_REACHED\n/);
  expect(stdout).toContain('Stopped. Continue: npm run data -- setup --only oews\n');
});
