import DataLoader from 'dataloader';
import type { MaybePromise } from '../maybe-promise.js';
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

export interface KeptLoader<Key, Value> {
  /** The value at once if it is kept. */
  load(key: Key): MaybePromise<Value>;
}

/** Collects what the fields of one request need that is not kept yet into one call of `fetch`. */
export function keptLoader<Key, Value>({
  rows,
  name,
  keyOf,
  fetch,
  maxBatchSize = 500,
}: KeptRows<Key, Value>): KeptLoader<Key, Value> {
  const nameOf = (key: Key) => `${name} ${keyOf(key)}`;
  const unknown = new DataLoader<Key, Value, string>(
    async (keys) => {
      const values = await fetch(keys);
      for (const [index, value] of values.entries()) {
        if (!(value instanceof Error)) rows.set(nameOf(keys[index] as Key), value);
      }
      return values;
    },
    { cacheKeyFn: keyOf, maxBatchSize },
  );
  return {
    load: (key) => {
      const value = rows.get<Value>(nameOf(key));
      return value === undefined ? unknown.load(key) : value;
    },
  };
}
