import { LRUCache } from 'lru-cache';
import type { Catalog } from '../catalog/catalog.js';
import type { StoreState } from '../store-state.js';
import { createResults, type Results } from './results.js';
import { sizeOf } from './size.js';

/** How much memory rows, and what is computed from them, may take. */
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
  /** What is computed from rows and this catalog. */
  results(catalog: Catalog): Results;
  clear(): void;
  state(): StoreState;
}

/** @param megabytes what this process may keep; the values used longest ago are dropped first */
export function createRowStore(megabytes = DEFAULT_ROW_MEGABYTES): RowStore {
  // One half is for rows, one for results. 0 would mean without a bound.
  const maxSize = Math.max(1, (megabytes * 1_000_000) / 2);
  const kept = new LRUCache<string, { readonly value: unknown }>({
    maxSize,
    sizeCalculation: ({ value }, key) => ENTRY_BYTES + 2 * key.length + sizeOf(value),
  });
  let newest: { readonly catalog: Catalog; readonly results: Results } | undefined;
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
    results: (catalog) => {
      // Requests under way keep the results that they began with.
      if (newest?.catalog !== catalog) newest = { catalog, results: createResults(catalog, maxSize, ENTRY_BYTES) };
      return newest.results;
    },
    clear: () => {
      kept.clear();
      newest = undefined;
    },
    state: () => {
      const results = newest?.results.state() ?? { entries: 0, bytes: 0, hits: 0 };
      return {
        entries: kept.size + results.entries,
        bytes: kept.calculatedSize + results.bytes,
        // What a result needs is looked up as rows, so a result that is not kept is counted there.
        hits: hits + results.hits,
        misses,
      };
    },
  };
}
