import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@careergraph/db';
import { createApi, keepCatalog } from '@careergraph/server';
import { createTestDatabase, environmentOf, toFetch } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../../../cli/dist/run.js';
import { changed, PAGE } from '../../../sources/test/ooh/fixture.ts';

/** A profile of one occupation, 43-6011, with the projections of 2024–34 and a median that is not the official one. */
const ONE = changed('<td>51-0001</td>', '<td>43-6011</td>', PAGE)
  .replace(/<tr><th><p><strong>Lantern keepers[\s\S]*?<\/tr>\n/, '')
  .replace(/<tr><th>Hill keepers[\s\S]*?<\/tr>\n/, '')
  .replace(
    '<td>800,000</td><td>784,000</td><td>-2</td><td>-16,000</td>',
    '<td>502,800</td><td>494,900</td><td>-2</td><td>-7,900</td>',
  );

const undo: (() => unknown)[] = [];
let ask: (query: string, variables?: object) => Promise<Record<string, never>>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'careergraph-handbook-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const { location, remove } = await createTestDatabase('loaded');
  undo.push(remove);
  await writeFile(join(folder, 'lantern-keepers.html'), ONE);
  let said = '';
  const code = await runCommandLine(['import', 'ooh', join(folder, 'lantern-keepers.html')], {
    environment: environmentOf(location),
    stdout: { write: (_, written) => written() },
    stderr: {
      write: (text) => {
        said += text;
      },
    },
    stop: new AbortController().signal,
  });
  if (code !== 0) throw new Error(said);
  const database = await openDatabase(location);
  undo.push(() => database.close());
  const catalog = await keepCatalog(database.prisma, 60_000, (error) => console.error(error));
  undo.push(() => catalog.stop());
  const api = toFetch(
    createApi({ prisma: database.prisma, catalog, logger: { info: () => {}, error: console.error } }),
  );
  ask = async (query, variables = {}) => {
    const response = await api(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      }),
    );
    const { data, errors } = (await response.json()) as { data: Record<string, never>; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
});
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

interface Claim {
  readonly id: string;
  readonly key: string;
  readonly line: number;
  readonly comparison: { readonly result: string; readonly official: string | null; readonly reason: string | null };
}

const CLAIM = `id key section line printed measure statistic unit low period bound subject attributedTo
  occupations { code } document { slug title url source { key } }
  comparison { result official reason } officialFigures { value unit occupation { code } source release }`;

async function claims(): Promise<readonly Claim[]> {
  const answer = await ask(
    `{ career(slug: "Lantern Keepers") { claims(first: 100) { totalCount nodes { ${CLAIM} } } } }`,
  );
  const { totalCount, nodes } = (answer.career as unknown as { claims: { totalCount: number; nodes: Claim[] } }).claims;
  expect(totalCount).toBe(nodes.length);
  return nodes;
}

test('claims of a profile have their place, their terms, and the official figure', async () => {
  const all = await claims();
  const found = all.find(({ key }) => key === 'bls-ooh/lantern-keepers/outlook/43-6011/percent');
  expect(found).toMatchObject({
    section: 'Job Outlook',
    line: ONE.slice(0, ONE.indexOf('<td>43-6011</td>')).split('\n').length,
    printed: '-2',
    measure: 'EMPLOYMENT_CHANGE_PERCENT',
    statistic: null,
    unit: 'PERCENT',
    low: -2,
    period: '2024/2034',
    bound: 'EXACT',
    subject: null,
    attributedTo: 'Employment Projections',
    occupations: [{ code: '43-6011' }],
    document: {
      slug: 'bls-ooh/lantern-keepers',
      title: 'Lantern Keepers',
      url: 'https://www.bls.gov/ooh/production/lantern-keepers.htm',
      source: { key: 'bls-ooh' },
    },
    comparison: { result: 'ROUNDED', official: '-1.6', reason: null },
    officialFigures: [
      { value: -1.6, unit: 'PERCENT', occupation: { code: '43-6011' }, source: 'bls-ep', release: '2024-34' },
    ],
  });
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
});

test('each claim is equal, rounded, different, or has a reason', async () => {
  const results = (await claims()).map(({ key, comparison: { result, official, reason } }) => [
    key.replace('bls-ooh/lantern-keepers/', ''),
    result,
    official ?? reason,
  ]);
  expect(results).toEqual(
    expect.arrayContaining([
      ['facts/pay-per-year', 'DIFFERENT', '74260'],
      ['facts/jobs', 'DIFFERENT', '502800'],
      ['pay/1/p10', 'DIFFERENT', '48300'],
      ['outlook/43-6011/base', 'EQUAL', '502800'],
      ['outlook/43-6011/change', 'EQUAL', '-7900'],
      [
        'employers/1/1',
        'NOT_COMPARABLE',
        'The claim cannot be compared: shares of industries are in no release that this project imports.',
      ],
      [
        'pay-by-industry/1/1',
        'NOT_COMPARABLE',
        'The claim cannot be compared: wages by industry are in no release that this project imports.',
      ],
    ]),
  );
  // Similar occupations and the bars of all occupations are about others.
  expect(results.filter(([key]) => key?.startsWith('similar/') || key === 'outlook-chart/4')).toEqual([]);
});

test('claims are found by id, and read in pages', async () => {
  const all = await claims();
  const ids = all.map(({ id }) => id);
  const { nodes } = await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Claim { ${CLAIM} } } }`, { ids });
  expect(nodes).toEqual(all);
  const keys: string[] = [];
  for (let after: string | null = null; ; ) {
    const answer = await ask(
      'query ($after: String) { career(slug: "Lantern Keepers") { claims(first: 7, after: $after) { nodes { key } pageInfo { hasNextPage endCursor } } } }',
      { after },
    );
    const page = (
      answer.career as unknown as { claims: { nodes: Claim[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
    ).claims;
    keys.push(...page.nodes.map(({ key }) => key));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(keys).toEqual(all.map(({ key }) => key));
});
