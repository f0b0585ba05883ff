import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { loadContent, readContent } from '@careergraph/content';
import { connectRedis } from '@careergraph/server';
import { createTestApi, type Fetch, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { copyOfGuides, edit } from '../start/starting.js';
import { haveRedis, REDIS_URL, redisProxy, redisSkipped } from './redis.js';
import { apiWith, getRequest } from './requests.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const QUERY = '{ emt: career(slug: "emt") { title } areas(first: 100) { nodes { name } } }';

/** A question that nobody has asked before. */
const newQuestion = () => `# ${randomUUID()}\n${QUERY}`;

/** A server with memory of its own, and the messages that it logs about Redis. */
async function serverWith(url: string, of = api): Promise<{ to: Fetch; logged: string[] }> {
  const logged: string[] = [];
  const log = (message: string) => void logged.push(message);
  const sharedAnswers = connectRedis(url, { info: log, error: log });
  onTestFinished(() => sharedAnswers.close());
  return { to: await apiWith(of, { sharedAnswers }), logged };
}

const ask = (to: Fetch, query: string, encoding = 'identity') =>
  to(getRequest({ query }, { 'accept-encoding': encoding }));
const statusOf = async (to: Fetch, query: string) => (await ask(to, query)).headers.get('cache-status');
const HIT = 'CareerGraph; hit';
const MISS = 'CareerGraph; fwd=miss';

/** Asks new questions until two servers share their answers. */
async function untilShared(one: Fetch, other: Fetch): Promise<void> {
  for (;;) {
    const query = newQuestion();
    await statusOf(one, query);
    if ((await statusOf(other, query)) === HIT) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe.runIf(haveRedis || process.env.CI)(`answers in Redis${redisSkipped}`, () => {
  test('are computed by one server and used by the others, in each encoding', async () => {
    const [one, other] = [await serverWith(REDIS_URL), await serverWith(REDIS_URL)];
    await untilShared(one.to, other.to);
    const query = newQuestion();
    for (const encoding of ['identity', 'gzip', 'br']) {
      const first = await ask(one.to, query, encoding);
      const second = await ask(other.to, query, encoding);
      expect([encoding, second.headers.get('cache-status')]).toEqual([encoding, HIT]);
      for (const name of ['etag', 'content-encoding', 'content-type', 'cache-control']) {
        expect([name, second.headers.get(name)]).toEqual([name, first.headers.get(name)]);
      }
      expect(Buffer.from(await second.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(true);
    }
    expect([one.logged, other.logged]).toEqual([[], []]);
  });

  test('belong to the releases they were computed from', async () => {
    const edited = await createTestApi();
    onTestFinished(() => edited.close());
    const guides = await copyOfGuides();
    await edit(join(guides, 'careers/emt.yaml'), 'title: EMT', 'title: Ambulance Technician');
    await loadContent(edited.database, await readContent(guides));
    const [one, other] = [await serverWith(REDIS_URL), await serverWith(REDIS_URL, edited)];
    await untilShared(one.to, (await serverWith(REDIS_URL)).to);
    const query = newQuestion();
    const titles = [];
    for (const { to } of [one, other, one, other]) {
      const { data } = (await (await ask(to, query)).json()) as { data: { emt: { title: string } } };
      titles.push(data.emt.title);
    }
    expect(titles).toEqual(['EMT', 'Ambulance Technician', 'EMT', 'Ambulance Technician']);
  });

  test('are missed, not waited for, while Redis is frozen, and used again afterwards', async () => {
    const proxy = await redisProxy();
    const [one, other] = [await serverWith(REDIS_URL), await serverWith(proxy.url)];
    await untilShared(one.to, other.to);
    const query = newQuestion();
    await statusOf(one.to, query);
    proxy.freeze();
    expect(await statusOf(other.to, query)).toBe(MISS);
    expect(await statusOf(other.to, query)).toBe(HIT);
    expect(await statusOf(other.to, newQuestion())).toBe(MISS);
    proxy.cut();
    proxy.restore();
    await untilShared(one.to, other.to);
  });

  test('are missed while Redis is gone, which is logged once, and used again afterwards', async () => {
    const proxy = await redisProxy();
    const [one, other] = [await serverWith(REDIS_URL), await serverWith(proxy.url)];
    await untilShared(one.to, other.to);
    proxy.cut();
    for (const _ of [1, 2, 3]) expect(await statusOf(other.to, newQuestion())).toBe(MISS);
    await expect.poll(() => other.logged).toEqual(['Redis does not answer; answers are not shared']);
    proxy.restore();
    await untilShared(one.to, other.to);
    expect(other.logged).toEqual([
      'Redis does not answer; answers are not shared',
      'Redis answers again; answers are shared',
    ]);
  });
});

test('a server starts and answers where there is no Redis', async () => {
  const { to, logged } = await serverWith('redis://127.0.0.1:1');
  const query = newQuestion();
  expect([await statusOf(to, query), await statusOf(to, query)]).toEqual([MISS, HIT]);
  await expect.poll(() => logged).toEqual(['Redis does not answer; answers are not shared']);
});
