import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LISTS, page } from '../support/ask.js';
import { type Walk, walk } from '../support/walk.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const MAX = 100;

/** The nation, its states and territories: known without a file, and no file of the starter names another area. */
const AREAS = `US
  US-AK US-AL US-AR US-AZ US-CA US-CO US-CT US-DC US-DE US-FL US-GA US-GU US-HI US-IA US-ID US-IL US-IN US-KS US-KY
  US-LA US-MA US-MD US-ME US-MI US-MN US-MO US-MS US-MT US-NC US-ND US-NE US-NH US-NJ US-NM US-NV US-NY US-OH US-OK
  US-OR US-PA US-PR US-RI US-SC US-SD US-TN US-TX US-UT US-VA US-VI US-VT US-WA US-WI US-WV US-WY`;

/** What each list holds, told by the database and not by the pages. */
const CONTENT: Record<string, (api: TestApi) => Promise<readonly object[]>> = {
  careers: async ({ prisma }) => {
    const rows = await prisma.$queryRaw<{ code: string; title: string }[]>`
      SELECT DISTINCT code, title FROM projection JOIN file_occupation ON code = occupation_code
      WHERE entry_education = 'Master''s degree' AND file_occupation.file_id = projection.file_id
      -- The parts of 21-1018.
      UNION SELECT code, title FROM file_occupation WHERE code IN ('21-1011', '21-1014')`;
    return rows
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
      .map(({ code }) => ({ occupations: [{ occupation: { code } }] }));
  },
  occupations: async ({ prisma }) => {
    const rows = await prisma.fileOccupation.findMany({
      where: { code: { startsWith: '29-2' }, level: 'DETAILED' },
      select: { code: true },
      distinct: ['code'],
      orderBy: { code: 'asc' },
    });
    return rows;
  },
  areas: async () => AREAS.split(/\s+/).map((code) => ({ code })),
  credentials: ({ prisma }) =>
    prisma.credential.findMany({ select: { slug: true }, orderBy: [{ name: 'asc' }, { slug: 'asc' }] }),
  salaries: async ({ prisma }) => {
    const rows = await prisma.wageEstimate.findMany({
      where: { occupationCode: '43-6011', areaKind: 'STATE' },
      select: { areaCode: true },
      orderBy: { areaCode: 'asc' },
    });
    return rows.map(({ areaCode }) => ({ area: { code: areaCode } }));
  },
  claims: async ({ prisma }) => {
    const rows = await prisma.claim.findMany({
      where: { document: { careerSlug: 'medical-office-manager' } },
      select: { id: true },
      orderBy: [{ documentSlug: 'asc' }, { position: 'asc' }],
    });
    return rows.map(({ id }) => ({ key: id }));
  },
};
const LEAST = { careers: 35, occupations: 20, areas: 55, credentials: 20, salaries: 50, claims: 174 };

describe.each(LISTS)('$name', (list) => {
  let content: readonly object[];
  let whole: Walk;
  beforeAll(async () => {
    content = await (CONTENT[list.name] as (typeof CONTENT)[string])(api);
    whole = await walk(api, list, MAX, 'forward', content.length);
  });

  test('holds what the database holds, in its order, each entry once', () => {
    expect(content.length).toBeGreaterThanOrEqual(LEAST[list.name as keyof typeof LEAST]);
    expect(whole.keys).toEqual(content);
    expect(new Set(whole.cursors).size).toBe(content.length);
  });

  test.each(['forward', 'backward'] as const)('%s in pages of every size', async (direction) => {
    const sizes = Array.from({ length: MAX }, (_, index) => index + 1);
    // A page larger than the list is the list; one such size and the largest stand for all of them.
    const different = sizes.filter((size) => size <= content.length + 1 || size === MAX);
    for (const size of different)
      expect(await walk(api, list, size, direction, content.length), `${size}`).toEqual(whole);
  });

  test('20 entries where no size is given', async () => {
    const { edges } = await page(api, list, {});
    expect(edges.map(({ node }) => node)).toEqual(content.slice(0, 20));
  });

  test('between two cursors, from either end', async () => {
    const [after, before] = [whole.cursors[2], whole.cursors[9]];
    const between = content.slice(3, 9);
    const keys = async (args: object) => (await page(api, list, { ...args, after, before } as object)).nodes;
    expect(await keys({ first: MAX })).toEqual(between);
    expect(await keys({ last: MAX })).toEqual(between);
    expect(await keys({ first: 2 })).toEqual(between.slice(0, 2));
    expect(await keys({ last: 2 })).toEqual(between.slice(-2));
    const inner = await page(api, list, { first: 2, after, before } as object);
    expect(inner.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(inner.totalCount).toBe(content.length);
  });

  test('nothing after the last and before the first', async () => {
    for (const args of [
      { first: 5, after: whole.cursors.at(-1) as string },
      { last: 5, before: whole.cursors[0] as string },
    ]) {
      const { edges, totalCount, pageInfo } = await page(api, list, args);
      expect(edges).toEqual([]);
      expect(totalCount).toBe(content.length);
      expect(pageInfo).toMatchObject({ startCursor: null, endCursor: null });
    }
  });
});

test('all occupations, from either end', async () => {
  const content = await api.prisma.fileOccupation.findMany({
    distinct: ['code'],
    select: { code: true },
    orderBy: { code: 'asc' },
  });
  expect(content.length).toBeGreaterThan(1_390);
  const list = { name: 'occupations', field: 'occupations', key: 'code' };
  for (const direction of ['forward', 'backward'] as const) {
    expect((await walk(api, list, MAX, direction, content.length)).keys).toEqual(content);
  }
});
