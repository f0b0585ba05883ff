import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, globalId } from '../support/ask.ts';
import { MADE_UP, plantPrograms } from './planted.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', plantPrograms);
});
afterAll(() => api?.close());

describe('by global ID', () => {
  test('a program and its institution', async () => {
    const id = globalId('Program', '102845/51.3801/3');
    const institution = globalId('Institution', '102845');
    const answer = await ask(
      api,
      `{ node(id: "${id}") { id ... on Program { level distanceMiles distanceReason completions { value } institution { id } } }
         other: node(id: "${institution}") { ... on Institution { name state { code } areaCode control open websiteUrl
           provenance { row file { name } } } } }`,
    );
    expect(answer).toEqual({
      node: {
        ...{
          id,
          level: 'ASSOCIATE',
          distanceMiles: null,
          completions: { value: 70 },
          institution: { id: institution },
        },
        distanceReason: 'The program was fetched by its ID, and not in a list near a place.',
      },
      other: {
        ...{ name: 'Charter College', state: { code: 'US-AK' }, areaCode: 'CBSA-11260' },
        ...{ control: 'PRIVATE_FOR_PROFIT', open: true, websiteUrl: 'https://chartercollege.edu/' },
        provenance: { row: 64, file: { name: 'hd2024.csv' } },
      },
    });
  });

  test('a closed institution is still found, and is not open', async () => {
    const id = globalId('Institution', String(MADE_UP.closed.unitId));
    expect(await ask(api, `{ node(id: "${id}") { ... on Institution { open } } }`)).toEqual({ node: { open: false } });
  });

  test.each([
    ...['102845/51.3801/99', '102845/51.3801', '99999999/51.3801/3', '900003/51.3802/5', '-1/51.3801/3', 'x'].map(
      (key) => ['Program', key] as const,
    ),
    ...['1', '-102845', '102845.0', '99999999999999'].map((key) => ['Institution', key] as const),
  ])('no %s has the key %s', async (type, key) => {
    expect(await ask(api, `{ node(id: "${globalId(type, key)}") { id } }`)).toEqual({ node: null });
  });
});
