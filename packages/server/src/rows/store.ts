import { LRUCache } from 'lru-cache';
import type { Catalog } from '../catalog/catalog.js';
import type { StoreState } from '../store-state.js';
import { createResults, type Results } from './results.js';
import { sizeOf } from './size.js';

/** How much memory rows, and what is computed from them, may take. */
export const DEFAULT_ROW_MEGABYTES = 256;

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
  let catalogs = 0;
  let newest: { readonly catalog: Catalog; readonly results: Results } | undefined;
  const kept = new LRUCache<string, { readonly value: unknown }>({
    // 0 would mean without a bound.
    maxSize: Math.max(1, megabytes * 1_000_000),
    sizeCalculation: ({ value }, key) =>
      ENTRY_BYTES + 2 * key.length + sizeOf(value, (object) => newest?.catalog.holds(object) ?? false),
  });
  let hits = 0;
  let misses = 0;
  const get = (key: string) => {
    const entry = kept.get(key);
    if (entry === undefined) misses += 1;
    else hits += 1;
    return entry?.value;
  };
  return {
    get: <Value>(key: string) => get(key) as Value | undefined,
    set: (key, value) => void kept.set(key, { value }),
    results: (catalog) => {
      if (newest?.catalog !== catalog) {
        // Nobody asks for the results of earlier catalogs any more, so they are dropped like any value.
        catalogs += 1;
        const prefix = `${catalogs}: `;
        const results = createResults({
          get: (name) => get(prefix + name),
          set: (name, value) => void kept.set(prefix + name, { value }),
        });
        newest = { catalog, results };
      }
      return newest.results;
    },
    clear: () => {
      kept.clear();
      newest = undefined;
    },
    state: () => ({ entries: kept.size, bytes: kept.calculatedSize, hits, misses }),
  };
}
