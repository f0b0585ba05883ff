import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type List, onlyError, tryPage } from '../support/ask.js';
import { walk } from '../support/walk.js';
import { insertOccupations } from './onet-rows.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertOccupations);
});
afterAll(() => api?.close());

const inside = 'occupation(code: "11-9111")';
const TITLES: List = { name: 'alternateTitles', field: 'alternateTitles', key: 'provenance { row }', inside };
const TECHNOLOGY: List = { name: 'technology', field: 'technology', key: 'name', inside };

describe.each([
  [TITLES, 7],
  [TECHNOLOGY, 3],
] as const)('$name', (list, total) => {
  test.each([1, 2, 3, 100])('pages of %i lead through the whole list, either way', async (size) => {
    const forward = await walk(api, list, size, 'forward', total);
    const backward = await walk(api, list, size, 'backward', total);
    expect(backward).toEqual(forward);
    expect(new Set(forward.cursors).size).toBe(total);
  });

  test('first: 1000000000 is refused', async () => {
    expect(onlyError(await tryPage(api, list, { first: 1_000_000_000 }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'first',
    });
  });

  test('a cursor of another list is refused', async () => {
    const { cursors } = await walk(api, list === TITLES ? TECHNOLOGY : TITLES, 100, 'forward', list === TITLES ? 3 : 7);
    expect(onlyError(await tryPage(api, list, { first: 1, after: cursors[0] }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'after',
    });
  });
});

test('pages of different sizes in one request do not mix', async () => {
  const { data } = await api.query(`{ occupation(code: "11-9111") {
    two: technology(first: 2) { nodes { name } }
    last: technology(last: 1) { nodes { name } }
    titles: alternateTitles(first: 1) { nodes { title } }
  } }`);
  expect(data?.occupation).toEqual({
    two: { nodes: [{ name: 'Adobe Acrobat' }, { name: '3DGrid HIPAA Checkup' }] },
    last: { nodes: [{ name: 'AcuStaf' }] },
    titles: { nodes: [{ title: 'Clinic Director' }] },
  });
});
