import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertOccupations } from '../onet/onet-rows.js';
import { ask, onlyError } from '../support/ask.js';
import { careers, detailedCodes, projections, unpublished, wages2024, wages2025 } from '../support/guides.js';

let api: TestApi;
let bare: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertOccupations);
  bare = await createTestApi();
});
afterAll(async () => {
  await api?.close();
  await bare?.close();
});

interface Page {
  readonly nodes: readonly { readonly code: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function codes(filter: Record<string, unknown>): Promise<readonly string[]> {
  const found: string[] = [];
  let page: Page | undefined;
  do {
    const data: { occupations: Page } = await ask(
      api,
      `query ($filter: OccupationFilter, $after: String) { occupations(filter: $filter, first: 100, after: $after) {
        totalCount nodes { code } pageInfo { hasNextPage endCursor } } }`,
      { filter, after: page?.pageInfo.endCursor ?? null },
    );
    page = data.occupations;
    found.push(...page.nodes.map(({ code }) => code));
  } while (page.pageInfo.hasNextPage);
  expect(found.length).toBe(page.totalCount);
  return found;
}

const refused = async (on: TestApi, filter: Record<string, unknown>) =>
  onlyError(
    await on.query('query ($filter: OccupationFilter) { occupations(filter: $filter) { totalCount } }', { filter }),
  );

describe('text', () => {
  test('finds a part of the title, in any case', async () => {
    expect(await codes({ text: 'EXECUTIVE secretaries' })).toEqual(['43-6011', '43-6011.00']);
    expect(await codes({ text: 'medical office manager' })).toEqual([]);
  });

  test('with titles: true finds job titles, those of .00 for the SOC code too', async () => {
    expect(await codes({ text: 'medical office manager', titles: true })).toEqual(['11-9111', '11-9111.00']);
    expect(await codes({ text: 'health care manager', titles: true })).toEqual(['11-9111']);
    expect(await codes({ text: 'executive assistant', titles: true, level: 'ONET' })).toEqual(['43-6011.00']);
  });

  test.each(['%', '_', '\\', '0%_o', "'"])('takes %s literally', async (text) => {
    const expected = text === "'" ? ['33-3051'] : ['11-9111', '11-9111.00'];
    expect(await codes({ text, titles: true })).toEqual(expected);
  });
});

test('under takes a code of the tree, and gives what lies below it', async () => {
  expect(await codes({ under: '43-0000' })).toEqual(
    expect.arrayContaining(['43-6000', '43-6010', '43-6011', '43-6011.00']),
  );
  expect((await codes({ under: '43-0000' })).every((code) => code.startsWith('43-') && code !== '43-0000')).toBe(true);
  expect(await codes({ under: '11-0000', level: 'ONET' })).toEqual(['11-9111.00']);
  expect(await codes({ under: '11-9111' })).toEqual(['11-9111.00']);
  expect(await codes({ under: '99-0000' })).toEqual([]);
  expect((await codes({ under: '00-0000' })).length).toBe((await codes({})).length - 1);
  expect(await refused(api, { under: 'managers' })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'filter.under' });
});

test('jobZone gives O*NET codes and the SOC codes that they stand for', async () => {
  expect(await codes({ jobZone: 4 })).toEqual(['11-9111', '11-9111.00']);
  expect(await codes({ jobZone: 3 })).toEqual(['43-6011', '43-6011.00']);
  expect(await codes({ jobZone: 1 })).toEqual([]);
  expect(await refused(api, { jobZone: 6 })).toMatchObject({
    argument: 'filter.jobZone',
    message: 'filter.jobZone: 6 is not from 1 to 5.',
  });
});

test('hasWages and hasProjections tell which the releases that answer have a row of', async () => {
  const all = await codes({});
  const paid = [...new Set([...wages2024.rows, ...wages2025.rows].map(({ code }) => String(code)))].toSorted();
  expect(await codes({ hasWages: true })).toEqual(paid);
  expect(await codes({ hasWages: false })).toEqual(all.filter((code) => !paid.includes(code)));
  const projected = [...new Set(projections.rows.map(({ code }) => String(code)))].toSorted();
  expect(await codes({ hasProjections: true })).toEqual(projected);
  expect(await codes({ hasWages: true, hasProjections: false })).toEqual(
    paid.filter((code) => !projected.includes(code)),
  );
});

test('careers tells which a career uses', async () => {
  const ofGuides = careers.flatMap(({ occupations }) => occupations.map(({ code }) => code));
  // The classification of this test has none of the titles that the starter's has.
  const titled = [...detailedCodes, ...ofGuides].filter((code) => !unpublished.includes(code));
  const used = [...new Set([...titled, '15-1211.01'])].toSorted();
  expect(await codes({ careers: true })).toEqual(used);
  expect(await codes({ careers: false, under: '11-9110' })).toEqual(['11-9111.00']);
});

test('what needs data that is not loaded says so', async () => {
  expect(await refused(bare, { jobZone: 4 })).toEqual({
    code: 'NOT_AVAILABLE_YET',
    argument: 'filter.jobZone',
    message: 'filter.jobZone: 4 cannot be answered yet, because this server has no O*NET data. Leave out "jobZone".',
  });
  expect(await refused(bare, { text: 'manager', titles: true })).toEqual({
    code: 'NOT_AVAILABLE_YET',
    argument: 'filter.titles',
    message:
      'filter.titles: true cannot be answered yet, because this server has no job titles of SOC or O*NET. Leave out "titles".',
  });
});
