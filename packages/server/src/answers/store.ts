import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Catalog } from '../catalog/catalog.js';
import type { CatalogKeeper } from '../catalog/keeper.js';
import type { HttpResponse } from '../http/handler.js';
import { andThen, type MaybePromise } from '../maybe-promise.js';
import type { StoreState } from '../store-state.js';
import type { AnswerKeys, KeptAnswer } from './answer.js';
import { compress, type Encoding } from './encodings.js';
import { fingerprintOf } from './fingerprint.js';

/** How much memory answers may take. */
export const DEFAULT_ANSWER_MEGABYTES = 64;

/** What an entry takes beside its bytes and its key. */
const ENTRY_BYTES = 300;

/** A store that several servers share. It may forget an answer at any time, and must give up soon where it is slow. */
export interface SharedAnswers {
  get(key: string): Promise<KeptAnswer | undefined>;
  set(key: string, answer: KeptAnswer): void;
  close(): void;
}

/** An answer that is kept, or a response that is not, because it has errors. */
export type Computed = KeptAnswer | HttpResponse;

export interface Wanted {
  /** The same for every request with the same answer. */
  readonly keys: AnswerKeys;
  readonly encoding: Encoding;
  /** What else an error depends on: the method and the media type. */
  readonly variant: string;
}

export interface Found {
  readonly computed: Computed;
  /** Whether the answer had been computed before. */
  readonly isHit: boolean;
}

export interface AnswerStore {
  /**
   * The answer kept for the current catalog, or the one that `compute` gives. Requests that want the same at the same
   * time share one computation.
   */
  find(wanted: Wanted, compute: (catalog: Catalog) => Promise<Computed>): MaybePromise<Found>;
  state(): StoreState;
}

/** What is kept for one catalog. A computation that ends after the next catalog is there is kept with its own. */
interface Generation {
  readonly catalog: Catalog;
  readonly memory: LRUCache<string, KeptAnswer>;
  readonly flights: Map<string, Promise<Found>>;
  /** Begins the keys in the shared store. */
  readonly fingerprint: string;
}

export function isKept(computed: Computed): computed is KeptAnswer {
  return 'hash' in computed;
}

/** @param megabytes what this process may keep; the answers used longest ago are dropped first */
export function createAnswerStore(keeper: CatalogKeeper, megabytes: number, shared?: SharedAnswers): AnswerStore {
  let generation: Generation | undefined;
  const current = (): Generation => {
    const catalog = keeper.current();
    if (generation?.catalog === catalog) return generation;
    generation = {
      catalog,
      memory: new LRUCache<string, KeptAnswer>({
        // 0 would mean without a bound.
        maxSize: Math.max(1, megabytes * 1_000_000),
        sizeCalculation: ({ bytes }, key) => bytes.byteLength + 2 * key.length + ENTRY_BYTES,
      }),
      flights: new Map(),
      fingerprint: shared ? fingerprintOf(catalog) : '',
    };
    return generation;
  };

  let hits = 0;
  let misses = 0;
  const find: AnswerStore['find'] = (wanted, compute) =>
    andThen(findIn(current(), wanted, compute), (found) => {
      if (found.isHit) hits += 1;
      else misses += 1;
      return found;
    });

  function findIn(
    of: Generation,
    wanted: Wanted,
    compute: (catalog: Catalog) => Promise<Computed>,
  ): MaybePromise<Found> {
    const key = wanted.keys[wanted.encoding];
    const kept = of.memory.get(key);
    if (kept) return { computed: kept, isHit: true };
    const flightKey = `${wanted.variant} ${key}`;
    const underWay = of.flights.get(flightKey);
    if (underWay) return underWay;
    const flight = obtain(of, key, wanted, compute).finally(() => of.flights.delete(flightKey));
    of.flights.set(flightKey, flight);
    return flight;
  }

  async function obtain(
    of: Generation,
    key: string,
    wanted: Wanted,
    compute: (catalog: Catalog) => Promise<Computed>,
  ): Promise<Found> {
    const sharedKey = shared ? `${of.fingerprint}:${hash('sha256', key, 'base64url')}` : '';
    const known = await shared?.get(sharedKey);
    const found = known
      ? { computed: known, isHit: true }
      : wanted.encoding === 'identity'
        ? { computed: await compute(of.catalog), isHit: false }
        : await compressed(await findIn(of, { ...wanted, encoding: 'identity' }, compute), wanted.encoding);
    if (isKept(found.computed)) {
      of.memory.set(key, found.computed);
      if (!known) shared?.set(sharedKey, found.computed);
    }
    return found;
  }

  return {
    find,
    state: () => {
      const { memory } = current();
      return { entries: memory.size, bytes: memory.calculatedSize, hits, misses };
    },
  };
}

/** An answer too short to be compressed stays as it is, and is kept as such for its encoding too. */
async function compressed(found: Found, encoding: Exclude<Encoding, 'identity'>): Promise<Found> {
  if (!isKept(found.computed)) return found;
  const bytes = await compress(found.computed.bytes, encoding);
  return bytes === null ? found : { ...found, computed: { ...found.computed, bytes, encoding } };
}
