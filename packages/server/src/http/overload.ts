import { createRounds } from './event-loop.js';
import { Refusal } from './refusal.js';

/** How many answers a process computes or has waiting for it. */
export const DEFAULT_MAX_REQUESTS = 500;

/** Those that have waited as long when the database fails would not be answered within 3 s. */
const WAITED_MS = 400;

export interface QueueState {
  readonly running: number;
  readonly waiting: number;
}

/** Does so much work at once. More waits, and callers take turns. */
export interface FairQueue {
  /** @throws Refusal 503 OVERLOADED if too much waits; the caller with the most waiting is refused first */
  run<T>(caller: string, work: () => Promise<T>): Promise<T>;
  /** Refuses what would wait in vain, because the database does not answer. */
  giveUp(refusal: () => Refusal): void;
  state(): QueueState;
}

interface Waiter {
  readonly since: number;
  start(): void;
  refuse(reason: Refusal): void;
}

/**
 * @param max how much may run or wait
 * @param atOnce how much runs; with a pool of connections, as much as it has
 * @param startInRound lets other requests be answered between computations
 */
export function createFairQueue(max: number, atOnce: number, startInRound = createRounds()): FairQueue {
  /** The caller whose turn is next comes first. */
  const waitingOf = new Map<string, Waiter[]>();
  let running = 0;
  let waiting = 0;

  const overloaded = () =>
    new Refusal(
      503,
      `This server has ${max} other ${max === 1 ? 'request' : 'requests'} to answer, which is its limit. Try again in a second.`,
      'OVERLOADED',
      { 'retry-after': '1' },
    );
  const startNext = () => {
    const [next] = waitingOf;
    if (!next || running >= Math.min(atOnce, max)) return;
    const [caller, waiters] = next;
    const waiter = waiters.shift() as Waiter;
    waitingOf.delete(caller);
    // To the end, so that every other caller has its turn first.
    if (waiters.length > 0) waitingOf.set(caller, waiters);
    waiting -= 1;
    running += 1;
    waiter.start();
  };
  const makeRoom = (caller: string) => {
    if (running + waiting < max) return;
    // With the request that is being made; a caller with nothing waiting has no entry.
    let [greediest, most] = [caller, (waitingOf.get(caller)?.length ?? 0) + 1];
    for (const [other, { length }] of waitingOf) if (length > most) [greediest, most] = [other, length];
    const refused = greediest === caller ? undefined : waitingOf.get(greediest)?.pop();
    if (!refused) throw overloaded();
    waiting -= 1;
    refused.refuse(overloaded());
  };
  const takeTurn = (caller: string): Promise<void> | undefined => {
    makeRoom(caller);
    if (running < Math.min(atOnce, max)) {
      running += 1;
      return undefined;
    }
    return new Promise<void>((start, refuse) => {
      const waiters = waitingOf.get(caller) ?? [];
      waiters.push({ since: performance.now(), start, refuse });
      waitingOf.set(caller, waiters);
      waiting += 1;
    });
  };
  return {
    run: async (caller, work) => {
      await takeTurn(caller);
      await startInRound();
      try {
        return await work();
      } finally {
        running -= 1;
        startNext();
      }
    },
    giveUp: (refusal) => {
      const before = performance.now() - WAITED_MS;
      for (const [caller, waiters] of waitingOf) {
        const kept = waiters.filter((waiter) => waiter.since > before);
        for (const waiter of waiters) if (waiter.since <= before) waiter.refuse(refusal());
        waiting -= waiters.length - kept.length;
        if (kept.length > 0) waitingOf.set(caller, kept);
        else waitingOf.delete(caller);
      }
    },
    state: () => ({ running, waiting }),
  };
}
