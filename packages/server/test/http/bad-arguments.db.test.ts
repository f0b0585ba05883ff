import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, globalId, onlyError } from '../support/ask.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

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
    careers(first: 100, filter: { text: $text, field: [ADMINISTRATION, NURSING, DENTAL] }) { nodes { title summary alsoCalled } }
    credentials(first: 100, filter: { text: $text }) { nodes { name acronym } }
    occupations(first: 100, filter: { text: $text, under: "11-0000" }) { nodes { title } }
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
