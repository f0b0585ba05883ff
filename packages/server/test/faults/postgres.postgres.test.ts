import { setTimeout as sleep } from 'node:timers/promises';
import { onServer, type SpawnedServer, spawnServer } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clustersSkipped, createCluster, haveClusters } from '../deployment/clusters.js';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.js';

/** A request without an answer after this hangs. */
const HANGS_MS = 20_000;

/** Far more than a restart takes on a busy machine. */
const SOON = { timeout: 60_000, interval: 50 };

const ANSWERED = '200';
const UNAVAILABLE = '503 DATABASE_UNAVAILABLE, retry after 2';

let cluster: Awaited<ReturnType<typeof createCluster>>['cluster'];
let removeCluster: () => Promise<void>;
let proxy: TcpProxy;
let server: SpawnedServer;
/** Keeps answers, and computes two at the same time. */
let small: SpawnedServer;
let questions = 0;

/** Asks the same document again, and one that was never asked before, in turn. */
async function ask(of = server): Promise<string> {
  const name = questions++ % 2 === 0 ? 'again' : `q${questions}`;
  const query = `{ ${name}: career(slug: "medical-office-manager") { salary { median { display } } } }`;
  const response = await fetch(new URL('graphql', await of.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(HANGS_MS),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  const after = response.headers.get('retry-after');
  const code = errors ? ` ${errors[0]?.extensions.code}` : '';
  return `${response.status}${code}${after === null ? '' : `, retry after ${after}`}`;
}

const askMany = (count: number, of = server) => Promise.all(Array.from({ length: count }, () => ask(of)));

async function ready(): Promise<number> {
  const { status } = await fetch(new URL('ready', await server.url), { signal: AbortSignal.timeout(HANGS_MS) });
  return status;
}

/** Runs SQL past the proxy, in another database, which a test cannot spoil. */
const onCluster = (sql: string) => onServer(`postgres://postgres@127.0.0.1:${cluster.port}/postgres`, sql);

/** Idle connections would still be used. */
const endConnections = () =>
  onCluster("select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename in ('reader', 'nobody')");

describe.runIf(haveClusters || process.env.CI)(
  `a server and its database${clustersSkipped}`,
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      const created = await createCluster();
      cluster = created.cluster;
      removeCluster = created.remove;
      await onCluster('create role reader login superuser');
      proxy = await openTcpProxy(cluster.port);
      server = spawnServer({
        DATABASE_URL: `postgres://reader@127.0.0.1:${proxy.port}/careergraph`,
        CAREERGRAPH_ANSWER_MB: '0',
        CAREERGRAPH_ROW_MB: '0',
      });
      await server.url;
      small = spawnServer({
        DATABASE_URL: `postgres://reader@127.0.0.1:${proxy.port}/careergraph`,
        CAREERGRAPH_MAX_REQUESTS: '2',
      });
      await small.url;
    }, 120_000);

    afterAll(async () => {
      for (const one of [server, small]) one?.kill('SIGTERM');
      await Promise.all([server, small].map((one) => one?.ended));
      proxy?.close();
      await removeCluster?.();
    });

    test('the network drops bytes for 6 s with 20 requests in flight: 503, and the first request afterwards is answered', async () => {
      expect(await askMany(10)).toEqual(Array(10).fill(ANSWERED));
      proxy.drop();
      const inFlight = askMany(20);
      const later: Promise<string>[] = [];
      for (let second = 0; second < 6; second++) {
        later.push(ask());
        await sleep(1_000);
      }
      expect(await ready()).toBe(503);
      expect(await inFlight).toEqual(Array(20).fill(UNAVAILABLE));
      proxy.restore();
      expect([await ask(), await ready()]).toEqual([ANSWERED, 200]);
      await Promise.all(later);
      expect(await askMany(20)).toEqual(Array(20).fill(ANSWERED));
    });

    test('a database that is frozen: 503; thawed, the first request is answered', async () => {
      expect(await askMany(10)).toEqual(Array(10).fill(ANSWERED));
      await cluster.freeze();
      expect(await askMany(20)).toEqual(Array(20).fill(UNAVAILABLE));
      expect(await ready()).toBe(503);
      await cluster.thaw();
      expect([await ask(), await ready()]).toEqual([ANSWERED, 200]);
    });

    test('a database that is killed: 503; started again, the first request is answered', async () => {
      expect(await askMany(10)).toEqual(Array(10).fill(ANSWERED));
      await cluster.kill();
      expect(await askMany(20)).toEqual(Array(20).fill(UNAVAILABLE));
      expect(await ready()).toBe(503);
      await cluster.start();
      expect([await ask(), await ready()]).toEqual([ANSWERED, 200]);
    });

    test('a network that refuses: 503; the first request afterwards is answered', async () => {
      proxy.refuse();
      expect(await askMany(20)).toEqual(Array(20).fill(UNAVAILABLE));
      proxy.restore();
      expect(await askMany(20)).toEqual(Array(20).fill(ANSWERED));
    });

    test('a network that is slow is waited for; one that is too slow is 503', async () => {
      proxy.delay(100);
      expect(await askMany(3)).toEqual(Array(3).fill(ANSWERED));
      proxy.delay(4_000);
      expect(await ask()).toBe(UNAVAILABLE);
      proxy.restore();
      expect(await ask()).toBe(ANSWERED);
    });

    test('no connection is free: 503; the first request afterwards is answered', async () => {
      await onCluster('alter role reader connection limit 0 nosuperuser');
      await endConnections();
      expect(await askMany(5)).toEqual(Array(5).fill(UNAVAILABLE));
      await onCluster('alter role reader connection limit -1 superuser');
      expect(await askMany(5)).toEqual(Array(5).fill(ANSWERED));
    });

    test('a login that is refused: 503; the first request afterwards is answered', async () => {
      await onCluster('alter role reader nologin');
      await endConnections();
      expect(await askMany(5)).toEqual(Array(5).fill(UNAVAILABLE));
      expect(await ready()).toBe(503);
      await onCluster('alter role reader login');
      expect([await ask(), await ready()]).toEqual([ANSWERED, 200]);
    });

    test('a role that is renamed: 503; the first request afterwards is answered', async () => {
      await onCluster('alter role reader rename to nobody');
      await endConnections();
      expect(await askMany(5)).toEqual(Array(5).fill(UNAVAILABLE));
      await onCluster('alter role nobody rename to reader');
      expect(await ask()).toBe(ANSWERED);
    });

    test('a database that is read-only answers', async () => {
      await onCluster('alter role reader set default_transaction_read_only = on');
      await endConnections();
      await expect.poll(ask, SOON).toBe(ANSWERED);
      expect(await askMany(20)).toEqual(Array(20).fill(ANSWERED));
      await onCluster('alter role reader reset default_transaction_read_only');
    });

    test('kept answers go on, marked as stale, and requests beyond the bound are refused, while the database is silent', async () => {
      const kept = async () => {
        const url = new URL('graphql?query={career(slug:"emt"){title}}', await small.url);
        const { status, headers } = await fetch(url, { signal: AbortSignal.timeout(HANGS_MS) });
        return `${status} ${headers.get('cache-status')}`;
      };
      expect(await kept()).toBe('200 CareerGraph; fwd=miss');
      // It has noticed that the fault of the test before is over.
      await expect.poll(kept, SOON).toBe('200 CareerGraph; hit');
      proxy.drop();
      const overloaded = '503 OVERLOADED, retry after 1';
      const replies = askMany(10, small);
      await expect.poll(kept, SOON).toBe('200 CareerGraph; hit; detail=stale');
      expect(new Set(await replies)).toEqual(new Set([UNAVAILABLE, overloaded]));
      proxy.restore();
      expect(await askMany(2, small)).toEqual([ANSWERED, ANSWERED]);
      await expect.poll(kept, SOON).toBe('200 CareerGraph; hit');
    });

    test('200 requests at once wait for their turn, and /ready has a connection of its own', async () => {
      const replies = askMany(200);
      expect(await ready()).toBe(200);
      expect(await replies).toEqual(Array(200).fill(ANSWERED));
    });
  },
);
