import { LRUCache } from 'lru-cache';

/** Budgets are per minute. */
export const WINDOW_SECONDS = 60;

/** Cost per minute of a caller without a key: about 70 career pages that nobody has asked for before. */
export const DEFAULT_ANONYMOUS_BUDGET = 1_000_000;

/** What a caller whose answer is kept pays, and everyone before it is known what the request costs. */
export const REQUEST_COST = 1;

const MAX_CALLERS = 100_000;

/** How much a caller has used in its window. */
interface Window {
  used: number;
  endsAt: number;
  /** Not yet told to the shared counters. */
  untold: number;
  isTelling: boolean;
}

/** What is left to a caller. */
export interface Left {
  readonly isAllowed: boolean;
  readonly remaining: number;
  /** Until the window ends. */
  readonly seconds: number;
}

/** Counters that several servers share. */
export interface SharedBudgets {
  /** Adds to what a caller has used, and gives what all servers together have counted. Rejects if nobody answers. */
  add(caller: string, cost: number): Promise<{ readonly used: number; readonly msLeft: number }>;
  close(): void;
}

export interface Budgets {
  /** Takes the cost from the caller's budget, if that much is left. Otherwise nothing is taken. */
  take(caller: string, budget: number, cost: number): Left;
}

/**
 * Counts in memory, at once: a promise for each kept answer would cost more than the count. Shared counters are told
 * afterwards, one message at a time for each caller, and correct the count: so servers together may let through what
 * arrives during one round trip, and without the shared counters each server counts alone.
 */
export function createBudgets(now: () => number, shared?: SharedBudgets): Budgets {
  const windows = new LRUCache<string, Window>({ max: MAX_CALLERS });
  const windowOf = (caller: string): Window => {
    const at = now();
    let window = windows.get(caller);
    if (!window) {
      window = { used: 0, endsAt: at + WINDOW_SECONDS * 1_000, untold: 0, isTelling: false };
      windows.set(caller, window);
    } else if (window.endsAt <= at) {
      window.used = 0;
      window.untold = 0;
      window.endsAt = at + WINDOW_SECONDS * 1_000;
    }
    return window;
  };
  const tell = async (caller: string, window: Window, to: SharedBudgets) => {
    window.isTelling = true;
    while (window.untold > 0) {
      const cost = window.untold;
      window.untold = 0;
      const told = await to.add(caller, cost).catch(() => undefined);
      if (!told) break;
      window.used = told.used + window.untold;
      window.endsAt = now() + told.msLeft;
    }
    window.isTelling = false;
  };
  return {
    take: (caller, budget, cost) => {
      const window = windowOf(caller);
      const isAllowed = window.used + cost <= budget;
      if (isAllowed) {
        window.used += cost;
        if (shared) {
          window.untold += cost;
          if (!window.isTelling) void tell(caller, window, shared);
        }
      }
      return {
        isAllowed,
        remaining: Math.max(0, budget - window.used),
        seconds: Math.max(1, Math.ceil((window.endsAt - now()) / 1_000)),
      };
    },
  };
}
