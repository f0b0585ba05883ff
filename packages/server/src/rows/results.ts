import type { MaybePromise } from '../maybe-promise.js';

/** Keeps what depends on the catalog and on rows of its files only, such as which figure answers, for all requests. */
export interface Results {
  /**
   * The value with a name: at once if it is kept, otherwise what `compute` gives. Requests that need it at the same time
   * share one computation. A failure is not kept. Values are shared, and must not be changed or refer to a request.
   */
  get<T>(name: string, compute: () => MaybePromise<T>): MaybePromise<T>;
}

/** Where results are kept; undefined stands for none. */
export interface ResultStore {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

export function createResults(store: ResultStore): Results {
  const underWay = new Map<string, Promise<unknown>>();
  return {
    get: <T>(name: string, compute: () => MaybePromise<T>) => {
      const found = store.get(name);
      if (found !== undefined) return found as T;
      const waited = underWay.get(name);
      if (waited !== undefined) return waited as Promise<T>;
      const value = compute();
      if (!(value instanceof Promise)) {
        store.set(name, value);
        return value;
      }
      const computing = value
        .then((result) => {
          store.set(name, result);
          return result;
        })
        .finally(() => underWay.delete(name));
      underWay.set(name, computing);
      return computing;
    },
  };
}
