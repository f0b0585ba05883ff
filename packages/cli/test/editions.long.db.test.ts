import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endOf, environmentOf, spawnServer } from '@careergraph/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { nationalFile } from './national-file.js';
import { type ProjectionsFile, projectionsFile } from './projections-file.js';
import { database, done, folder, run, type Variables } from './running.js';

const OLDER: ProjectionsFile = {
  base: 2019,
  dash: '-',
  median: 'Median annual wage, 2020(1)',
  bound: '>=$208,000',
  indentation: [0, 0, 0],
};
const BETWEEN: ProjectionsFile = {
  base: 2023,
  dash: '–',
  median: 'Median annual wage, dollars, 2023[1]',
  bound: '>=$239,200',
  indentation: [0, 2, 6],
  link: 'Related Occupational Outlook Handbook (OOH) content',
};
const NEXT: ProjectionsFile = {
  base: 2025,
  dash: '–',
  median: 'Median annual wage, dollars, 2025',
  bound: '>=$249,600',
  indentation: [0, 2, 4],
  link: 'More about the occupation',
};

/** National wages of May 2026: a year that no code knows, with a top-coded percentile and a legend. */
async function nextMay(path: string): Promise<string> {
  const note = '# = indicates a wage equal to or greater than $120.00 per hour or $249,600 per year';
  return nationalFile(path, {
    year: 2026,
    edit: (code) => (code === '13-1001' ? { A_PCT90: '#', H_PCT90: '#' } : undefined),
    sheets: [{ name: 'Field Descriptions', rows: [['May 2026 OEWS Estimates'], [note]] }],
  });
}

/** O*NET 26.2, which has neither "In Demand" nor related occupations. */
async function olderOnet(parent: string): Promise<string> {
  const path = join(parent, 'db_26_2_text');
  await mkdir(path);
  const write = (name: string, ...rows: readonly (readonly string[])[]) =>
    writeFile(join(path, `${name}.txt`), rows.map((cells) => `${cells.join('\t')}\n`).join(''));
  const code = 'O*NET-SOC Code';
  await write('Read Me', ['O*NET 26.2 Database'], ['February 2022 Release']);
  await write(
    'Occupation Data',
    [code, 'Title', 'Description'],
    ['11-9111.00', 'Medical and Health Services Managers', 'Made up.'],
  );
  await write(
    'Technology Skills',
    [code, 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology'],
    ['11-9111.00', 'Made-up records software', '43231513', 'Office suite software', 'Y'],
  );
  return path;
}

/** What a service of its own answers. */
async function answerOf(environment: Variables, query: string): Promise<unknown> {
  const server = spawnServer(environment);
  onTestFinished(async () => {
    server.kill('SIGTERM');
    await endOf(server);
  });
  const response = await fetch(new URL('/graphql', await server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

test('editions that differ from those we have are imported, and answer', async () => {
  const [location, files] = [await database(), await folder()];
  const environment = environmentOf(location);
  const imported = [
    ['projections', await projectionsFile(files, OLDER), '2019-29'],
    ['projections', await projectionsFile(files, BETWEEN), '2023-33'],
    ['projections', await projectionsFile(files, NEXT), '2025-35'],
    ['oews', await nextMay(files), '2026-05'],
    ['onet', await olderOnet(files), '26.2'],
  ] as const;
  for (const [source, path, release] of imported) {
    expect(await done(environment, 'import', source, path)).toMatchObject({ outcome: 'IMPORTED', release });
  }
  const growth = (asOf: string) => `growth(asOf: "${asOf}") {
    baseEmployment { value } projectedEmployment { value } percent { value } outlook { label rule }
    release { topCodeAnnualUsd topCodeHourlyUsd }
  }`;
  const managers = (annual: number, hourly: number, round: string) => ({
    baseEmployment: { value: 400_000 },
    projectedEmployment: { value: 500_000 },
    percent: { value: 25 },
    outlook: {
      label: null,
      rule: expect.stringContaining(`are not known here for the projections for ${round.replace('-', '–')}.`),
    },
    release: { topCodeAnnualUsd: annual, topCodeHourlyUsd: hourly },
  });
  const topCoded = { status: 'TOP_CODED', atLeast: 249_600 };
  expect(
    await answerOf(
      environment,
      `{
        managers: occupation(code: "11-9111") {
          older: ${growth('2019-29')} between: ${growth('2023-33')} next: ${growth('2025-35')}
          technology(asOf: "26.2") { nodes { name hot inDemand inDemandReason } }
          related(asOf: "26.2") { reason }
        }
        others: occupation(code: "11-9199") { growth(asOf: "2025-35") { medianWage { status atLeast } } }
        wages: occupation(code: "13-1001") {
          salary(asOf: "2026-05") { percentile(p: P90) { status atLeast } release { topCodeAnnualUsd topCodeHourlyUsd } }
        }
      }`,
    ),
  ).toEqual({
    data: {
      managers: {
        older: managers(208_000, 100, '2019-29'),
        between: managers(239_200, 115, '2023-33'),
        next: managers(249_600, 120, '2025-35'),
        technology: {
          nodes: [
            {
              name: 'Made-up records software',
              hot: true,
              inDemand: null,
              inDemandReason: 'O*NET 26.2 Database has no "In Demand" column for software, so this is unknown.',
            },
          ],
        },
        related: {
          reason: 'O*NET 26.2 Database has no related occupations: O*NET publishes them since release 26.3.',
        },
      },
      others: { growth: { medianWage: topCoded } },
      wages: { salary: { percentile: topCoded, release: { topCodeAnnualUsd: 249_600, topCodeHourlyUsd: 120 } } },
    },
  });
});

test('a check names the columns that are not read', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const { code, stdout } = await run(
    environmentOf(location),
    ...['check', 'projections', await projectionsFile(files, BETWEEN)],
  );
  expect(code).toBe(0);
  expect(stdout).toContain(
    'occupation-2023.xlsx: Skipped without effect on any figure: column N "Related Occupational Outlook Handbook (OOH) content".',
  );
});

test('two bounds of medians in one workbook are refused with both rows', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const path = await projectionsFile(files, { ...BETWEEN, otherBound: '>=$208,000' });
  const { code, stderr } = await run(environmentOf(location), 'import', 'projections', path);
  expect(code).not.toBe(0);
  expect(stderr).toContain(
    'sheet "Table 1.2", row 6, Median annual wage, dollars, 2023[1] = ">=$239,200": is not the top code of row 5, which is $208,000.',
  );
});
