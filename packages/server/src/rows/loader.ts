import DataLoader from 'dataloader';
import type { RowStore } from './store.js';

export interface KeptRows<Key, Value> {
  readonly rows: RowStore;
  /** What is read, with the ids of the files or of the release that it is read from. */
  readonly name: string;
  /** Names a key among those of its kind. */
  readonly keyOf: (key: Key) => string;
  /** Reads what no request has read before, in the order of the keys. An error is not kept. */
  readonly fetch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;
  readonly maxBatchSize?: number;
}

/** Collects what the fields of one request need that is not kept yet into one call of `fetch`. */
export function keptLoader<Key, Value>({
  rows,
  name,
  keyOf,
  fetch,
  maxBatchSize = 500,
}: KeptRows<Key, Value>): DataLoader<Key, Value, string> {
  const nameOf = (key: Key) => `${name} ${keyOf(key)}`;
  return new DataLoader<Key, Value, string>(
    async (keys) => {
      const values: (Value | Error | undefined)[] = keys.map((key) => rows.get<Value>(nameOf(key)));
      const missing = [...keys.keys()].filter((index) => values[index] === undefined);
      if (missing.length > 0) {
        const fetched = await fetch(missing.map((index) => keys[index] as Key));
        for (const [at, index] of missing.entries()) {
          const value = fetched[at] as Value | Error;
          values[index] = value;
          if (!(value instanceof Error)) rows.set(nameOf(keys[index] as Key), value);
        }
      }
      return values as (Value | Error)[];
    },
    { cacheKeyFn: keyOf, maxBatchSize },
  );
}
