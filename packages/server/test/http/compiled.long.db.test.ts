import { readdirSync, readFileSync } from 'node:fs';
import { createRowStore } from '@careergraph/server';
import { createTestApi, type Fetch, loadNursingPrograms, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiWith, postRequest } from './requests.js';

// A document that was answered before without errors is executed in another way than a new one. Answers are the same.

const EXAMPLES = new URL('../../../../schema/examples/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, EXAMPLES), 'utf8');
const examples = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.slice(0, -'.graphql'.length));

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', loadNursingPrograms);
});
afterAll(() => api?.close());

const id = (of: string) => Buffer.from(of).toString('base64url');

interface Question {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

const textOf = async (to: Fetch, question: Question) => {
  const response = await to(postRequest(question));
  return `${response.status} ${await response.text()}`;
};

/** The answers to a document that is new to the service, and to the same document asked again. */
async function answersOf({ variables, ...question }: Question, options: Parameters<typeof apiWith>[1] = {}) {
  const to = await apiWith(api, { answerMegabytes: 0, ...options });
  const ask = () => textOf(to, { ...question, ...(variables && { variables }) });
  return [await ask(), await ask(), await ask()] as const;
}

describe('an example asked again has the same answer', () => {
  test.each(examples)('%s', async (name) => {
    const question = { query: read(`${name}.graphql`), variables: JSON.parse(read(`${name}.variables.json`)) };
    const [first, ...again] = await answersOf(question);
    expect(first).toMatch(/^200 \{"data":/);
    expect(again).toEqual([first, first]);
    const [firstWithoutRows, ...againWithoutRows] = await answersOf(question, { rows: createRowStore(0) });
    expect([firstWithoutRows, ...againWithoutRows]).toEqual([first, first, first]);
  });
});

test('a long answer is the JSON of its values', async () => {
  const provenance = 'provenance { citation licence row file { name } source { name publisher } release { label } }';
  const careers = `careers(first: 100) { nodes { title summary salary { ${provenance} } growth { ${provenance} } } }`;
  const [first, ...again] = await answersOf({
    query: `{ a: ${careers} b: ${careers} none: career(slug: "") { slug } }`,
  });
  expect(again).toEqual([first, first]);
  const text = first.slice('200 '.length);
  expect(text.length).toBeGreaterThan(200_000);
  expect(text).toMatch(/[^\0-\xff]/);
  expect(JSON.stringify(JSON.parse(text))).toBe(text);
});

test.each<[string, Question]>([
  [
    'aliases, and a field selected twice',
    { query: '{ a: sources { key } a: sources { name } b: sources { n: name } }' },
  ],
  [
    'an alias that objects have a special meaning for',
    { query: '{ __proto__: sources { key } constructor: __typename }' },
  ],
  [
    'type names',
    { query: '{ __typename career(slug: "emt") { __typename salary { __typename mean { __typename } } } }' },
  ],
  ['introspection', { query: '{ __schema { queryType { name } } __type(name: "Career") { fields { name } } }' }],
  [
    'nodes of several types, and ids of none',
    {
      query:
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Area { name } ... on Career { title related { slug } } ...O } } fragment O on Organization { name credentials { name } }',
      variables: {
        ids: [
          id('Area:US'),
          id('Career:emt'),
          id('Area:US-XX'),
          id('Organization:aama'),
          id('Release:bls-oews/1999-05/1'),
        ],
      },
    },
  ],
  [
    'fragments on an interface',
    {
      query:
        '{ career(slug: "emt") { skills { ...Content } jobZone { ...Content } } } fragment Content on OnetContent { reason attribution }',
    },
  ],
  [
    'one of several operations',
    { query: 'query A { sources { key } } query B { areas(first: 2) { nodes { code } } }', operationName: 'B' },
  ],
  ['an unknown career', { query: '{ career(slug: "none") { title } }' }],
  [
    'a relation that Prisma loads',
    { query: '{ credential(slug: "cmom") { name issuer { name credentials { name } } } }' },
  ],
  [
    'the end of a list',
    {
      query:
        '{ areas(last: 2) { edges { cursor node { code } } pageInfo { startCursor endCursor hasNextPage } totalCount } }',
    },
  ],
])('%s: asked again, the answer is the same', async (_, question) => {
  const [first, ...again] = await answersOf(question);
  expect(first).toMatch(/^200 \{"data":/);
  expect(again).toEqual([first, first]);
});

test('variables of @skip and @include select fields each time', async () => {
  const query =
    'query ($a: Boolean!, $b: Boolean!) { career(slug: "emt") { slug title @skip(if: $a) ... @include(if: $b) { summary } } }';
  const to = await apiWith(api, { answerMegabytes: 0 });
  for (const round of [1, 2, 3]) {
    for (const [a, b, names] of [
      [false, false, ['slug', 'title']],
      [false, true, ['slug', 'title', 'summary']],
      [true, false, ['slug']],
      [true, true, ['slug', 'summary']],
    ] as const) {
      const { data } = JSON.parse((await textOf(to, { query, variables: { a, b } })).slice(4));
      expect(Object.keys(data.career), `round ${round}`).toEqual(names);
    }
  }
});

test('arguments are those of each request', async () => {
  const query =
    'query ($slug: String!, $state: String) { career(slug: $slug) { slug salary(in: { state: $state }) { resolution { askedArea { code } } mean { yearly: amount hourly: amount(per: HOUR) } } } }';
  const ask = async (to: Fetch, slug: string, state: string) => textOf(to, { query, variables: { slug, state } });
  const warm = await apiWith(api, { answerMegabytes: 0 });
  for (const state of ['CA', 'FL', 'NY', 'CA']) {
    for (const slug of ['emt', 'medical-office-manager']) {
      const fresh = await apiWith(api, { answerMegabytes: 0 });
      expect(await ask(warm, slug, state)).toBe(await ask(fresh, slug, state));
    }
  }
});

test.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
  [
    'an argument that is refused, in a field that may be null',
    'query ($asOf: String!) { career(slug: "emt") { title salary(asOf: $asOf) { mean { amount } } } }',
    { asOf: '2025-05' },
    { asOf: 'soon' },
  ],
  [
    'an argument that is refused, in a list that may not be null',
    'query ($after: String) { career(slug: "emt") { title claims(after: $after) { nodes { key } } } }',
    { after: null },
    { after: 'broken' },
  ],
  [
    'a variable of another type',
    'query ($slug: String!) { career(slug: $slug) { title } }',
    { slug: 'emt' },
    { slug: ['emt'] },
  ],
  [
    'a text that Postgres cannot store',
    'query ($slug: String!) { career(slug: $slug) { title } }',
    { slug: 'emt' },
    { slug: 'em\0t' },
  ],
  [
    'a list that is too long',
    'query ($first: Int) { areas(first: $first) { nodes { code } } }',
    { first: 2 },
    { first: 101 },
  ],
])('%s: the error is the same as that of a new document', async (_, query, valid, invalid) => {
  const to = await apiWith(api, { answerMegabytes: 0 });
  for (const variables of [valid, valid]) expect(await textOf(to, { query, variables })).toMatch(/^200 \{"data":/);
  const fresh = await apiWith(api, { answerMegabytes: 0 });
  const error = await textOf(fresh, { query, variables: invalid });
  expect(error).toContain('"errors":[');
  expect(await textOf(to, { query, variables: invalid })).toBe(error);
  expect(await textOf(to, { query, variables: valid })).toMatch(/^200 \{"data":/);
});
