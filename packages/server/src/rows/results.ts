import { LRUCache } from 'lru-cache';
import type { Catalog } from '../catalog/catalog.js';
import type { MaybePromise } from '../maybe-promise.js';
import type { StoreState } from '../store-state.js';
import { sizeOf } from './size.js';

/** Keeps what depends on the catalog and on rows of its files only, such as which figure answers, for all requests. */
export interface Results {
  /**
   * The value with a name: at once if it is kept, otherwise what `compute` gives. Requests that need it at the same time
   * share one computation. A failure is not kept. Values are shared, and must not be changed or refer to a request.
   */
  get<T>(name: string, compute: () => MaybePromise<T>): MaybePromise<T>;
  state(): Omit<StoreState, 'misses'>;
}

export function createResults(catalog: Catalog, maxSize: number, entryBytes: number): Results {
  const kept = new LRUCache<string, { readonly value: unknown }>({
    maxSize,
    sizeCalculation: ({ value }, name) => entryBytes + 2 * name.length + sizeOf(value, catalog.holds),
  });
  const underWay = new Map<string, Promise<unknown>>();
  let hits = 0;
  return {
    get: <T>(name: string, compute: () => MaybePromise<T>) => {
      const found = kept.get(name);
      if (found !== undefined) {
        hits += 1;
        return found.value as T;
      }
      const waited = underWay.get(name);
      if (waited !== undefined) return waited as Promise<T>;
      const value = compute();
      if (!(value instanceof Promise)) {
        kept.set(name, { value });
        return value;
      }
      const computing = value
        .then((result) => {
          kept.set(name, { value: result });
          return result;
        })
        .finally(() => underWay.delete(name));
      underWay.set(name, computing);
      return computing;
    },
    state: () => ({ entries: kept.size, bytes: kept.calculatedSize, hits }),
  };
}
