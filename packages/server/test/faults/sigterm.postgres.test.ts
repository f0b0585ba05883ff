import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { endOf, environmentOf, type SpawnedServer } from '@careergraph/testkit';
import { describe, expect, test } from 'vitest';
import { database, start } from '../start/starting.js';

const CLIENTS = 32;

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
}

function send(url: URL, agent: Agent | false, body?: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
    })
      .on('error', reject)
      .end(body);
  });
}

/** Asks what was not asked before, and takes some time to answer. */
function ask(url: string, agent: Agent | false, name: string): Promise<Reply> {
  const query = `{ ${name}: occupations(first: 20, filter: { level: DETAILED }) { nodes { code salary { median { display } } } } }`;
  return send(new URL('graphql', url), agent, JSON.stringify({ query }));
}

/** Asks on one connection until the server says that it closes it. */
async function untilClosed(url: string, client: number): Promise<(number | undefined)[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const statuses: (number | undefined)[] = [];
  try {
    for (let question = 0; ; question++) {
      const { status, headers } = await ask(url, agent, `q${client}_${question}`);
      statuses.push(status);
      if (headers.connection === 'close') return statuses;
    }
  } finally {
    agent.destroy();
  }
}

/** A fast machine would use up the budget of a minute. */
const UNDER_LOAD = { CAREERGRAPH_DRAIN_SECONDS: '3', CAREERGRAPH_ANONYMOUS_BUDGET: '0' };

async function stopUnderLoad(server: SpawnedServer): Promise<void> {
  const url = await server.url;
  const asking = Array.from({ length: CLIENTS }, (_, client) => untilClosed(url, client));
  await sleep(1_000);
  // A load balancer that keeps a connection and has not noticed yet.
  const idle = new Agent({ keepAlive: true, maxSockets: 1 });
  expect(await send(new URL('health', url), idle)).toMatchObject({ status: 200 });
  server.kill('SIGTERM');
  const isLeaving = { status: 503, headers: { connection: 'close' } };
  await expect.poll(() => send(new URL('ready', url), false), { interval: 20 }).toMatchObject(isLeaving);
  expect(await send(new URL('health', url), idle)).toMatchObject({ status: 200, headers: { connection: 'close' } });
  idle.destroy();
  // Those that connect again because they were told to close.
  for (let again = 0; again < 5; again++) {
    expect(await send(new URL('health', url), false)).toMatchObject({ status: 200, headers: { connection: 'close' } });
  }
  const replies = (await Promise.all(asking)).flat();
  expect(new Set(replies)).toEqual(new Set([200]));
  expect(replies.length).toBeGreaterThan(CLIENTS);
  expect(await endOf(server)).toMatchObject({ code: 0, signal: null, stderr: '' });
  await expect(send(new URL('health', url), false)).rejects.toThrow('ECONNREFUSED');
}

describe('SIGTERM under load: /ready says no, every request on a kept connection is answered, then the server ends', () => {
  test('with one process', async () => {
    await stopUnderLoad(start({ ...environmentOf(await database('loaded')), ...UNDER_LOAD }));
  });

  test('with two', async () => {
    await stopUnderLoad(start({ ...environmentOf(await database('loaded')), ...UNDER_LOAD, WORKERS: '2' }));
  });
});
