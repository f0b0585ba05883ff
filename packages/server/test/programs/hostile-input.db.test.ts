import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, onlyError } from '../support/ask.ts';
import { plantPrograms } from './planted.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', plantPrograms);
});
afterAll(() => api?.close());

const NEAR = 'near: { zip: { code: "99501", miles: 25 } }';
const query = (args: string) => `{ programs(${args}) { totalCount explanation fields { cipCode } nodes { id } } }`;

const OCCUPATION = 'occupation: "29-1141"';
const REFUSED: readonly (readonly [near: string, rest: string, argument: string])[] = [
  ['near: { zip: { code: "99501", miles: 0 } }', OCCUPATION, 'near.zip.miles'],
  ['near: { zip: { code: "99501", miles: -5 } }', OCCUPATION, 'near.zip.miles'],
  ['near: { zip: { code: "99501", miles: 1000000000 } }', OCCUPATION, 'near.zip.miles'],
  ['near: { zip: { code: "" } }', OCCUPATION, 'near.zip.code'],
  ['near: { zip: { code: "9950" } }', OCCUPATION, 'near.zip.code'],
  ['near: { zip: { code: "%_\' OR 1=1" } }', OCCUPATION, 'near.zip.code'],
  [`near: { zip: { code: "${'9'.repeat(10_000)}" } }`, OCCUPATION, 'near.zip.code'],
  ['near: { area: { country: "US" } }', OCCUPATION, 'near.area'],
  ['near: { area: { state: "Alaska!" } }', OCCUPATION, 'near.area.state'],
  ['near: { area: { metro: "1126" } }', OCCUPATION, 'near.area.metro'],
  ['near: { area: { county: "" } }', OCCUPATION, 'near.area.county'],
  ['near: { area: { zip: "9950" } }', OCCUPATION, 'near.area.zip'],
  ['near: { area: { code: "CBSA-😀" } }', OCCUPATION, 'near.area.code'],
  [NEAR, 'occupation: "nurse"', 'occupation'],
  [NEAR, 'cip: "51"', 'cip'],
  [NEAR, 'cip: "51.380"', 'cip'],
  [NEAR, `cip: "${'5'.repeat(10_000)}"`, 'cip'],
  [NEAR, 'cip: "😀 عربي"', 'cip'],
  [NEAR, '', 'career'],
  [NEAR, `${OCCUPATION}, cip: "51.38"`, 'career'],
  [NEAR, `${OCCUPATION}, levels: []`, 'levels'],
  [NEAR, `${OCCUPATION}, control: []`, 'control'],
  [NEAR, `${OCCUPATION}, first: 101`, 'first'],
  [NEAR, `${OCCUPATION}, first: 1, last: 1`, 'first'],
];

describe('hostile input', () => {
  test.each(REFUSED.map(([near, rest, argument]) => [`${near}, ${rest}`.slice(0, 80), near, rest, argument] as const))(
    '%s',
    async (_, near, rest, argument) => {
      const error = onlyError(await api.query(query(rest === '' ? near : `${near}, ${rest}`)));
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', argument });
      expect(error.message.length).toBeLessThan(400);
    },
  );

  test.each([
    ['both places', '{ zip: { code: "99501" }, area: { state: "AK" } }'],
    ['no place', '{}'],
    ['miles that are no whole number', '{ zip: { code: "99501", miles: 1.5 } }'],
    ['miles that are no number', '{ zip: { code: "99501", miles: NaN } }'],
  ])('%s', async (_, near) => {
    const answer = await api.query(query(`near: ${near}, ${OCCUPATION}`));
    expect(answer.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('a career of 10,000 characters is no career', async () => {
    const { programs } = await ask<{ programs: { explanation: string } }>(
      api,
      query(`${NEAR}, career: "${'x'.repeat(10_000)}"`),
    );
    expect(programs).toMatchObject({ totalCount: 0, fields: [] });
    expect(programs.explanation.length).toBeLessThan(120);
  });
});

test('a server without programs says so, unless the query is malformed', async () => {
  const empty = await createTestApi();
  try {
    const error = onlyError(await empty.query(query(`${NEAR}, occupation: "29-1141"`)));
    expect(error).toMatchObject({ code: 'NOT_AVAILABLE_YET', argument: 'near' });
    expect(error.message).toContain('this server has no programs of education');
    for (const [near, rest, argument] of REFUSED.filter(([, , argument]) => argument !== 'near.area')) {
      const malformed = onlyError(await empty.query(query([near, rest].filter((text) => text !== '').join(', '))));
      if (argument === 'first') expect(malformed.code).toBe('NOT_AVAILABLE_YET');
      else expect(malformed, `${near}, ${rest}`.slice(0, 80)).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    }
  } finally {
    await empty.close();
  }
});
