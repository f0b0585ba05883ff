import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const codeOf = async (query: string, variables?: Record<string, unknown>) =>
  (await api.query(query, variables)).errors?.[0]?.extensions.code;
const id = (of: string) => Buffer.from(of).toString('base64url');

describe('what one request may ask for', () => {
  test('nodes takes at most 100 ids', async () => {
    const nodes = (count: number) =>
      api.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: Array.from({ length: count }, () => id('Area:US')),
      });
    expect((await nodes(100)).data?.nodes).toHaveLength(100);
    for (const count of [101, 900]) {
      expect((await nodes(count)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'ids' });
    }
  });

  test('the ids of nodes count towards the cost', async () => {
    const query =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Career { claims(first: 100) { nodes { key line printed } } } } }';
    const ids = (count: number) => ({ ids: Array.from({ length: count }, () => id('Career:medical-office-manager')) });
    expect(await codeOf(query, ids(1))).toBeUndefined();
    expect(await codeOf(query, ids(100))).toBe('QUERY_COMPLEXITY');
  });

  test.each([
    ['QUERY_DEPTH', `{ area(by: { code: "US" }) ${'{ parent '.repeat(13)}{ code }${' }'.repeat(13)} }`],
    [
      'QUERY_BREADTH',
      `{ ${Array.from({ length: 4 }, (_, part) => `a${part}: sources { ${Array.from({ length: 130 }, () => 'key').join(' ')} }`).join(' ')} }`,
    ],
    ['QUERY_COMPLEXITY', '{ career(slug: "emt") { related { related { related { title } } } } }'],
    ['TOO_MANY_TOKENS', `{ ${'sources { key } '.repeat(300)} }`],
    ['TOO_MANY_TOKENS', `{ sources { key } } # ${'x'.repeat(20_000)}`],
  ])('%s', async (code, query) => {
    expect(await codeOf(query)).toBe(code);
  });

  test('cheap variables sent first do not let dear ones through', async () => {
    const query =
      'query ($first: Int) { careers(first: $first) { nodes { claims(first: 100) { nodes { key line } } } } }';
    expect(await codeOf(query, { first: 1 })).toBeUndefined();
    expect(await codeOf(query, { first: 100 })).toBe('QUERY_COMPLEXITY');
  });

  test('a word like "tokens" in a faulty document is no matter of their number', async () => {
    expect(await codeOf('tokens')).toBe('GRAPHQL_PARSE_FAILED');
  });
});

test.each(['PR', 'GU', 'VI'])('the nation does not answer for %s, which its figures leave out', async (state) => {
  const { data, errors } = await api.query(
    `{ career(slug: "medical-office-manager") {
      salary(in: { state: "${state}" }) { mean { display } }
      growth(in: { state: "${state}" }) { percent { display } }
    } area(by: { state: "${state}" }) { parent { code } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ career: { salary: null, growth: null }, area: { parent: null } });
});

test('a cursor of something that is gone is refused, not taken for the start', async () => {
  const { data } = await api.query('{ careers(first: 1) { edges { cursor } } }');
  const [edge] = (data as { careers: { edges: { cursor: string }[] } }).careers.edges;
  const [list] = JSON.parse(Buffer.from(edge?.cursor ?? '', 'base64url').toString()) as string[];
  const gone = Buffer.from(JSON.stringify([list, 'zzz-not-there'])).toString('base64url');
  const { errors } = await api.query('query ($after: String) { careers(after: $after) { totalCount } }', {
    after: gone,
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
});
