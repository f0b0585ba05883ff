import * as sdk from '@careergraph/sdk';
import { type Answer, createTestApi, type Fetch, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onlyError } from '../support/ask.js';
import { type Asked, apiWith, getRequest, persisted, postRequest, sha256 } from './requests.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const CAREER = 'query Career($slug: String!) { career(slug: $slug) { title } }';
const EMT = { career: { title: 'EMT' } };
const NOT_FOUND = [404, 'PERSISTED_QUERY_NOT_FOUND'];
const REQUESTS = [getRequest, postRequest];
const ACCEPTS: Record<string, string>[] = [
  {},
  { accept: 'application/json' },
  { accept: 'application/graphql-response+json' },
];

const SDK_DOCUMENTS = Object.values(sdk as Record<string, unknown>).filter(
  (item): item is { name: string; text: string; hash: string } =>
    typeof item === 'object' && item !== null && 'hash' in item && 'text' in item,
);

/** Status and data, or status and the code of the only error. */
async function outcome(response: Response): Promise<readonly unknown[]> {
  const answer = (await response.json()) as Answer;
  return [response.status, answer.errors ? onlyError(answer).code : answer.data];
}
const sent = async (to: Fetch, request: Request) => outcome(await to(request));

/** The same by GET and by POST, and whatever JSON type is wanted. */
async function everyOutcome(to: Fetch, asked: Asked): Promise<unknown[]> {
  const outcomes = [];
  for (const request of REQUESTS) for (const accept of ACCEPTS) outcomes.push(await sent(to, request(asked, accept)));
  return outcomes;
}
const always = (outcome: unknown) => Array(REQUESTS.length * ACCEPTS.length).fill(outcome);

const byHash = (document: string, more: Asked = {}): Asked => ({ ...more, extensions: persisted(document) });
const RESPONSE_TYPE = { accept: 'application/graphql-response+json' };
const register = (to: Fetch, query: string, more: Asked = {}) =>
  sent(to, postRequest({ query, ...byHash(query, more) }, RESPONSE_TYPE));
const isRemembered = async (to: Fetch, document: string) => (await to(getRequest(byHash(document)))).status !== 404;

describe('a document that was sent with its hash', () => {
  test.each(REQUESTS)('%o: is answered by the hash alone, with any variables', async (request) => {
    const to = await apiWith(api);
    expect(await everyOutcome(to, byHash(CAREER, { variables: { slug: 'emt' } }))).toEqual(always(NOT_FOUND));
    const first = { query: CAREER, ...byHash(CAREER, { variables: { slug: 'emt' } }) };
    expect(await sent(to, request(first))).toEqual([200, EMT]);
    expect(await everyOutcome(to, byHash(CAREER, { variables: { slug: 'emt' } }))).toEqual(always([200, EMT]));
    expect(await everyOutcome(to, byHash(CAREER, { variables: { slug: 'phlebotomist' } }))).toEqual(
      always([200, { career: { title: 'Phlebotomist' } }]),
    );
    expect(await sent(to, postRequest({ query: '', ...byHash(CAREER, { variables: { slug: 'emt' } }) }))).toEqual([
      200,
      EMT,
    ]);
  });

  test('answers the operation that is named', async () => {
    const to = await apiWith(api);
    const document = 'query A { a: __typename } query B { b: __typename }';
    expect(await register(to, document, { operationName: 'A' })).toEqual([200, { a: 'Query' }]);
    expect(await everyOutcome(to, byHash(document, { operationName: 'B' }))).toEqual(always([200, { b: 'Query' }]));
    expect(await everyOutcome(to, byHash(document))).toEqual(always([400, 'OPERATION_RESOLUTION_FAILURE']));
  });

  test('is held to the limits with the variables of each request', async () => {
    const to = await apiWith(api);
    const document =
      'query ($first: Int, $text: String) { careers(first: $first, filter: { text: $text }) { nodes { claims(first: 100) { nodes { key line } } } } }';
    expect((await register(to, document, { variables: { first: 1 } }))[0]).toBe(200);
    for (const [variables, code] of [
      [{ first: 100 }, 'QUERY_COMPLEXITY'],
      [{ first: 'x' }, 'BAD_USER_INPUT'],
      [{ first: 1, text: '\0' }, 'BAD_USER_INPUT'],
      [[1], 'BAD_REQUEST'],
    ]) {
      expect(await everyOutcome(to, byHash(document, { variables }))).toEqual(always([400, code]));
    }
    const deep = `{ area(by: { code: "US" }) ${'{ parent '.repeat(13)}{ code }${' }'.repeat(13)} }`;
    expect(await register(to, deep)).toEqual([400, 'QUERY_DEPTH']);
    // What is not answered is not remembered.
    expect(await everyOutcome(to, byHash(deep))).toEqual(always([404, 'PERSISTED_QUERY_NOT_FOUND']));
  });

  test('is not remembered by another server', async () => {
    const [one, other] = [await apiWith(api), await apiWith(api)];
    await register(one, '{ __typename }');
    expect(await isRemembered(one, '{ __typename }')).toBe(true);
    expect(await isRemembered(other, '{ __typename }')).toBe(false);
  });
});

describe('the documents of the SDK', () => {
  test('are known to every server from its start', async () => {
    expect(SDK_DOCUMENTS.length).toBeGreaterThanOrEqual(20);
    for (const { name, text, hash } of SDK_DOCUMENTS) {
      expect([name, sha256(text)]).toEqual([name, hash]);
      expect([name, await isRemembered(api.fetch, text)]).toEqual([name, true]);
    }
  });

  const known = SDK_DOCUMENTS.find(({ name }) => name === 'Growth')?.text as string;
  const variables = { slug: 'emt' };

  test('are the only ones where the operator wants it, by hash or as text', async () => {
    const to = await apiWith(api, { allowedDocuments: 'known' });
    for (const asked of [{ query: known }, byHash(known), { query: known, ...byHash(known) }]) {
      expect((await sent(to, postRequest({ ...asked, variables })))[0]).toBe(200);
    }
    const other = { query: CAREER, variables };
    expect(await everyOutcome(to, other)).toEqual(always([403, 'DOCUMENT_NOT_ALLOWED']));
    expect(await everyOutcome(to, { ...other, ...byHash(CAREER) })).toEqual(always([403, 'DOCUMENT_NOT_ALLOWED']));
    expect(await everyOutcome(to, byHash(CAREER, { variables }))).toEqual(always(NOT_FOUND));
    expect(await sent(to, postRequest({ query: `${known} ` }))).toEqual([403, 'DOCUMENT_NOT_ALLOWED']);
  });
});

describe('documentId of GraphQL over HTTP', () => {
  const variables = { slug: 'emt' };

  test.each(['sha256:', ''])('with the prefix "%s" is the hash', async (prefix) => {
    const to = await apiWith(api);
    const documentId = `${prefix}${sha256(CAREER)}`;
    expect(await everyOutcome(to, { documentId, variables })).toEqual(always(NOT_FOUND));
    expect(await sent(to, postRequest({ query: CAREER, documentId, variables }))).toEqual([200, EMT]);
    expect(await everyOutcome(to, { documentId, variables })).toEqual(always([200, EMT]));
    expect(await everyOutcome(to, { documentId, variables, ...byHash(CAREER) })).toEqual(always([200, EMT]));
  });

  test('of another text is a mismatch', async () => {
    const documentId = `sha256:${sha256('{ other: __typename }')}`;
    expect(await everyOutcome(api.fetch, { query: CAREER, documentId, variables })).toEqual(
      always([400, 'PERSISTED_QUERY_MISMATCH']),
    );
    expect(await everyOutcome(api.fetch, { documentId, variables, ...byHash(CAREER) })).toEqual(
      always([400, 'BAD_REQUEST']),
    );
  });

  test.each([
    'x',
    'sha256:x',
    `md5:${sha256(CAREER)}`,
    `sha256:${sha256(CAREER).toUpperCase()}`,
    `sha256:${sha256(CAREER)}0`,
    `sha256:sha256:${sha256(CAREER)}`,
  ])('%j is refused', async (documentId) => {
    expect(await everyOutcome(api.fetch, { documentId })).toEqual(always([400, 'BAD_REQUEST']));
  });

  test.each([1, {}, [sha256(CAREER)], false])('%j, which is no string, is refused', async (documentId) => {
    expect(await sent(api.fetch, postRequest({ documentId } as never))).toEqual([400, 'BAD_REQUEST']);
  });
});

test('a document sent with its hash is remembered even where its answer was kept', async () => {
  const to = await apiWith(api);
  const asked = { query: CAREER, variables: { slug: 'emt' } };
  expect(await sent(to, postRequest(asked))).toEqual([200, EMT]);
  expect(await sent(to, postRequest({ ...asked, ...byHash(CAREER) }))).toEqual([200, EMT]);
  expect(await isRemembered(to, CAREER)).toBe(true);
});

test('not found is said as the protocol says it', async () => {
  const response = await api.fetch(getRequest(byHash('{ never: __typename }')));
  expect(response.headers.get('cache-control')).toBe('no-store');
  // urql looks for the message, Apollo Client for the code.
  expect(await response.json()).toEqual({
    errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  });
});

test('a hash of something else is a mismatch, and neither is remembered', async () => {
  const [one, other] = ['{ one: __typename }', '{ other: __typename }'];
  const to = await apiWith(api);
  expect(await everyOutcome(to, { query: one, ...byHash(other) })).toEqual(always([400, 'PERSISTED_QUERY_MISMATCH']));
  for (const document of [one, other]) expect(await isRemembered(to, document)).toBe(false);
});

test('a document without a hash is not remembered', async () => {
  const to = await apiWith(api);
  expect(await sent(to, getRequest({ query: '{ __typename }' }))).toEqual([200, { __typename: 'Query' }]);
  expect(await isRemembered(to, '{ __typename }')).toBe(false);
});

describe('a malformed extension is refused, with a document and without', () => {
  const sha256Hash = sha256('{ __typename }');
  test.each([
    ['no version', { sha256Hash }],
    ['version 2', { version: 2, sha256Hash }],
    ['version as text', { version: '1', sha256Hash }],
    ['no hash', { version: 1 }],
    ['hash null', { version: 1, sha256Hash: null }],
    ['hash a list', { version: 1, sha256Hash: [sha256Hash] }],
    ['hash cut off', { version: 1, sha256Hash: sha256Hash.slice(1) }],
    ['hash too long', { version: 1, sha256Hash: `${sha256Hash}\n` }],
    ['hash no hex', { version: 1, sha256Hash: 'z'.repeat(64) }],
    ['hash in upper case', { version: 1, sha256Hash: sha256Hash.toUpperCase() }],
    ['text', sha256Hash],
    ['number', 1],
    ['false', false],
    ['list', [{ version: 1, sha256Hash }]],
  ])('%s', async (_, persistedQuery) => {
    const extensions = { persistedQuery };
    for (const asked of [{ extensions }, { query: '{ __typename }', extensions }]) {
      expect(await everyOutcome(api.fetch, asked)).toEqual(always([400, 'BAD_REQUEST']));
      const { message } = onlyError((await (await api.fetch(postRequest(asked))).json()) as Answer);
      expect(message).toContain('"version": 1');
      expect(message).toContain('64 lowercase hexadecimal digits');
      expect(message).not.toContain(sha256Hash.slice(1));
    }
  });

  test('null is as absent', async () => {
    const extensions = { persistedQuery: null };
    expect(await everyOutcome(api.fetch, { query: '{ __typename }', extensions })).toEqual(
      always([200, { __typename: 'Query' }]),
    );
    expect(await everyOutcome(api.fetch, { extensions })).toEqual(always([400, 'BAD_REQUEST']));
  });

  test.each([5, ['{ __typename }'], { a: 1 }, true])('a query that is no text: %j', async (query) => {
    expect(await sent(api.fetch, postRequest({ query, ...byHash('{ __typename }') }))).toEqual([400, 'BAD_REQUEST']);
  });
});

test.each([
  ['no GraphQL', '{ career(', 'GRAPHQL_PARSE_FAILED'],
  ['of another schema', '{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
  ['mutation', 'mutation { x }', 'GRAPHQL_VALIDATION_FAILED'],
  ['subscription', 'subscription { x }', 'GRAPHQL_VALIDATION_FAILED'],
  ['too long', `{ __typename } # ${'x'.repeat(20_000)}`, 'TOO_MANY_TOKENS'],
  ['text that no database can hold', '{ credential(slug: "a\\u0000b") { name } }', 'BAD_USER_INPUT'],
])('an invalid document is refused and not remembered: %s', async (_, document, code) => {
  const to = await apiWith(api);
  expect(await register(to, document)).toEqual([400, code]);
  expect(await everyOutcome(to, byHash(document))).toEqual(always(NOT_FOUND));
});

test('a mutation by GET with its hash: 405 as without', async () => {
  const document = 'mutation { x }';
  for (const asked of [{ query: document }, { query: document, ...byHash(document) }]) {
    const response = await api.fetch(getRequest(asked));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
});

describe('the store is bounded: what was not asked for the longest goes first', () => {
  /** Each request is another caller's, because one has a quarter of the store. */
  const ofManyCallers = () => {
    let callers = 0;
    return apiWith(api, { admit: () => ({ caller: `caller ${++callers}`, charge: () => {} }) });
  };

  test('by number', async () => {
    const to = await ofManyCallers();
    const document = (index: number) => `{ a${index}: __typename }`;
    for (let index = 0; index < 1_000; index += 1) await register(to, document(index));
    expect(await isRemembered(to, document(0))).toBe(true);
    await register(to, document(1_000));
    const remembered = [];
    for (const index of [0, 1, 2, 1_000]) remembered.push(await isRemembered(to, document(index)));
    expect(remembered).toEqual([true, false, true, true]);
    // Strangers' documents do not push out those that every server knows.
    for (const { text } of SDK_DOCUMENTS) expect(await isRemembered(to, text)).toBe(true);
  });

  test('by caller: the documents of one take the place of its own', async () => {
    let caller = 'other';
    const to = await apiWith(api, { admit: () => ({ caller, charge: () => {} }) });
    const document = (index: number) => `{ a${index}: __typename }`;
    await register(to, '{ others: __typename }');
    caller = 'greedy';
    for (let index = 0; index < 251; index += 1) await register(to, document(index));
    const remembered = [];
    for (const index of [0, 1, 250]) remembered.push(await isRemembered(to, document(index)));
    expect(remembered).toEqual([false, true, true]);
    expect(await isRemembered(to, '{ others: __typename }')).toBe(true);
  });

  test('by characters', async () => {
    const to = await ofManyCallers();
    const document = (index: number) => `{ a${index}: __typename } #`.padEnd(20_000, 'x');
    for (let index = 0; index < 101; index += 1) await register(to, document(index));
    const remembered = [];
    for (const index of [0, 1, 100]) remembered.push(await isRemembered(to, document(index)));
    expect(remembered).toEqual([false, true, true]);
  });
});
