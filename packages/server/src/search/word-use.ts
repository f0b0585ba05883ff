import type { Postings } from './postings.js';
import type { Variant } from './spelling.js';

/** How many words a document is given from the group around it, from the widest group to the document itself. */
const BORROWED = [200, 100, 50, 60] as const;
/** Divides the mean of the logarithms, so that it is about 1 at most. */
const SCALE = 5;

/**
 * How much more often a document uses words than all documents do: a unigram language model. What a document with few
 * titles lacks, it borrows from its group, and the group from a wider one.
 */
export class WordUse {
  readonly #counts: Postings;
  readonly #levels: readonly Level[];
  readonly #total: number;

  /**
   * @param counts the logarithm of how often a term occurs in each document
   * @param paths the groups of each document, the widest first
   */
  constructor(counts: Postings, paths: readonly (readonly string[])[]) {
    this.#counts = counts;
    const totals = new Float64Array(counts.places);
    for (const term of counts.terms.keys()) {
      counts.forEach(term, (document, count) => {
        totals[document] = (totals[document] as number) + count;
      });
    }
    this.#total = totals.reduce((sum, count) => sum + count, 0);
    this.#levels = BORROWED.map((borrowed, level) => {
      // The last level is the documents themselves.
      const keys = paths.map((path, document) =>
        level === BORROWED.length - 1 ? `${document}` : path.slice(0, level + 1).join(' '),
      );
      return levelOf(keys, totals, borrowed);
    });
  }

  /** Memory, in bytes. */
  get bytes(): number {
    const levels = this.#levels.reduce((sum, { groups, totals }) => sum + groups.byteLength + totals.byteLength, 0);
    return this.#counts.bytes + levels;
  }

  compare(words: readonly (readonly Variant[])[]): Float64Array {
    const scores = new Float64Array(this.#counts.places);
    for (const { term, weight } of words.flat()) {
      if (!this.#counts.has(term)) continue;
      const shares = this.#sharesOf(term);
      for (let document = 0; document < scores.length; document++) {
        scores[document] =
          (scores[document] as number) + (weight * Math.log(shares[document] as number)) / (SCALE * words.length);
      }
    }
    return scores;
  }

  /** The share of a term in each document, divided by its share in all. */
  #sharesOf(term: string): Float64Array {
    const sums = this.#levels.map(({ totals }) => new Float64Array(totals.length));
    let sum = 0.5;
    this.#counts.forEach(term, (document, count) => {
      sum += count;
      for (const [level, { groups }] of this.#levels.entries()) {
        const group = groups[document] as number;
        const counts = sums[level] as Float64Array;
        counts[group] = (counts[group] as number) + count;
      }
    });
    const everywhere = sum / this.#total;
    const shares = new Float64Array(this.#counts.places).fill(1);
    for (const [level, { groups, totals, borrowed }] of this.#levels.entries()) {
      const counts = sums[level] as Float64Array;
      for (let document = 0; document < shares.length; document++) {
        const group = groups[document] as number;
        const own = counts[group] as number;
        shares[document] =
          (own / everywhere + borrowed * (shares[document] as number)) / ((totals[group] as number) + borrowed);
      }
    }
    return shares;
  }
}

interface Level {
  /** The group of each document. */
  readonly groups: Uint32Array;
  /** How many words a group has. */
  readonly totals: Float64Array;
  readonly borrowed: number;
}

function levelOf(keys: readonly string[], totalsOfDocuments: Float64Array, borrowed: number): Level {
  const ids = new Map([...new Set(keys)].map((key, id) => [key, id]));
  const groups = Uint32Array.from(keys, (key) => ids.get(key) as number);
  const totals = new Float64Array(ids.size);
  for (const [document, group] of groups.entries()) {
    totals[group] = (totals[group] as number) + (totalsOfDocuments[document] as number);
  }
  return { groups, totals, borrowed };
}
