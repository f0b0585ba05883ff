import { readFileSync } from 'node:fs';
import { type Answer, createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, globalId, LISTS, onlyError, page, pageQuery, tryPage } from '../support/ask.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const GRAPHQL = 'http://localhost/graphql';
const JSON_TYPE = { 'content-type': 'application/json' };
const RESPONSE_TYPE = { ...JSON_TYPE, accept: 'application/graphql-response+json' };

const send = (path: string, init?: RequestInit) => api.fetch(new Request(`http://localhost${path}`, init));
const post = (body: BodyInit | null, headers: Record<string, string> = RESPONSE_TYPE) =>
  api.fetch(new Request(GRAPHQL, { method: 'POST', headers, body }));
const get = (parameters: Record<string, string>) => send(`/graphql?${new URLSearchParams(parameters)}`);

/** Status and code of a refusal, with what it says. */
async function refusalOf(response: Response): Promise<{ status: number; code: unknown; message: string }> {
  const { code, message } = onlyError((await response.json()) as Answer);
  return { status: response.status, code, message };
}

const career = (fields: string) => `{ career(slug: "medical-office-manager") { ${fields} } }`;

describe('what is asked for and does not exist is null, without an error', () => {
  test.each([
    ['career', '{ found: career(slug: "no-such-career") { title } }'],
    ['career with an empty slug', '{ found: career(slug: "") { title } }'],
    ['state', '{ found: area(by: { state: "ZZ" }) { name } }'],
    ['state by FIPS code', '{ found: area(by: { state: "03" }) { name } }'],
    ['country', '{ found: area(by: { country: "FR" }) { name } }'],
    ['area code', '{ found: area(by: { code: "US-ZZ" }) { name } }'],
    ['credential', '{ found: credential(slug: "no-such-credential") { name } }'],
    ['occupation', '{ found: occupation(code: "99-9999") { title } }'],
    ['node', `{ found: node(id: "${globalId('Area', 'US-ZZ')}") { id } }`],
    ['career node', `{ found: node(id: "${globalId('Career', 'no-such-career')}") { id } }`],
    ['claim node', `{ found: node(id: "${globalId('Claim', 'no/such')}") { id } }`],
    ['credential node', `{ found: node(id: "${globalId('Credential', 'no-such')}") { id } }`],
  ])('%s', async (_, query) => {
    expect(await api.query(query)).toEqual({ data: { found: null } });
  });

  test.each([
    ['salary of an unknown release', 'found: salary(asOf: "1999-05") { mean { display } }'],
    ['growth of an unknown release', 'found: growth(asOf: "1999-09") { percent { display } }'],
    ['salary in an unknown state', 'found: salary(in: { state: "ZZ" }) { mean { display } }'],
    ['growth in an unknown state', 'found: growth(in: { state: "ZZ" }) { percent { display } }'],
    ["salary of another career's occupation", 'found: salary(occupation: "31-9092") { mean { display } }'],
    ['growth of an unknown occupation', 'found: growth(occupation: "99-9999") { percent { display } }'],
  ])('%s', async (_, field) => {
    expect(await api.query(career(field))).toEqual({ data: { career: { found: null } } });
  });

  test("a table of another career's occupation is empty and says so", async () => {
    const { data, errors } = await api.query(
      career('salaries(kind: STATE, occupation: "31-9092") { totalCount nodes { mean { display } } treatment }'),
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      career: {
        salaries: {
          totalCount: 0,
          nodes: [],
          treatment: expect.stringContaining("is not one of the career's") as string,
        },
      },
    });
  });

  test('a table of an unknown release is empty, and every state is left out', async () => {
    const { data, errors } = await api.query(
      career(
        'salaries(kind: STATE, occupation: "43-6011", asOf: "1999-05") { totalCount release { key } leftOut { status } }',
      ),
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      career: {
        salaries: {
          totalCount: 0,
          release: null,
          leftOut: Array.from({ length: 51 }, () => ({ status: 'NOT_PUBLISHED' })),
        },
      },
    });
  });

  test('nodes keeps its order around what does not exist', async () => {
    const ids = [globalId('Area', 'US-CA'), globalId('Area', 'US-ZZ'), globalId('Career', 'phlebotomist')];
    expect(await api.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual({
      data: { nodes: [{ id: ids[0] }, null, { id: ids[2] }] },
    });
  });

  test('releases of an unknown source are an empty list', async () => {
    expect(await api.query('{ releases(source: "no-such-source") { key } }')).toEqual({ data: { releases: [] } });
  });
});

describe('a malformed code is BAD_USER_INPUT with argument, value and a right example', () => {
  const salary = (args: string) => career(`salary(${args}) { mean { display } }`);
  test.each([
    ['code', '119111', '11-9111', '{ occupation(code: "119111") { title } }'],
    ['code', '', '11-9111', '{ occupation(code: "") { title } }'],
    ['code', ' 11-9111', '11-9111', '{ occupation(code: " 11-9111") { title } }'],
    ['code', '11-9111.0', '11-9111', '{ occupation(code: "11-9111.0") { title } }'],
    ['code', '11-9111\n', '11-9111', '{ occupation(code: "11-9111\\n") { title } }'],
    ['occupation', 'manager', '11-9111', salary('occupation: "manager"')],
    ['occupation', 'x', '11-9111', career('growth(occupation: "x") { baseYear }')],
    ['occupation', 'x', '11-9111', career('salaries(kind: STATE, occupation: "x") { totalCount }')],
    ['filter.occupation', 'x', '11-9111', '{ careers(filter: { occupation: "x" }) { totalCount } }'],
    ['by.state', 'California', 'CA', '{ area(by: { state: "California" }) { name } }'],
    ['by.state', '', 'CA', '{ area(by: { state: "" }) { name } }'],
    ['in.state', '6', 'CA', salary('in: { state: "6" }')],
    ['by.metro', 'Orlando', '36740', '{ area(by: { metro: "Orlando" }) { name } }'],
    ['in.metro', '367', '36740', salary('in: { metro: "367" }')],
    ['by.zip', '3280', '32801', '{ area(by: { zip: "3280" }) { name } }'],
    ['in.zip', '32801-', '32801', salary('in: { zip: "32801-" }')],
    ['by.country', 'USA', 'US', '{ area(by: { country: "USA" }) { name } }'],
    ['by.code', 'us-ca', 'US-CA', '{ area(by: { code: "us-ca" }) { name } }'],
    ['by.code', 'US-CAL', 'US-CA', '{ area(by: { code: "US-CAL" }) { name } }'],
    ['in.code', 'CA', 'US-CA', career('growth(in: { code: "CA" }) { baseYear }')],
    ['asOf', 'May 2024', '2024-05', salary('asOf: "May 2024"')],
    ['asOf', '24-05', '2024-05', career('salaries(kind: STATE, asOf: "24-05") { totalCount }')],
    ['asOf', '2024-5', '2024-05', career('growth(asOf: "2024-5") { baseYear }')],
  ])('%s: %j', async (argument, value, example, query) => {
    const answer = await api.query(query);
    const error = onlyError(answer);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(error.message).toContain(JSON.stringify(value));
    expect(error.message).toContain(JSON.stringify(example));
    expect(answer.errors?.[0]?.extensions.example).toBe(example);
  });

  test('a long value is repeated only in part', async () => {
    const { message } = onlyError(
      await api.query('query ($c: String!) { occupation(code: $c) { title } }', { c: 'x'.repeat(50_000) }),
    );
    expect(message).toContain(`"${'x'.repeat(60)}…"`);
    expect(message.length).toBeLessThan(200);
  });

  const node = (id: string) => api.query('query ($id: ID!) { node(id: $id) { id } }', { id });
  test.each([
    ['empty', ''],
    ['not base64', '!!!'],
    ['no type', Buffer.from('US').toString('base64url')],
    ['no id', Buffer.from('Area:').toString('base64url')],
    ['another encoding of the same bytes', `${globalId('Area', 'US')}!`],
    ['unknown type', globalId('Nope', 'US')],
    ['type that is no Node', globalId('Query', '1')],
    ['type that is no object', globalId('AreaKind', 'STATE')],
    ['NUL', globalId('Credential', 'a\0b')],
    ['invalid UTF-8', Buffer.from([...Buffer.from('Area:'), 0xff]).toString('base64url')],
  ])('global id: %s', async (_, id) => {
    const answer = await node(id);
    expect(onlyError(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });
    expect(onlyError(answer).message).toContain(globalId('Area', 'US'));
    expect(answer.data).toEqual({ node: null });
    const nodes = await api.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [id] });
    expect(onlyError(nodes)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('what no data is loaded for is NOT_AVAILABLE_YET', () => {
  test.each([
    ['by.zip', '32801', '{ area(by: { zip: "32801" }) { name } }'],
    ['by.zip', '32801', '{ area(by: { zip: "32801-1234" }) { name } }'],
    ['in.zip', '32801', career('salary(in: { zip: "32801" }) { mean { display } }')],
    ['by.metro', 'CBSA-36740', '{ area(by: { metro: "36740" }) { name } }'],
    ['in.metro', 'CBSA-36740', career('salary(in: { metro: "36740" }) { mean { display } }')],
    ['in.metro', 'CBSA-36740', career('growth(in: { metro: "36740" }) { baseYear }')],
    ['by.code', 'CBSA-36740', '{ area(by: { code: "CBSA-36740" }) { name } }'],
    ['code', '11-9111.00', '{ occupation(code: "11-9111.00") { title } }'],
    ['occupation', '11-9111.00', career('salary(occupation: "11-9111.00") { mean { display } }')],
  ])('%s: %s', async (argument, value, query) => {
    const error = onlyError(await api.query(query));
    expect(error).toMatchObject({ code: 'NOT_AVAILABLE_YET', argument });
    expect(error.message).toContain(value);
  });
});

describe.each(LISTS)('pages of $name', (list) => {
  test.each([0, -1, 101, 1_000_000_000, -2_147_483_648])('size %s, as a literal and as a variable', async (size) => {
    for (const argument of ['first', 'last']) {
      const literal = await api.query(pageQuery(list, `${argument}: ${size}`));
      const variable = await tryPage(api, list, { [argument]: size });
      for (const answer of [literal, variable]) {
        expect(onlyError(answer)).toEqual({
          code: 'BAD_USER_INPUT',
          argument,
          message: `${argument}: ${size} is not from 1 to 100.`,
        });
      }
    }
  });

  test('a size that is no 32-bit integer does not fit its type', async () => {
    for (const size of [1.5, '20', 4_294_967_296, true]) {
      expect(onlyError(await tryPage(api, list, { first: size })).code).toBe('BAD_USER_INPUT');
    }
    expect(onlyError(await api.query(pageQuery(list, 'first: 10000000000'))).code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('first with last', async () => {
    expect(onlyError(await tryPage(api, list, { first: 1, last: 1 }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'first',
    });
  });

  const broken = (decoded: unknown) => Buffer.from(JSON.stringify(decoded)).toString('base64url');

  test('a broken cursor, whatever is wrong with it', async () => {
    const { edges } = await page(api, list, { first: 1 });
    const [name, ...position] = JSON.parse(
      Buffer.from(edges[0]?.cursor as string, 'base64url').toString(),
    ) as unknown[];
    const others = [null, 1.5, 1e300, true, 'x'.repeat(10), 'a\0b', '\ud800', {}, []];
    const cursors = [
      '',
      'garbage',
      '////',
      broken(null),
      broken({}),
      broken([]),
      broken([name]),
      broken([name, ...position, 'more']),
      broken([name, ...position].slice(0, -1)),
      ...position.flatMap((value, index) =>
        others
          .filter(
            (other) =>
              typeof other !== typeof value ||
              other === null ||
              other === 'a\0b' ||
              other === '\ud800' ||
              other === 1.5 ||
              other === 1e300,
          )
          .map((other) => broken([name, ...position.with(index, other)])),
      ),
    ];
    for (const cursor of cursors) {
      for (const [argument, args] of [
        ['after', { first: 2, after: cursor }],
        ['before', { last: 2, before: cursor }],
      ] as const) {
        const error = onlyError(await tryPage(api, list, args));
        expect(error, Buffer.from(cursor, 'base64url').toString()).toMatchObject({ code: 'BAD_USER_INPUT', argument });
      }
    }
  });

  test('a cursor of every other list', async () => {
    for (const other of LISTS.filter(({ name }) => name !== list.name)) {
      const { edges } = await page(api, other, { first: 1 });
      const error = onlyError(await tryPage(api, list, { after: edges[0]?.cursor }));
      expect(error, other.name).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
      expect(error.message).toContain('another list');
    }
  });
});

test('a cursor of the same list with another filter or order is refused', async () => {
  const states = LISTS.find(({ name }) => name === 'salaries');
  const { edges } = await page(api, states as (typeof LISTS)[number], { first: 1 });
  const after = edges[0]?.cursor;
  for (const args of [
    'kind: TERRITORY, occupation: "43-6011"',
    'kind: STATE, occupation: "43-6011", orderBy: { field: MEAN }',
    'kind: STATE, occupation: "43-6011", orderBy: { field: AREA, direction: DESC }',
  ]) {
    const answer = await api.query(
      `query ($after: String) ${career(`salaries(${args}, after: $after) { totalCount }`)}`,
      { after },
    );
    expect(onlyError(answer), args).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  }
});

describe('oneOf', () => {
  const query = 'query ($by: AreaBy!) { area(by: $by) { name } }';
  test.each([
    ['none', {}],
    ['two', { state: 'CA', zip: '32801' }],
    ['a null', { state: null }],
    ['a null beside one', { state: 'CA', zip: null }],
  ])('%s in a variable', async (_, by) => {
    expect(onlyError(await api.query(query, { by })).code).toBe('BAD_USER_INPUT');
  });
  test.each(['{}', '{ state: "CA", zip: "32801" }', '{ state: null }'])('%s as a literal', async (by) => {
    expect(onlyError(await api.query(`{ area(by: ${by}) { name } }`)).code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('search takes every sign literally', () => {
  const SIGNS = ['%', '_', '\\', "'", '"', '%%', '_%', '\\%', '*', '?', '.', '[', '(', '$', "' OR 1=1 --", 'MaNaGer'];
  const QUERY = `query ($text: String) {
    careers(first: 100, filter: { text: $text }) { nodes { title summary alsoCalled } }
    credentials(first: 100, filter: { text: $text }) { nodes { name acronym } }
    occupations(first: 100, filter: { text: $text }) { nodes { title } }
  }`;
  type Found = Record<'careers' | 'credentials' | 'occupations', { nodes: Record<string, string | string[] | null>[] }>;
  const found = (text: string | null) => ask<Found>(api, QUERY, { text });

  test.each(SIGNS)('%s', async (text) => {
    const [all, some] = [await found(null), await found(text)];
    for (const list of ['careers', 'credentials', 'occupations'] as const) {
      const expected = all[list].nodes.filter((node) =>
        Object.values(node)
          .flat()
          .some((value) => value?.toLowerCase().includes(text.toLowerCase())),
      );
      expect(some[list].nodes, list).toEqual(expected);
      expect(all[list].nodes.length, list).toBeGreaterThan(10);
    }
  });
});

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
    const chunked = new Request(GRAPHQL, {
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
  test('of 100,000 bytes: answered', async () => {
    const frame = JSON.stringify({ query: '{ __typename }', padding: '' });
    const body = JSON.stringify({ query: '{ __typename }', padding: 'x'.repeat(100_000 - frame.length) });
    expect(body).toHaveLength(100_000);
    expect((await post(body)).status).toBe(200);
  });
});

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
    const query = `{ ${Array.from({ length: 50 }, (_, index) => `nope${index}`).join(' ')} }`;
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
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('%s /graphql: 405 with Allow', async (method) => {
    const response = await send('/graphql', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
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

describe('a fault of the server', () => {
  test('is masked, with an id that finds the log line', async () => {
    const broken = await createTestApi();
    try {
      await broken.prisma.$executeRawUnsafe('DROP TABLE "claim" CASCADE');
      const query = '{ career(slug: "medical-office-manager") { claims { totalCount } } }';
      const answers = [await broken.query(query), await broken.query(query)];
      const ids = answers.map((answer) => {
        const error = onlyError(answer);
        expect(error.code).toBe('INTERNAL_SERVER_ERROR');
        expect(answer.data).toEqual({ career: null });
        expect(JSON.stringify(answer)).not.toMatch(
          /claim"|prisma|select|relation|public\.|stack|node_modules|packages\//i,
        );
        return answer.errors?.[0]?.extensions.id as string;
      });
      expect(new Set(ids).size).toBe(2);
      for (const [index, id] of ids.entries()) {
        expect(answers[index]?.errors?.[0]?.message).toContain(id);
        const lines = broken.logged.filter((line) => line.includes(id));
        expect(lines).toHaveLength(1);
        expect(lines[0]).toContain('does not exist');
      }
      expect(await broken.query('{ career(slug: "phlebotomist") { title } }')).toEqual({
        data: { career: { title: 'Phlebotomist' } },
      });
    } finally {
      await broken.close();
    }
  });

  test('/ready says no when the database is gone, /health goes on', async () => {
    const gone = await createTestApi();
    await gone.close();
    const ready = await gone.fetch(new Request('http://localhost/ready'));
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      status: 'not ready',
      reason: 'the database does not answer, or holds no release',
    });
    expect((await gone.fetch(new Request('http://localhost/health'))).status).toBe(200);
  });
});
