import { createServer } from 'node:net';
import { environmentOf } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { freePort } from './free-port.js';
import { processesOf } from './processes.js';
import { answerOf, database, start, stop } from './starting.js';

/** The samples of `/metrics` by name and labels. */
async function samplesAt(port: number): Promise<Map<string, number>> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain/)]);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line): [string, number] => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

const requests = (store: string, result: string) =>
  `careergraph_store_requests_total{store="${store}",result="${result}"}`;
const PAY = '{ career(slug: "emt") { salary { median { amount } } } }';

test.each([1, 2])('METRICS_PORT with %d processes: hits and sizes of both stores', async (workers) => {
  const port = await freePort();
  const server = start({
    ...environmentOf(await database('loaded')),
    METRICS_PORT: String(port),
    WORKERS: String(workers),
  });
  const url = await server.url;
  const before = await samplesAt(port);
  expect(before.get(requests('answers', 'hit'))).toBe(0);
  expect(before.get('careergraph_store_entries{store="rows"}')).toBe(0);
  for (let time = 0; time < 8; time++) await answerOf(url, PAY);
  const after = await samplesAt(port);
  const misses = after.get(requests('answers', 'miss')) as number;
  // Each process computes the answer once.
  expect(misses).toBeGreaterThan(0);
  expect(misses).toBeLessThanOrEqual(workers);
  expect(after.get(requests('answers', 'hit'))).toBe(8 - misses);
  // Plain, and in the encoding that was requested.
  expect(after.get('careergraph_store_entries{store="answers"}')).toBe(2 * misses);
  expect(after.get('careergraph_store_bytes{store="rows"}')).toBeGreaterThan(0);
  // The index is built at the first search, in the process that gets it.
  expect(after.get('careergraph_store_bytes{store="search"}')).toBe(0);
  await answerOf(url, '{ search(text: "emt") { totalCount } }');
  const searched = await samplesAt(port);
  const titles = searched.get('careergraph_store_entries{store="search"}') as number;
  expect(titles).toBeGreaterThan(0);
  expect(searched.get('careergraph_store_bytes{store="search"}')).toBeGreaterThan(100 * titles);
  expect(searched.get(requests('search', 'miss'))).toBe(1);
  expect(searched.get(requests('search', 'hit'))).toBe(0);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  await stop(server);
});

test('while a process is frozen or replaced, the metrics are those of the others', async () => {
  const port = await freePort();
  const server = start({ ...environmentOf(await database('loaded')), METRICS_PORT: String(port), WORKERS: '2' });
  const url = await server.url;
  await answerOf(url, PAY);
  const asked = async () => {
    const samples = await samplesAt(port);
    return (samples.get(requests('answers', 'hit')) as number) + (samples.get(requests('answers', 'miss')) as number);
  };
  expect(await asked()).toBe(1);
  const [first, second] = processesOf(server) as [number, number];
  const withOneFrozen = [];
  for (const frozen of [first, second]) {
    process.kill(frozen, 'SIGSTOP');
    withOneFrozen.push(await asked());
    process.kill(frozen, 'SIGCONT');
  }
  expect(withOneFrozen.sort()).toEqual([0, 1]);
  process.kill(first, 'SIGKILL');
  // From the death of one process to the answers of the next, which has been asked nothing.
  while (!processesOf(server).some((id) => id !== first && id !== second)) await asked();
  for (let time = 0; time < 10; time++) expect(await asked()).toBeLessThanOrEqual(1);
  await stop(server);
}, 120_000);

test('a port of the metrics that is in use stops the start', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };
  const { code, stderr } = await start({
    ...environmentOf(await database('loaded')),
    METRICS_PORT: String(port),
  }).ended;
  server.close();
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining(`Port ${port} of 127.0.0.1 is in use by another program`),
  ]);
});
