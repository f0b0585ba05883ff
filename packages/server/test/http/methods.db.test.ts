import { readFileSync } from 'node:fs';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JSON_TYPE, type RawClient, RESPONSE_TYPE, rawClient, refusalOf } from './raw.js';

let api: TestApi;
let send: RawClient['send'];
let post: RawClient['post'];
let get: RawClient['get'];
beforeAll(async () => {
  api = await createTestApi();
  ({ send, post, get } = rawClient(api));
});
afterAll(() => api?.close());

describe('methods', () => {
  test('GET answers, with variables and operation name', async () => {
    const query = 'query A($s: String!) { career(slug: $s) { title } } query B { __typename }';
    const response = await get({ query, operationName: 'A', variables: '{"s":"phlebotomist"}' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { career: { title: 'Phlebotomist' } } });
  });
  test.each([
    ['no query', {}],
    ['broken variables', { query: '{ __typename }', variables: '{"secret-words' }],
    ['a list of variables', { query: '{ __typename }', variables: '[1]' }],
    ['broken extensions', { query: '{ __typename }', extensions: '{' }],
  ])('GET with %s: 400', async (_, parameters) => {
    const response = await get(parameters);
    const text = await response.clone().text();
    expect(await refusalOf(response)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(text).not.toContain('secret-words');
  });
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s /graphql: 405 with Allow', async (method) => {
    const response = await send('/graphql', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });
  test.each(['/health', '/ready', '/schema.graphql', '/'])('POST and DELETE %s: 405 with Allow', async (path) => {
    for (const method of ['POST', 'DELETE']) {
      const response = await send(path, { method });
      expect(response.headers.get('allow')).toBe('GET, HEAD');
      expect(await refusalOf(response)).toMatchObject({ status: 405, code: 'BAD_REQUEST' });
    }
  });
  test('Accept: text/plain alone: 406', async () => {
    expect((await post('{"query":"{ __typename }"}', { ...JSON_TYPE, accept: 'text/plain' })).status).toBe(406);
  });
});

describe('pages of other sites', () => {
  const FOREIGN = { origin: 'https://elsewhere.example' };
  const cors = (response: Response) => [...response.headers.keys()].filter((name) => name.startsWith('access-control'));
  test('get no Access-Control header, whatever the answer, and Vary names Origin', async () => {
    const preflight = { ...FOREIGN, 'access-control-request-method': 'POST' };
    const responses = [
      await post('{"query":"{ __typename }"}', { ...RESPONSE_TYPE, ...FOREIGN }),
      await post('{"query":"{ nope }"}', { ...RESPONSE_TYPE, ...FOREIGN }),
      await post('x', { 'content-type': 'text/plain', ...FOREIGN }),
      await send('/graphql', { method: 'OPTIONS', headers: preflight }),
    ];
    for (const response of responses) {
      expect(cors(response)).toEqual([]);
      expect(response.headers.get('vary')).toContain('Origin');
    }
    expect(responses.map(({ status }) => status)).toEqual([200, 400, 415, 405]);
  });
});

describe('addresses beside /graphql', () => {
  test.each([
    ['/health', { status: 'ok' }],
    ['/ready', { status: 'ready' }],
  ])('%s', async (path, body) => {
    const response = await send(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual(body);
    expect((await send(path, { method: 'HEAD' })).status).toBe(200);
  });
  test('/schema.graphql is the committed contract byte for byte', async () => {
    const response = await send('/schema.graphql');
    const committed = readFileSync(new URL('../../../../schema/schema.graphql', import.meta.url));
    expect(Buffer.from(await response.arrayBuffer()).equals(committed)).toBe(true);
    expect((await send('/schema.graphql', { method: 'HEAD' })).status).toBe(200);
  });
  test('elsewhere there is nothing', async () => {
    expect((await refusalOf(await send('/nope'))).status).toBe(404);
    expect((await refusalOf(await send('/graphql/'))).status).toBe(404);
  });
});
