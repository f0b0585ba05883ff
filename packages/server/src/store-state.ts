/** How full a store is. */
export interface StoreSize {
  readonly entries: number;
  readonly bytes: number;
}

/** How full a store is, and how often it had what was asked since the process started. */
export interface StoreState extends StoreSize {
  readonly hits: number;
  readonly misses: number;
}

/** Reports a store in the metrics; one that is whole or not there has only a size. */
export type WatchStore = (name: string, state: () => StoreSize | StoreState) => void;
