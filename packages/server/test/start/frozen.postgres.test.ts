import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const ask = () =>
  api.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ career(slug: "emt") { salary { median { display } } } }' }),
    }),
  );

test('a frozen table is 503 with Retry-After, not a missing figure; the first question after it is answered', async () => {
  let thaw = () => {};
  const thawed = new Promise<void>((resolve) => {
    thaw = resolve;
  });
  let frozen = () => {};
  const isFrozen = new Promise<void>((resolve) => {
    frozen = resolve;
  });
  const freeze = api.prisma.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe('lock table wage_estimate in access exclusive mode');
      frozen();
      await thawed;
    },
    { timeout: 30_000 },
  );
  await isFrozen;
  const response = await ask();
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['DATABASE_UNAVAILABLE']);
  expect(JSON.stringify(errors)).not.toMatch(/prisma|57014|statement/i);
  thaw();
  await freeze;
  expect(await (await ask()).json()).toEqual({
    data: { career: { salary: { median: { display: expect.stringMatching(/^\$\d\d,\d{3}$/) as string } } } },
  });
});
