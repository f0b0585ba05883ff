import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newRelease } from '../onet/new-release.js';
import { ask, onlyError } from '../support/ask.js';

/** Job titles of our own, in the form in which O*NET publishes them. */
const TITLES: readonly (readonly [code: string, title: string, shortTitle: string | null])[] = [
  ['29-1141.00', 'Registered Nurse (RN)', 'RN'],
  ['29-1141.00', 'Staff Nurse', null],
  ['29-1141.00', 'Ward Nurse', null],
  ['29-1141.03', 'ICU RN', null],
  ['53-3032.00', 'Truck Driver', null],
  ['53-3032.00', 'Log Truck Driver', null],
  ['53-3032.00', 'Long Haul Truck Driver', null],
  ['53-3033.00', 'Truck Driver', null],
  ['53-3033.00', 'Parcel Carrier', null],
  ['53-3033.00', 'Van Courier', null],
  ['23-1011.00', 'Attorney', null],
  ['13-2011.00', 'Accountant', null],
  ['43-3031.00', 'Bookkeeper', null],
  ['11-1011.00', 'Governor', null],
];

interface Edge {
  readonly score: number;
  readonly kind: string;
  readonly reason: string;
  readonly matched: string;
  readonly explanation: string;
  readonly node: { readonly code?: string; readonly slug?: string };
}
interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly explanation: string | null;
    readonly edges: readonly Edge[];
  };
}

const QUERY = `query ($text: String!, $kinds: [SearchKind!], $first: Int) {
  search(text: $text, kinds: $kinds, first: $first) {
    totalCount explanation
    edges { score kind reason matched explanation node {
      ... on Occupation { code } ... on Career { slug } ... on Area { code } ... on Credential { slug } } } } }`;

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', async (prisma) => {
    await prisma.source.create({
      data: {
        ...{ id: 'onet', kind: 'AGENCY', name: 'O*NET Database', publisher: 'National Center for O*NET Development' },
        ...{ licence: 'CC BY 4.0', attribution: 'O*NET (test).' },
      },
    });
    const release = await newRelease(prisma, 'onet', '29.0', 'O*NET 29.0', 'ACTIVE');
    const fileId = await release.file('occupations', 'Occupation Data.txt');
    const codes = [...new Set(TITLES.map(([code]) => code))];
    const place = { fileId, sheet: 'Occupation Data' };
    await prisma.fileOccupation.createMany({
      data: codes.map((code, index) => ({
        ...place,
        row: index + 2,
        code,
        level: 'ONET',
        title: `Occupation ${code}`,
      })),
    });
    const titles = await release.file('alternate-titles', 'Alternate Titles.txt');
    await prisma.occupationTitle.createMany({
      data: TITLES.map(([occupationCode, title, shortTitle], index) => ({
        ...{ fileId: titles, sheet: 'Alternate Titles', row: index + 2, kind: 'ALTERNATE' as const },
        ...{ occupationCode, title, shortTitle, sources: [] },
      })),
    });
  });
});
afterAll(() => api?.close());

const found = async (text: string, kinds: readonly string[] | null = null) =>
  (await ask<Found>(api, QUERY, { text, kinds, first: 5 })).search;
const first = async (text: string) => {
  const [edge] = (await found(text, ['OCCUPATION'])).edges;
  return edge && [edge.node.code, edge.reason, edge.matched];
};

describe('the first hit', () => {
  test.each([
    ['RN', '29-1141', 'ABBREVIATION', 'RN'],
    ['truck driver', '53-3032', 'ALTERNATE_TITLE', 'Truck Driver'],
    ['lorry driver', '53-3032', 'ALTERNATE_TITLE', 'Truck Driver'],
    ['attorneys', '23-1011', 'ALTERNATE_TITLE', 'Attorney'],
    ['Sr. Accountant', '13-2011', 'ALTERNATE_TITLE', 'Accountant'],
    ['part-time ACCOUNTANT II', '13-2011', 'ALTERNATE_TITLE', 'Accountant'],
    ['book keeper', '43-3031', 'ALTERNATE_TITLE', 'Bookkeeper'],
    ['áttorney', '23-1011', 'ALTERNATE_TITLE', 'Attorney'],
    ['trukc drivr', '53-3032', 'MISSPELLING', 'Truck Driver'],
    ['nurse, ward', '29-1141', 'WORDS', 'Ward Nurse'],
    ['ICU RN', '29-1141.03', 'ALTERNATE_TITLE', 'ICU RN'],
    ['registered nurses', '29-1141', 'EXACT_TITLE', 'Registered Nurses'],
    ['cabin crew', '53-2031', 'WORDS', 'Flight Attendants'],
    ['barmaid', '35-3011', 'EXACT_TITLE', 'Bartenders'],
    ['radiographer', '29-2034', 'WORDS', 'Radiologic Technologists and Technicians'],
  ])('%j', async (text, ...expected) => {
    expect(await first(text)).toEqual(expected);
  });
  test('"RN" is no part of another word', async () => {
    expect((await found('RN')).edges.map(({ node }) => node.code)).not.toContain('11-1011');
  });
  test('says why', async () => {
    const [edge] = (await found('trukc driver', ['OCCUPATION'])).edges;
    expect(edge?.explanation).toMatch(
      /^The search read "trukc" as "truck"\. "Truck Driver" is a title of .+ \(53-3032\)\.$/,
    );
  });
});

describe('kinds', () => {
  test('a career, an area and a credential are found by name', async () => {
    const names = async (text: string) =>
      (await found(text)).edges.map(({ kind, node }) => [kind, node.slug ?? node.code]);
    expect((await names('medical office manager'))[0]).toEqual(['CAREER', 'medical-office-manager']);
    expect((await names('Florida'))[0]).toEqual(['AREA', 'US-FL']);
    expect(await names('cmom')).toContainEqual(['CREDENTIAL', 'cmom']);
  });
  test('a career that is one occupation is the occupation, unless only careers are asked for', async () => {
    const text = 'registered nurse';
    const of = async (kinds: readonly string[] | null) => (await found(text, kinds)).edges[0]?.node;
    expect(await of(null)).toEqual({ code: '29-1141' });
    expect(await of(['CAREER'])).toEqual({ slug: 'registered-nurse' });
  });
  test('every hit is there once, with a score that falls', async () => {
    const { edges } = await found('nurse');
    const scores = edges.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(new Set(edges.map(({ node }) => JSON.stringify(node))).size).toBe(edges.length);
  });
});

describe('hostile text', () => {
  test.each(['', '   ', "%_\\'", '😀🎉', '…!?'])('%j has nothing to search for', async (text) => {
    const { totalCount, explanation } = await found(text);
    expect(totalCount).toBe(0);
    expect(explanation).toContain('no letters or digits');
    expect(await ask(api, 'query ($text: String!) { suggest(text: $text) { text } }', { text })).toEqual({
      suggest: [],
    });
  });
  test('right-to-left text finds nothing, and says so', async () => {
    const { totalCount, explanation } = await found('مهندس معماري');
    expect([totalCount, explanation]).toEqual([0, expect.stringContaining('No title')]);
  });
  test.each(['search(text: $text) { totalCount }', 'suggest(text: $text) { text }'])(
    '10,000 characters: %s',
    async (field) => {
      const answer = await api.query(`query ($text: String!) { ${field} }`, { text: 'a'.repeat(10_000) });
      expect(onlyError(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'text', message: /10000.*200/ });
    },
  );
  test('200 characters are searched', async () => {
    expect((await found('nurse '.repeat(33))).edges[0]?.node.code).toMatch(/^29-1141/);
  });
});

describe('suggest', () => {
  const suggest = async (text: string, most = 10) =>
    (
      await ask<{ suggest: { text: string }[] }>(
        api,
        'query ($text: String!, $first: Int) { suggest(text: $text, first: $first) { text } }',
        {
          text,
          first: most,
        },
      )
    ).suggest.map((suggestion) => suggestion.text);
  test('titles that begin with the text come first', async () => {
    expect((await suggest('truck dr'))[0]).toBe('Truck Driver');
    expect((await suggest('REGISTERED N'))[0]).toMatch(/^Registered Nurse/);
  });
  test('at most as many as asked for', async () => {
    expect(await suggest('a')).toHaveLength(10);
    expect(await suggest('a', 3)).toHaveLength(3);
  });
  test.each([0, 11, -1])('first: %j is refused', async (most) => {
    const answer = await api.query('query ($first: Int) { suggest(text: "a", first: $first) { text } }', {
      first: most,
    });
    expect(onlyError(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
  });
});

test('careers(filter: { text }) understands what search does', async () => {
  const slugs = async (text: string) =>
    (
      await ask<{ careers: { nodes: { slug: string }[] } }>(
        api,
        'query ($text: String) { careers(filter: { text: $text }) { nodes { slug } } }',
        { text },
      )
    ).careers.nodes.map(({ slug }) => slug);
  expect(await slugs('attorneys')).toEqual(['lawyer']);
  expect(await slugs('registred nurse')).toEqual(['registered-nurse']);
});

test('pages follow each other', async () => {
  const page =
    'query ($after: String) { search(text: "nurse", first: 2, after: $after) { totalCount edges { cursor node { __typename ... on Occupation { code } ... on Career { slug } ... on Credential { slug } } } pageInfo { hasNextPage endCursor } } }';
  type Page = {
    search: { totalCount: number; edges: { node: object }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  };
  const nodes: string[] = [];
  let total = 0;
  for (let after: string | null = null, more = true; more; ) {
    const { search }: Page = await ask<Page>(api, page, { after });
    nodes.push(...search.edges.map(({ node }) => JSON.stringify(node)));
    total = search.totalCount;
    [after, more] = [search.pageInfo.endCursor, search.pageInfo.hasNextPage];
  }
  expect(new Set(nodes).size).toBe(total);
});
