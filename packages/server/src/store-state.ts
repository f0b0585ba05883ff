/** How full a store is, and how often it had what was asked since the process started. */
export interface StoreState {
  readonly entries: number;
  readonly bytes: number;
  readonly hits: number;
  readonly misses: number;
}

/** Reports a store in the metrics. */
export type WatchStore = (name: string, state: () => StoreState) => void;
