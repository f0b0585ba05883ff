import { type Answer, createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RawClient, rawClient, refusalOf } from './raw.js';

let api: TestApi;
let post: RawClient['post'];
let get: RawClient['get'];
beforeAll(async () => {
  api = await createTestApi();
  ({ post, get } = rawClient(api));
});
afterAll(() => api?.close());

describe('deep nesting', () => {
  test.each(['[', '{', '{a(x:[', '{a(x:{y:', '{ a { b'])('20,000 times %s in the document: 400', async (sign) => {
    const before = api.logged.length;
    for (const query of [sign.repeat(20_000), `{ a(x: ${sign.repeat(20_000)}`]) {
      const response = await post(JSON.stringify({ query: query.slice(0, 90_000) }));
      const { status, code } = await refusalOf(response);
      expect(status).toBe(400);
      expect(['GRAPHQL_PARSE_FAILED', 'TOO_MANY_TOKENS']).toContain(code);
    }
    expect(api.logged).toHaveLength(before);
  });
  test.each([
    ['lists', '[', ']', 20_000],
    ['objects', '{"a":', '}', 10_000],
  ])('%s in variables: 413', async (_, open, close, times) => {
    const nested = `${open.repeat(times)}${open === '[' ? '' : '1'}${close.repeat(times)}`;
    for (const query of ['{ __typename }', 'query ($t: String) { careers(filter: { text: $t }) { totalCount } }']) {
      const response = await post(`{"query":${JSON.stringify(query)},"variables":{"t":${nested}}}`);
      expect(await refusalOf(response)).toMatchObject({ status: 413, code: 'REQUEST_ENTITY_TOO_LARGE' });
    }
  });
  test('circular fragments: 400', async () => {
    const query = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }';
    expect(await refusalOf(await post(JSON.stringify({ query })))).toMatchObject({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });
  test('at most five errors of a document are listed, each with its code', async () => {
    const query = `{ sources { ${Array.from({ length: 50 }, (_, index) => `nope${index}`).join(' ')} } }`;
    const { errors } = (await (await post(JSON.stringify({ query }))).json()) as Answer;
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(5).fill('GRAPHQL_VALIDATION_FAILED'));
  });
});

describe('operations', () => {
  const TWO = 'query A { __typename } query B { a: __typename }';
  test.each([
    ['two without a name', { query: TWO }],
    ['unknown name', { query: TWO, operationName: 'C' }],
    ['unknown name of one', { query: 'query A { __typename }', operationName: 'C' }],
    ['only a fragment', { query: 'fragment A on Query { __typename }' }],
  ])('%s: 400', async (_, body) => {
    const { status, code } = await refusalOf(await post(JSON.stringify(body)));
    expect(status).toBe(400);
    expect(['OPERATION_RESOLUTION_FAILURE', 'GRAPHQL_VALIDATION_FAILED']).toContain(code);
  });
  test('the named one of two answers', async () => {
    const response = await post(JSON.stringify({ query: TWO, operationName: 'B' }));
    expect(await response.json()).toEqual({ data: { a: 'Query' } });
  });
  test.each(['mutation { x }', 'subscription { x }'])('%s: 400', async (query) => {
    expect(await refusalOf(await post(JSON.stringify({ query })))).toMatchObject({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });
  test('a mutation by GET: 405 with Allow', async () => {
    const response = await get({ query: 'mutation { x }' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});
