import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JSON_TYPE, type RawClient, RESPONSE_TYPE, rawClient, refusalOf } from './raw.js';

let api: TestApi;
let send: RawClient['send'];
let post: RawClient['post'];
beforeAll(async () => {
  api = await createTestApi();
  ({ send, post } = rawClient(api));
});
afterAll(() => api?.close());

describe('text that no database can hold', () => {
  const SLUG = 'query ($slug: String!) { credential(slug: $slug) { name } }';
  const FILTER = 'query ($slug: CareerFilter) { careers(filter: $slug) { totalCount } }';
  test.each([
    ['NUL', SLUG, 'a\0b'],
    ['high surrogate', SLUG, 'a\ud800b'],
    ['low surrogate', SLUG, '\udfff'],
    ['NUL inside an input object', FILTER, { text: '\0' }],
    ['surrogate inside an input object', FILTER, { text: '\ud800' }],
  ])('%s in a variable', async (_, query, slug) => {
    const before = api.logged.length;
    const response = await post(JSON.stringify({ query, variables: { slug } }));
    expect(await refusalOf(response)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(api.logged).toHaveLength(before);
  });
  test.each([
    ['NUL', '{ credential(slug: "a\0b") { name } }'],
    ['escaped NUL', '{ credential(slug: "a\\u0000b") { name } }'],
    ['escaped NUL in braces', '{ credential(slug: "a\\u{0}b") { name } }'],
    ['surrogate', '{ credential(slug: "a\ud800b") { name } }'],
    ['default of a variable', 'query ($t: String = "a\\u0000") { careers(filter: { text: $t }) { totalCount } }'],
  ])('%s in the document', async (_, query) => {
    expect(await refusalOf(await post(JSON.stringify({ query })))).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
    });
  });
  test('an escaped surrogate is no GraphQL', async () => {
    expect(await refusalOf(await post('{"query":"{ credential(slug: \\"\\\\ud800\\") { name } }"}'))).toMatchObject({
      status: 400,
      code: 'GRAPHQL_PARSE_FAILED',
    });
  });
  test('bytes that are not UTF-8', async () => {
    const text = (value: string) => [...new TextEncoder().encode(value)];
    const body = new Uint8Array([...text('{"query":"{ career(slug: \\"'), 0xff, 0xfe, ...text('\\") { title } }"}')]);
    expect(await refusalOf(await post(body))).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });
  test('a whole pair is text like any other', async () => {
    expect(await api.query(SLUG, { slug: '🩺' })).toEqual({ data: { credential: null } });
  });
});

describe('variables that do not fit their types are BAD_USER_INPUT', () => {
  test.each([
    ['missing', 'query ($slug: String!) { career(slug: $slug) { title } }', {}],
    ['null', 'query ($slug: String!) { career(slug: $slug) { title } }', { slug: null }],
    ['number for text', 'query ($slug: String!) { career(slug: $slug) { title } }', { slug: 5 }],
    ['list for text', 'query ($slug: String!) { career(slug: $slug) { title } }', { slug: ['a'] }],
    ['unknown enum value', 'query ($kind: AreaKind) { areas(kind: $kind) { totalCount } }', { kind: 'PLANET' }],
    ['unknown input field', 'query ($f: CareerFilter) { careers(filter: $f) { totalCount } }', { f: { nope: 1 } }],
  ])('%s', async (_, query, variables) => {
    const response = await post(JSON.stringify({ query, variables }));
    expect(await refusalOf(response)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });
});

describe('a number that JSON cannot repeat is no null', () => {
  const QUERY = 'query ($first: Int) { areas(first: $first) { totalCount } }';
  test.each(['1e400', '-1e400'])('%s', async (number) => {
    expect((await post(JSON.stringify({ query: QUERY, variables: { first: null } }))).status).toBe(200);
    const response = await post(`{"query":"${QUERY}","variables":{"first":${number}}}`);
    expect(await refusalOf(response)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });
});

describe('what a POST must be', () => {
  const BODY = '{"query":"{ __typename }"}';
  test.each([
    ['text/plain', BODY, { 'content-type': 'text/plain' }],
    ['urlencoded', 'query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['multipart', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['XML', '<query/>', { 'content-type': 'application/xml' }],
    ['a type that only starts like JSON', BODY, { 'content-type': 'application/jsonp' }],
    ['a list of types', BODY, { 'content-type': 'text/plain, application/json' }],
    ['compressed', BODY, { ...JSON_TYPE, 'content-encoding': 'gzip' }],
    ['unknown encoding', BODY, { ...JSON_TYPE, 'content-encoding': 'nope' }],
  ])('%s: 415', async (_, body, headers) => {
    expect(await refusalOf(await post(body, headers))).toMatchObject({ status: 415, code: 'BAD_REQUEST' });
  });
  test('no type: 415', async () => {
    expect(await refusalOf(await post(new TextEncoder().encode(BODY), {}))).toMatchObject({ status: 415 });
  });
  test('a form of a browser: 415', async () => {
    const body = new FormData();
    body.set('operations', BODY);
    expect((await send('/graphql', { method: 'POST', body })).status).toBe(415);
  });

  test.each([
    ['JSON cut off', '{"query":"{ __typen'],
    ['no JSON', '{"query": top-secret-words}'],
    ['empty', ''],
    ['batch', '[{"query":"{ __typename }"}]'],
    ['empty batch', '[]'],
    ['null', 'null'],
    ['text', '"top-secret-words"'],
    ['number', '7'],
    ['no query', '{}'],
    ['null query', '{"query":null}'],
    ['empty query', '{"query":""}'],
    ['number as query', '{"query":5}'],
    ['list as query', '{"query":["{ __typename }"]}'],
    ['list of variables', '{"query":"{ __typename }","variables":[1]}'],
    ['text as variables', '{"query":"{ __typename }","variables":"top-secret-words"}'],
    ['list of extensions', '{"query":"{ __typename }","extensions":[]}'],
  ])('%s: 400, with nothing of the body', async (_, body) => {
    for (const headers of [JSON_TYPE, RESPONSE_TYPE]) {
      const response = await post(body, headers);
      const text = await response.clone().text();
      expect(await refusalOf(response)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
      expect(text).not.toContain('top-secret-words');
      expect(text).not.toContain('originalError');
    }
  });

  test('unknown keys beside the query are ignored', async () => {
    const response = await post('{"query":"{ __typename }","persisted":true,"doc_id":[1],"__proto__":{}}');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });
  test('null variables, operation name and extensions are as absent', async () => {
    const response = await post('{"query":"{ __typename }","variables":null,"operationName":null,"extensions":null}');
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  const oversized = JSON.stringify({ query: '{ __typename }', padding: 'x'.repeat(100_000) });
  test('over 100 kB: 413, of known length or not', async () => {
    const stream = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < oversized.length; at += 1_000) {
          controller.enqueue(new TextEncoder().encode(oversized.slice(at, at + 1_000)));
        }
        controller.close();
      },
    });
    const chunked = new Request('http://localhost/graphql', {
      method: 'POST',
      headers: JSON_TYPE,
      body: stream,
      duplex: 'half',
    } as RequestInit);
    const known = await post(oversized, { ...JSON_TYPE, 'content-length': String(oversized.length) });
    for (const response of [await post(oversized), known, await api.fetch(chunked)]) {
      const refusal = await refusalOf(response);
      expect(refusal).toMatchObject({ status: 413, code: 'REQUEST_ENTITY_TOO_LARGE' });
      expect(refusal.message).toContain('100000');
    }
  });
  test('with more than 1,000 values: refused before the query is read', async () => {
    const body = (count: number) => JSON.stringify({ query: '{ __typename }', variables: { x: Array(count).fill(0) } });
    expect((await post(body(997))).status).toBe(200);
    const refusal = await refusalOf(await post(body(998)));
    expect(refusal).toMatchObject({ status: 413, code: 'REQUEST_ENTITY_TOO_LARGE' });
    expect(refusal.message).toContain('1001 values');
  });
  test('of 100,000 bytes: answered', async () => {
    const frame = JSON.stringify({ query: '{ __typename }', padding: '' });
    const body = JSON.stringify({ query: '{ __typename }', padding: 'x'.repeat(100_000 - frame.length) });
    expect(body).toHaveLength(100_000);
    expect((await post(body)).status).toBe(200);
  });
});
