import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { careergraph, onServer, type SpawnedServer, spawnServer } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nationalFile } from '../../../cli/test/national-file.js';
import { haveRedis, openRedisProxy, redisSkipped } from '../http/redis.js';
import { type Clusters, clustersSkipped, createClusters, haveClusters } from './clusters.js';

/** Far more than an activation, a restart or a start takes, on a busy machine. */
const SOON = { timeout: 60_000, interval: 50 };

/** Three figures in one answer, each with its release. */
const QUERY = `{ career(slug: "medical-office-manager") {
  primary: salary { mean { amount } release { label } }
  secondary: salary(occupation: "43-6011") { mean { amount } release { label } }
  list: salaries(kind: NATION, first: 1) { nodes { mean { amount } } release { label } }
} }`;

interface Answered {
  readonly label: string;
  readonly text: string;
  readonly isHit: boolean;
}

let clusters: Clusters;
let folder: string;
let redis: Awaited<ReturnType<typeof openRedisProxy>>;
const running: SpawnedServer[] = [];
let questions = 0;
/** Every text that answered, by the release of its figures. */
const texts = new Map<string, Set<string>>();

/** Keeps nothing in memory, so that every new question is answered from the database. */
function startServer(workers: number): SpawnedServer {
  const server = spawnServer({
    DATABASE_URL: clusters.primary.url,
    DATABASE_REPLICA_URL: clusters.replica.url,
    REDIS_URL: redis.url,
    WORKERS: String(workers),
    CAREERGRAPH_ANSWER_MB: '0',
    CAREERGRAPH_ROW_MB: '0',
    // A fast machine would use up the budget of a minute.
    CAREERGRAPH_ANONYMOUS_BUDGET: '0',
  });
  running.push(server);
  return server;
}

/** Asks on a connection of its own, so that all processes of a server are asked in turn. */
async function ask(server: SpawnedServer, comment = `question ${questions++}`): Promise<Answered> {
  const url = new URL('graphql', await server.url);
  url.searchParams.set('query', `# ${comment}\n${QUERY}`);
  const { status, text, cacheStatus } = await new Promise<{ status?: number; text: string; cacheStatus: unknown }>(
    (resolve, reject) => {
      get(url, { agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        const { statusCode: status, headers } = response;
        response.on('end', () => resolve({ ...(status && { status }), text, cacheStatus: headers['cache-status'] }));
      }).on('error', reject);
    },
  );
  expect(status, text).toBe(200);
  const labels = [...new Set([...text.matchAll(/"label":"([^"]+)"/g)].map(([, label]) => label as string))];
  expect(labels, text).toHaveLength(1);
  const label = labels[0] as string;
  texts.set(label, (texts.get(label) ?? new Set()).add(text));
  return { label, text, isHit: String(cacheStatus).includes('hit') };
}

/** Asks a server all the time while the work is done; any answer that is not whole fails the test. */
async function askedMeanwhile<T>(servers: readonly SpawnedServer[], work: () => Promise<T>): Promise<T> {
  let isDone = false;
  const asking = servers.map(async (server) => {
    while (!isDone) {
      await ask(server);
      await sleep(5);
    }
  });
  const [result] = await Promise.all([
    work().finally(() => {
      isDone = true;
    }),
    ...asking,
  ]);
  return result;
}

/** Waits until every process of the servers answers from a release. */
async function untilFrom(label: string, servers: readonly SpawnedServer[]): Promise<void> {
  for (const server of servers) {
    await expect
      .poll(async () => [...new Set([await ask(server), await ask(server)].map((one) => one.label))], SOON)
      .toEqual([label]);
  }
}

/** Imports made-up wages of May of a year, as an operator does. */
async function importWages(year: number): Promise<void> {
  const file = await nationalFile(folder, {
    year,
    edit: (code) => ({ '11-1001': { OCC_CODE: '11-9111' }, '43-1001': { OCC_CODE: '43-6011' } })[code],
  });
  await promisify(execFile)(process.execPath, [careergraph, 'data', 'import', 'oews', file], {
    env: { PATH: process.env.PATH, DATABASE_URL: clusters.primary.url },
  });
}

/** How many processes of a server read from the replica, as it has logged. */
function onReplica(server: SpawnedServer): number {
  const times = (message: string) => server.logged().split(message).length - 1;
  return times('reads go to a replica') - times('a replica failed; reads go to the primary database');
}

describe.runIf((haveClusters && haveRedis) || process.env.CI)(
  `two servers, a primary, a streaming replica and Redis${clustersSkipped}${redisSkipped}`,
  { timeout: 120_000 },
  () => {
    let [one, other]: SpawnedServer[] = [];
    const both = () => [one, other] as [SpawnedServer, SpawnedServer];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'careergraph-deployment-'));
      redis = await openRedisProxy();
      clusters = await createClusters();
      one = startServer(2);
      await one.url;
      other = startServer(1);
      await other.url;
    }, 120_000);

    afterAll(async () => {
      for (const server of running) server.kill('SIGTERM');
      await Promise.all(running.map(({ ended }) => ended));
      await clusters?.remove();
      redis?.close();
      await rm(folder, { recursive: true, force: true });
    });

    test('a release activated under load: every answer is whole, and all processes have the new figures', async () => {
      await expect.poll(() => both().map(onReplica), SOON).toEqual([2, 1]);
      await untilFrom('May 2025', both());
      await askedMeanwhile(both(), async () => {
        await importWages(2026);
        await untilFrom('May 2026', both());
      });
      expect([...texts.keys()]).toEqual(['May 2025', 'May 2026']);
    });

    test('a replica that is behind: its servers answer what it has, a new server answers from the primary', async () => {
      await onServer(clusters.replica.url, 'select pg_wal_replay_pause()');
      await importWages(2027);
      const late = startServer(1);
      await untilFrom('May 2027', [late]);
      expect(late.logged()).toContain('Its releases differ from those of the primary database.');
      expect(onReplica(late)).toBe(0);
      for (const server of both()) expect((await ask(server)).label).toBe('May 2026');
      await askedMeanwhile([...both(), late], async () => {
        await onServer(clusters.replica.url, 'select pg_wal_replay_resume()');
        await untilFrom('May 2027', both());
        await expect.poll(() => onReplica(late), SOON).toBe(1);
      });
      late.kill('SIGTERM');
      expect((await late.ended).code).toBe(0);
    });

    test('a replica that is frozen under load: the primary answers; thawed, it is read again', async () => {
      await askedMeanwhile(both(), async () => {
        await clusters.replica.freeze();
        await expect.poll(() => both().map(onReplica), SOON).toEqual([0, 0]);
        await Promise.all(both().map((server) => ask(server)));
        await clusters.replica.thaw();
        await expect.poll(() => both().map(onReplica), SOON).toEqual([2, 1]);
      });
    });

    test('a replica that is killed under load: the primary answers; started again, it is read again', async () => {
      await askedMeanwhile(both(), async () => {
        await clusters.replica.kill();
        await expect.poll(() => both().map(onReplica), SOON).toEqual([0, 0]);
        await importWages(2028);
        await untilFrom('May 2028', both());
        await clusters.replica.start();
        await expect.poll(() => both().map(onReplica), SOON).toEqual([2, 1]);
      });
      await untilFrom('May 2028', both());
    });

    test('a primary that is gone: the replica answers', async () => {
      await askedMeanwhile(both(), () => clusters.primary.kill());
      for (const server of both()) expect((await ask(server)).label).toBe('May 2028');
      // Without both, nothing answers; the replica alone is enough again.
      const readiness = () =>
        Promise.all(both().map(async (server) => (await fetch(new URL('ready', await server.url))).status));
      await clusters.replica.kill();
      expect(await readiness()).toEqual([503, 503]);
      await clusters.replica.start();
      await expect.poll(readiness, SOON).toEqual([200, 200]);
      await untilFrom('May 2028', both());
      await clusters.primary.start();
    });

    test('Redis gone: servers compute the same answers themselves, and share them again afterwards', async () => {
      const shared = async () => {
        const comment = `question ${questions++}`;
        await ask(one as SpawnedServer, comment);
        return (await ask(other as SpawnedServer, comment)).isHit;
      };
      await expect.poll(shared, SOON).toBe(true);
      redis.cut();
      expect([await shared(), await shared()]).toEqual([false, false]);
      redis.restore();
      await expect.poll(shared, SOON).toBe(true);
    });

    test('no answer mixed releases: each release had one answer', () => {
      expect([...texts.keys()]).toEqual(['May 2025', 'May 2026', 'May 2027', 'May 2028']);
      expect([...texts.values()].map((of) => of.size)).toEqual([1, 1, 1, 1]);
    });
  },
);
