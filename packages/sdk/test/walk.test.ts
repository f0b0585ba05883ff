import { readFileSync } from 'node:fs';
import { createCareerClient } from '@careergraph/sdk';
import { createTestApi, loadNursingPrograms, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertOccupations } from '../../server/test/onet/onet-rows.js';

let api: TestApi;
let client: ReturnType<typeof createCareerClient>;
beforeAll(async () => {
  api = await createTestApi('loaded', async (prisma) => {
    await insertOccupations(prisma);
    await loadNursingPrograms(prisma);
  });
  client = createCareerClient({
    endpoint: 'http://localhost/graphql',
    fetch: (url, init) => api.fetch(new Request(url, init)),
    cache: false,
  });
});
afterAll(() => api?.close());

const slug = 'medical-office-manager';
const code = '11-9111';
const OF_CAREERS = { careers: true, under: '29-2000' } as const;
const OF_FIELD = { field: ['NURSING' as const, 'DENTAL' as const, 'IMAGING' as const] };
const IN_ALASKA = { near: { area: { state: 'AK' } }, occupation: '29-1141' } as const;
const STATES = { slug, kind: 'STATE', occupation: '43-6011' } as const;

/** Every connection of the API: the number of its items, and a walk over them in pages of a size. */
const LISTS = {
  careers: [
    async () => (await client.careers({ filter: OF_FIELD })).data.careers,
    (first: number) => client.careers.all({ filter: OF_FIELD, first }),
  ],
  areas: [async () => (await client.areas()).data.areas, (first: number) => client.areas.all({ first })],
  occupations: [
    async () => (await client.occupations({ filter: OF_CAREERS })).data.occupations,
    (first: number) => client.occupations.all({ filter: OF_CAREERS, first }),
  ],
  credentials: [
    async () => (await client.credentials()).data.credentials,
    (first: number) => client.credentials.all({ first }),
  ],
  salaries: [
    async () => (await client.salaries(STATES)).data.career?.salaries,
    (first: number) => client.salaries.all({ ...STATES, first }),
  ],
  claims: [
    async () => (await client.claims({ slug })).data.career?.claims,
    (first: number) => client.claims.all({ slug, first }),
  ],
  programs: [
    async () => (await client.programs(IN_ALASKA)).data.programs,
    (first: number) => client.programs.all({ ...IN_ALASKA, first }),
  ],
  titles: [
    async () => (await client.titles({ code })).data.occupation?.alternateTitles,
    (first: number) => client.titles.all({ code, first }),
  ],
  technology: [
    async () => (await client.technology({ code })).data.occupation?.technology,
    (first: number) => client.technology.all({ code, first }),
  ],
} as const;

test('every connection of the contract is walked, but for what a search found', () => {
  const contract = readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8');
  const connections = new Set(contract.match(/\): \w+Connection!/g));
  expect(connections.delete('): SearchConnection!')).toBe(true);
  expect(connections).toHaveProperty('size', Object.keys(LISTS).length);
});

describe.each(Object.entries(LISTS))('%s', (_name, [page, all]) => {
  test('every size of page from 1 to 100 leads through the same list', async () => {
    const whole = await collect<unknown>(all(100));
    expect(whole.length).toBeGreaterThan(2);
    expect(whole).toHaveLength((await page())?.totalCount ?? expect.fail('There is no such list.'));
    expect(new Set(whole.map((item) => JSON.stringify(item))).size).toBe(whole.length);
    // A page larger than the list is the list; one such size stands for all of them.
    const largest = Math.min(99, whole.length + 1);
    for (let size = 1; size <= largest; size += 1) expect(await collect<unknown>(all(size))).toEqual(whole);
  });
});

test('a list of what does not exist has no items', async () => {
  expect(await collect(client.claims.all({ slug: 'astronaut' }))).toEqual([]);
});

test('a page is asked for when the loop comes to it', async () => {
  let requests = 0;
  const counting = createCareerClient({
    endpoint: 'http://localhost/graphql',
    fetch: (url, init) => {
      requests += 1;
      return api.fetch(new Request(url, init));
    },
  });
  const walk = counting.careers.all({ first: 10 });
  for (let item = 0; item < 10; item += 1) await walk.next();
  expect(requests).toBe(1);
  await walk.next();
  expect(requests).toBe(2);
  await walk.return();
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
