import { bytesOfWords } from './bytes.js';

/** For each term, where it occurs and how much it counts there. */
export class Postings {
  readonly #terms: ReadonlyMap<string, number>;
  readonly #starts: Uint32Array;
  readonly #places: Uint32Array;
  readonly #weights: Float32Array | null;
  readonly places: number;

  /** @param places how many places there are, such as titles or documents */
  constructor(
    terms: ReadonlyMap<string, number>,
    starts: Uint32Array,
    list: Uint32Array,
    weights: Float32Array | null,
    places: number,
  ) {
    this.#terms = terms;
    this.#starts = starts;
    this.#places = list;
    this.#weights = weights;
    this.places = places;
  }

  get terms(): ReadonlyMap<string, number> {
    return this.#terms;
  }

  has(term: string): boolean {
    return this.#terms.has(term);
  }

  /** Memory, in bytes; that of the terms is an estimate. */
  get bytes(): number {
    const lists = this.#starts.byteLength + this.#places.byteLength + (this.#weights?.byteLength ?? 0);
    return lists + bytesOfWords(this.#terms.keys());
  }

  /** In how many places a term occurs. */
  countOf(term: string): number {
    const id = this.#terms.get(term);
    return id === undefined ? 0 : (this.#starts[id + 1] as number) - (this.#starts[id] as number);
  }

  /** How rare a term is: the logarithm of places per occurrence. */
  rarityOf(term: string): number {
    const count = this.countOf(term);
    return Math.log(1 + (this.places - count + 0.5) / (count + 0.5));
  }

  forEach(term: string, use: (place: number, weight: number) => void): void {
    const id = this.#terms.get(term);
    if (id === undefined) return;
    const end = this.#starts[id + 1] as number;
    for (let at = this.#starts[id] as number; at < end; at++) {
      use(this.#places[at] as number, this.#weights === null ? 1 : (this.#weights[at] as number));
    }
  }
}

export class PostingsBuilder {
  readonly #terms = new Map<string, number>();
  readonly #lists: number[][] = [];
  readonly #counts: number[][] = [];
  readonly #lengths: number[] = [];

  /** Adds the terms of a place, each with how often it occurs there. */
  add(place: number, terms: Iterable<string>, count = 1): void {
    for (const term of terms) {
      let id = this.#terms.get(term);
      if (id === undefined) {
        id = this.#terms.size;
        this.#terms.set(term, id);
        this.#lists.push([]);
        this.#counts.push([]);
      }
      const list = this.#lists[id] as number[];
      const counts = this.#counts[id] as number[];
      if (list.at(-1) === place) counts[counts.length - 1] = (counts.at(-1) as number) + count;
      else {
        list.push(place);
        counts.push(count);
      }
      // A place without terms has no length, which counts as 0.
      this.#lengths[place] = (this.#lengths[place] ?? 0) + count;
    }
  }

  /** Every occurrence counts the same. */
  plain(places: number): Postings {
    return this.#freeze(places, null);
  }

  /** The logarithm of how often a term occurs. */
  logarithmic(places: number): Postings {
    return this.#freeze(places, (_, count) => Math.log1p(count));
  }

  /** Okapi BM25: many occurrences count for more, but ever less, and less in a long document. */
  weighted(places: number, saturation = 1.2, lengthShare = 0.75): Postings {
    const total = this.#lengths.reduce((sum, length) => sum + (length ?? 0), 0);
    const mean = total / Math.max(1, places);
    return this.#freeze(places, (place, count) => {
      const length = (this.#lengths[place] ?? 0) / mean;
      return (count * (saturation + 1)) / (count + saturation * (1 - lengthShare + lengthShare * length));
    });
  }

  #freeze(places: number, weigh: ((place: number, count: number) => number) | null): Postings {
    const size = this.#lists.reduce((sum, list) => sum + list.length, 0);
    const starts = new Uint32Array(this.#lists.length + 1);
    const list = new Uint32Array(size);
    const weights = weigh && new Float32Array(size);
    let at = 0;
    for (const [id, occurrences] of this.#lists.entries()) {
      list.set(occurrences, at);
      const counts = this.#counts[id] as number[];
      if (weights && weigh) {
        for (const [index, place] of occurrences.entries()) {
          weights[at + index] = weigh(place, counts[index] as number);
        }
      }
      at += occurrences.length;
      starts[id + 1] = at;
    }
    return new Postings(this.#terms, starts, list, weights, places);
  }
}
