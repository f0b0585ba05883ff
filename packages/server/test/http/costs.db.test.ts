import { readdirSync, readFileSync } from 'node:fs';
import { type Answer, createTestApi, type TestApi } from '@careergraph/testkit';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RawClient, rawClient } from './raw.js';

let api: TestApi;
let post: RawClient['post'];
let get: RawClient['get'];
beforeAll(async () => {
  api = await createTestApi();
  ({ post, get } = rawClient(api));
});
afterAll(() => api?.close());

const SEARCH = 'occupations(first: 1, filter: { text: "a", titles: true }) { totalCount }';
const aliases = (count: number, field: string, prefix = 'a') =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}: ${field}`).join(' ');
const times = (count: number, field: string) => `{ ${aliases(count, field)} }`;

async function ask(body: object, headers?: Record<string, string>) {
  const response = await post(JSON.stringify(body), headers);
  return { status: response.status, answer: (await response.json()) as Answer & { extensions?: object } };
}

async function costOf(query: string, variables: object = {}) {
  const { answer } = await ask({ query, variables, extensions: { cost: true } });
  return (answer.extensions as { cost: { requested: number; limit: number } }).cost;
}

describe('a request over a limit is refused before anything is executed', () => {
  test.each([
    ['TOO_MANY_ALIASES', times(45, SEARCH), 45, 15],
    ['TOO_MANY_ALIASES', times(16, '__typename'), 16, 15],
    [
      'TOO_MANY_ALIASES',
      `{ ...A ... on Query { ${aliases(8, '__typename')} } } fragment A on Query { ${aliases(8, '__typename', 'b')} }`,
      16,
      15,
    ],
    ['QUERY_COMPLEXITY', times(6, SEARCH), 24_306, 20_000],
    ['QUERY_DEPTH', `{ area(by: { code: "US" }) ${'{ parent '.repeat(13)}{ code }${' }'.repeat(13)} }`, 15, 12],
    ['QUERY_BREADTH', `{ career(slug: "emt") { ${'title '.repeat(500)} } }`, 501, 480],
    ['QUERY_DEPTH', `{ __type(name: "Career") { ${'ofType { '.repeat(20)} name ${'} '.repeat(20)} } }`, 22, 20],
  ])('%s, without data, with the value and the limit', async (code, query, value, limit) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const { status, answer } = await ask({ query }, { 'content-type': 'application/json', accept });
      expect(status).toBe(400);
      expect(answer).toEqual({
        errors: [expect.objectContaining({ extensions: { code, value, limit } }) as object],
      });
      expect(answer.errors?.[0]?.message).toContain(String(value));
      expect(answer.errors?.[0]?.message).toContain(String(limit));
    }
  });

  test('sixty fields that are too deep are one error', async () => {
    const deep = `area(by: { code: "US" }) { ${'parent { '.repeat(12)} code ${'} '.repeat(12)} }`;
    const { answer } = await ask({ query: times(15, deep) });
    expect(answer.errors).toHaveLength(1);
    expect(answer).not.toHaveProperty('data');
  });
});

describe('what clients of ours ask for is within the limits', () => {
  const folder = new URL('../../../../schema/examples/', import.meta.url);
  const examples = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  test.each(examples)('%s', async (name) => {
    const query = readFileSync(new URL(name, folder), 'utf8');
    const variables = JSON.parse(
      readFileSync(new URL(name.replace('.graphql', '.variables.json'), folder), 'utf8'),
    ) as object;
    const { requested, limit } = await costOf(query, variables);
    expect(requested).toBeLessThanOrEqual(limit);
  });
  test('the question about the schema that GraphiQL asks', async () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });
    expect((await ask({ query })).answer.errors).toBeUndefined();
  });
});

describe('extensions.cost', () => {
  const query = 'query ($first: Int) { areas(first: $first) { nodes { code } } }';
  test('is told to who asks, in a kept answer too, and to nobody else', async () => {
    expect((await ask({ query, variables: { first: 3 } })).answer).not.toHaveProperty('extensions');
    for (const _ of [1, 2, 3]) expect(await costOf(query, { first: 3 })).toEqual({ requested: 57, limit: 20_000 });
    expect((await ask({ query, variables: { first: 3 } })).answer).not.toHaveProperty('extensions');
  });
  test('by GET', async () => {
    const response = await get({ query: '{ __typename }', extensions: '{"cost":true}' });
    expect(await response.json()).toEqual({
      data: { __typename: 'Query' },
      extensions: { cost: { requested: 1, limit: 20_000 } },
    });
  });
});
