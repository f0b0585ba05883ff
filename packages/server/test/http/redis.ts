import { connect, createServer, type Socket } from 'node:net';
import { createClient } from '@redis/client';
import { onTestFinished } from 'vitest';

/** A Redis server in which the tests may store answers. */
export const REDIS_URL = process.env.CAREERGRAPH_TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

export const haveRedis = await answers();

/** Ends the name of a test that needs Redis. With CI=true it runs, and fails without Redis. */
export const redisSkipped = haveRedis ? '' : ` (skipped: no Redis at ${REDIS_URL}; set CAREERGRAPH_TEST_REDIS_URL)`;

async function answers(): Promise<boolean> {
  const client = createClient({ url: REDIS_URL, socket: { reconnectStrategy: false, connectTimeout: 1_000 } });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    if (client.isOpen) client.destroy();
  }
}

/** Passes bytes on to Redis, and can freeze or cut the connections, until the test is finished. */
export async function redisProxy() {
  const proxy = await openRedisProxy();
  onTestFinished(() => proxy.close());
  return proxy;
}

export async function openRedisProxy() {
  const { hostname, port } = new URL(REDIS_URL);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  let isCut = false;
  const server = createServer((client) => {
    if (isCut) return client.destroy();
    const redis = connect(Number(port || 6379), hostname);
    for (const [from, to] of [
      [client, redis],
      [redis, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => !isFrozen && to.write(bytes));
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: `redis://127.0.0.1:${(server.address() as { port: number }).port}`,
    freeze: () => {
      isFrozen = true;
    },
    cut,
    close: () => {
      cut();
      server.close();
    },
    restore: () => {
      isFrozen = false;
      isCut = false;
    },
  };
}
