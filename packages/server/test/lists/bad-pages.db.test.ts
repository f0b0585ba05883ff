import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LISTS, onlyError, page, pageQuery, tryPage } from '../support/ask.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const career = (fields: string) => `{ career(slug: "medical-office-manager") { ${fields} } }`;

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
