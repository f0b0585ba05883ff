import { hash } from 'node:crypto';
import { createClient } from '@redis/client';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { redisOptions } from '../redis-options.js';
import { type SharedBudgets, WINDOW_SECONDS } from './budgets.js';

/** Redis has no address as text. */
const keyOf = (caller: string) => hash('sha256', caller, 'base64url').slice(0, 22);

/** Counts in Redis. While it does not answer, each server counts alone, and no request fails for that. */
export function connectBudgets(url: string): SharedBudgets {
  const client = createClient({
    ...redisOptions(url),
    commandsQueueMaxLength: 10_000,
  });
  // The store of answers reports it, and each failure is tried again until the client is closed.
  client.on('error', () => {});
  client.connect().catch(() => {});
  const limiter = new RateLimiterRedis({
    storeClient: client,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    keyPrefix: 'careergraph:budget',
    // The caller's own budget decides, not the limiter's.
    points: Number.MAX_SAFE_INTEGER,
    duration: WINDOW_SECONDS,
  });
  return {
    add: async (caller, cost) => {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(keyOf(caller), cost);
      return { used: consumedPoints, msLeft: msBeforeNext };
    },
    close: () => client.destroy(),
  };
}
