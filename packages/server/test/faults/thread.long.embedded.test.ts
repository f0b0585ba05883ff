import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openDatabase } from '@careergraph/db';
import { environmentOf, tableCounts } from '@careergraph/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { ask, codeOf } from '../limits/serving.js';
import { freePort } from '../start/free-port.js';
import { answerOf, COUNT, COUNTED, database, folder, start, stop } from '../start/starting.js';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The heap of each thread is small, so that it is full soon. */
const NODE_OPTIONS = `--max-old-space-size=256 --require ${file('full-heap.cjs')}`;

const ENDED = 'the thread of the embedded database ended and is replaced';

const wageOf = (slug: string) => `{ career(slug: "${slug}") { salary { median { amount } } } }`;
const SLUGS = ['emt', 'registered-nurse', 'phlebotomist', 'medical-office-manager'];

test('a thread of the embedded database that ends: what waited gets 503, and the next thread answers', async () => {
  const crashes = await folder();
  const location = await database('loaded');
  const before = await tableCounts(location);
  const port = await freePort();
  const server = start({
    ...environmentOf(location),
    NODE_OPTIONS,
    CRASH_FOLDER: crashes,
    METRICS_PORT: String(port),
  });
  const url = await server.url;
  expect(await answerOf(url, COUNT)).toEqual(COUNTED);

  writeFileSync(join(crashes, 'block'), '');
  while (existsSync(join(crashes, 'block'))) await sleep(20);
  const waiting = SLUGS.map((slug) => ask(url, wageOf(slug)));
  const running = `careergraph_executions{state="running"} ${SLUGS.length}\n`;
  while (!(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).includes(running)) await sleep(20);
  writeFileSync(join(crashes, 'go'), '');

  for (const reply of await Promise.all(waiting)) {
    expect([reply.status, codeOf(reply), reply.headers['retry-after']]).toEqual([503, 'DATABASE_UNAVAILABLE', '2']);
  }
  expect(await answerOf(url, COUNT)).toEqual(COUNTED);
  for (const slug of SLUGS) {
    let reply = await ask(url, wageOf(slug));
    while (reply.status === 503) {
      await sleep(100);
      reply = await ask(url, wageOf(slug));
    }
    expect(reply.body).toEqual({ data: { career: { salary: { median: { amount: expect.any(Number) } } } } });
  }
  while ((await fetch(new URL('ready', url))).status !== 200) await sleep(100);
  const { stderr } = await stop(server);
  expect(stderr).toContain(
    `${ENDED} {"reason":"Worker terminated due to reaching memory limit: JS heap out of memory"}`,
  );
  expect(stderr.split(ENDED)).toHaveLength(2);
  expect(await tableCounts(location)).toEqual(before);
});

test('a session whose thread has ended never goes on within a session of the next thread', async () => {
  const env = {
    PATH: process.env.PATH,
    ...environmentOf(await database('loaded')),
    NODE_OPTIONS,
    CRASH_FOLDER: await folder(),
  };
  const { stdout } = await promisify(execFile)(process.execPath, [file('lost-session.mjs')], { env });
  expect(JSON.parse(stdout)).toEqual({
    faults: [expect.stringContaining(ENDED)],
    met: [
      'UNREACHABLE',
      ...Array.from({ length: 20 }, () => 'Transaction N of the embedded database has ended.'),
      'The session is over.',
    ],
    tables: [{ isLost: true, kept: 20 }],
  });
});

test('what the database has answered is not kept', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { prisma, close } = await openDatabase(await database('empty'));
  onTestFinished(close);
  const heapAfter = async (statements: number) => {
    for (let time = 0; time < statements; time += 1)
      await prisma.$queryRaw`select i, repeat('x', 100) as text from generate_series(1, 50) i`;
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = await heapAfter(500);
  expect((await heapAfter(2_000)) - before).toBeLessThan(10_000_000);
});
