import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { createTestDatabase, endOf, environmentOf, type SpawnedServer, spawnServer } from '@careergraph/testkit';
import { inCi } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../start/free-port.js';
import { ask, haveNginx, keepingAgent, type NginxProxy, nginxSkipped, type Reply, startNginx } from './nginx.js';

/** nginx as deploy/nginx.conf sets it up, before two servers on one database. */

const CLIENTS = 8;
const QUESTION = '{ career(slug: "registered-nurse") { title salary { median { display } } } }';
const ANSWER = { data: { career: { title: 'Registered Nurse', salary: { median: { display: '$97,550' } } } } };
const GET = `/careers-api/graphql?query=${encodeURIComponent(QUESTION)}`;

describe.skipIf(!haveNginx && !inCi)(`nginx before two servers${nginxSkipped}`, () => {
  let environment: Record<string, string>;
  let ports: readonly [number, number];
  let servers: [SpawnedServer, SpawnedServer];
  let proxy: NginxProxy;
  let remove: () => Promise<void>;

  const startServer = (port: number) =>
    spawnServer({
      ...environment,
      PORT: String(port),
      CAREERGRAPH_DRAIN_SECONDS: '3',
      CAREERGRAPH_TRUSTED_PROXIES: '127.0.0.1',
      CAREERGRAPH_ANONYMOUS_BUDGET: '0',
    });

  beforeAll(async () => {
    const database = await createTestDatabase('loaded');
    remove = database.remove;
    environment = environmentOf(database.location);
    ports = [await freePort(), await freePort()];
    servers = [startServer(ports[0]), startServer(ports[1])];
    proxy = await startNginx(ports);
    await Promise.all(servers.map(({ url }) => url));
  });
  afterAll(async () => {
    await proxy?.stop();
    for (const server of servers ?? []) server.kill('SIGKILL');
    await Promise.all((servers ?? []).map(({ ended }) => ended));
    await remove?.();
  });

  /** Each client asks by GET and by POST what nobody asked before, on a connection that it keeps. */
  async function askedMeanwhile(work: () => Promise<void>): Promise<readonly string[]> {
    let isDone = false;
    const outcomes: string[] = [];
    const asking = Array.from({ length: CLIENTS }, async (_, client) => {
      const agent = keepingAgent();
      for (let question = 0; !isDone; question++) {
        const query = `# ${client} ${question} ${Date.now()}\n${QUESTION}`;
        const reply = await (question % 2 === 0
          ? ask(proxy.port, `/careers-api/graphql?query=${encodeURIComponent(query)}`, { agent })
          : ask(proxy.port, '/careers-api/graphql', { body: JSON.stringify({ query }), agent })
        ).catch((error: Error) => error);
        outcomes.push(reply instanceof Error ? reply.message : `${reply.status} ${reply.body}`);
      }
      agent.destroy();
    });
    await work();
    isDone = true;
    await Promise.all(asking);
    return outcomes;
  }

  const restart = async (index: 0 | 1, signal: 'SIGTERM' | 'SIGKILL') => {
    servers[index].kill(signal);
    await endOf(servers[index]);
    await sleep(200);
    servers[index] = startServer(ports[index]);
    await servers[index].url;
  };

  test('a question without TLS is sent on to TLS', async () => {
    const reply = await fetch(`http://127.0.0.1:${proxy.plainPort}/careers-api/`, { redirect: 'manual' });
    expect([reply.status, reply.headers.get('location')]).toEqual([
      301,
      expect.stringMatching(/^https:\/\/.*\/careers-api\/$/),
    ]);
  });

  test('the playground works below the path: what its page names is there', async () => {
    const page = await ask(proxy.port, '/careers-api/');
    expect(page).toMatchObject({ status: 200, headers: { 'strict-transport-security': 'max-age=31536000' } });
    const named = [...page.body.toString().matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    const own = named.filter((path) => !/^[a-z]+:/.test(path));
    expect(own.filter((path) => path.startsWith('/'))).toEqual([]);
    for (const path of own) {
      const { pathname } = new URL(path, 'https://careers.example/careers-api/');
      expect([path, (await ask(proxy.port, pathname)).status]).toEqual([path, 200]);
    }
    expect(await ask(proxy.port, '/careers-api')).toMatchObject({
      status: 308,
      headers: { location: expect.stringMatching(/\/careers-api\/$/) },
    });
  });

  test('an answer to GET is kept by nginx for each encoding, and passes as the server compressed it', async () => {
    const states: unknown[] = [];
    let last: Reply | undefined;
    for (const encoding of ['br', 'br', 'gzip', 'gzip']) {
      last = await ask(proxy.port, GET, { headers: { 'accept-encoding': encoding } });
      states.push([last.headers['x-cache'], last.headers['content-encoding'] ?? 'plain']);
      if (encoding === 'br' && last.headers['content-encoding'] === 'br') {
        expect(JSON.parse(brotliDecompressSync(last.body).toString())).toEqual(ANSWER);
      }
    }
    expect(states.map((state) => (state as string[])[0])).toEqual(['MISS', 'HIT', 'MISS', 'HIT']);
    expect(await ask(proxy.port, GET, { headers: { authorization: 'Bearer cg_wrong' } })).toMatchObject({
      status: 401,
    });
    const post = await ask(proxy.port, '/careers-api/graphql', { body: JSON.stringify({ query: QUESTION }) });
    expect([post.status, JSON.parse(post.body.toString()), post.headers['x-cache']]).toEqual([200, ANSWER, undefined]);
  });

  test('/ready and /health are those of a server', async () => {
    expect(await ask(proxy.port, '/careers-api/ready')).toMatchObject({ status: 200 });
    expect(await ask(proxy.port, '/careers-api/health')).toMatchObject({ status: 200 });
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'one after the other is ended by %s and started again: no request is lost',
    async (signal) => {
      const outcomes = await askedMeanwhile(async () => {
        await restart(0, signal);
        await sleep(1_500);
        await restart(1, signal);
      });
      expect(new Set(outcomes)).toEqual(new Set([`200 ${JSON.stringify(ANSWER)}`]));
      expect(outcomes.length).toBeGreaterThan(CLIENTS);
    },
  );
});
