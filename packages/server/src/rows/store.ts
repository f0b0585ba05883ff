import { LRUCache } from 'lru-cache';
import type { StoreState } from '../store-state.js';

/** How much memory rows may take. */
export const DEFAULT_ROW_MEGABYTES = 128;

/** What an entry takes in addition to its key and its value. */
const ENTRY_BYTES = 150;

/**
 * Keeps what files and guides say, for all requests. A key begins with the ids of the files or of the release that the
 * value was read from: those never change once they are loaded, so no value is ever out of date. Values are shared, and
 * must not be changed.
 */
export interface RowStore {
  /** Undefined if nothing is kept; null is a value and means that there is no such row. */
  get<Value>(key: string): Value | undefined;
  set(key: string, value: unknown): void;
  clear(): void;
  state(): StoreState;
}

/** @param megabytes what this process may keep; the values used longest ago are dropped first */
export function createRowStore(megabytes = DEFAULT_ROW_MEGABYTES): RowStore {
  const kept = new LRUCache<string, { readonly value: unknown }>({
    // 0 would mean without a bound.
    maxSize: Math.max(1, megabytes * 1_000_000),
    sizeCalculation: ({ value }, key) => ENTRY_BYTES + 2 * key.length + sizeOf(value),
  });
  let hits = 0;
  let misses = 0;
  return {
    get: <Value>(key: string) => {
      const entry = kept.get(key);
      if (entry === undefined) misses += 1;
      else hits += 1;
      return entry?.value as Value | undefined;
    },
    set: (key, value) => void kept.set(key, { value }),
    clear: () => kept.clear(),
    state: () => ({ entries: kept.size, bytes: kept.calculatedSize, hits, misses }),
  };
}

/** About what a value takes in memory: texts with two bytes a character, a slot for each property or element. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 24 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + 8 + sizeOf(part), 32);
}
