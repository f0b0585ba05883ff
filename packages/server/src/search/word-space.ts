import { bytesOfWords } from './bytes.js';
import { othersTurn } from './others-turn.js';
import type { Variant } from './spelling.js';

/** How many numbers a vector has. */
const SIZE = 50;
/** How often the axes are improved; more change no order that anyone would notice. */
const ROUNDS = 6;

/** How often each word occurs in a document, as it should count. */
export type WordCounts = ReadonlyMap<string, number>;

/**
 * Words and documents as vectors: words are close if the same documents use them. So "ceramics" finds what "pottery"
 * describes. This is latent semantic indexing (Deerwester et al. 1990), with unit vectors for words.
 */
export class WordSpace {
  readonly #terms: ReadonlyMap<string, number>;
  readonly #rarities: Float32Array;
  readonly #words: Float32Array;
  readonly #documents: Float32Array;

  constructor(
    terms: ReadonlyMap<string, number>,
    rarities: Float32Array,
    words: Float32Array,
    documents: Float32Array,
  ) {
    this.#terms = terms;
    this.#rarities = rarities;
    this.#words = words;
    this.#documents = documents;
  }

  /** Memory, in bytes; that of the words is an estimate. */
  get bytes(): number {
    const vectors = this.#rarities.byteLength + this.#words.byteLength + this.#documents.byteLength;
    return vectors + bytesOfWords(this.#terms.keys());
  }

  /** The cosine of each document and the words; 0 if it is less, and for words that no two documents share. */
  nearness(words: readonly (readonly Variant[])[]): Float64Array {
    const query = new Float64Array(SIZE);
    for (const { term, weight } of words.flat()) {
      const id = this.#terms.get(term);
      if (id === undefined) continue;
      const gain = weight * (this.#rarities[id] as number);
      for (let axis = 0; axis < SIZE; axis++) {
        query[axis] = (query[axis] as number) + gain * (this.#words[id * SIZE + axis] as number);
      }
    }
    const length = Math.hypot(...query);
    const near = new Float64Array(this.#documents.length / SIZE);
    if (length === 0) return near;
    for (let document = 0; document < near.length; document++) {
      let product = 0;
      for (let axis = 0; axis < SIZE; axis++) {
        product += (query[axis] as number) * (this.#documents[document * SIZE + axis] as number);
      }
      near[document] = Math.max(0, product / length);
    }
    return near;
  }
}

/** The documents as rows of a sparse matrix with a column for each word. */
interface Matrix {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** Finds the vectors. Other requests are answered meanwhile. */
export async function buildWordSpace(counts: readonly WordCounts[]): Promise<WordSpace> {
  const uses = new Map<string, number>();
  for (const words of counts) for (const word of words.keys()) uses.set(word, (uses.get(word) ?? 0) + 1);
  const shared = [...uses].filter(([, documents]) => documents > 1);
  const terms = new Map(shared.map(([word], id) => [word, id]));
  const rarities = Float32Array.from(shared, ([, documents]) => Math.log(counts.length / documents));
  await othersTurn();
  const matrix = matrixOf(counts, terms, rarities);
  const axes = await mainAxes(matrix, terms.size);
  const words = new Float32Array(terms.size * SIZE);
  const documents = new Float32Array(counts.length * SIZE);
  for (const [axis, values] of axes.entries()) {
    for (const [word, value] of values.entries()) words[word * SIZE + axis] = value;
    for (const [document, value] of timesAxis(matrix, values).entries()) documents[document * SIZE + axis] = value;
  }
  await othersTurn();
  makeUnits(words);
  makeUnits(documents);
  return new WordSpace(terms, rarities, words, documents);
}

function matrixOf(counts: readonly WordCounts[], terms: ReadonlyMap<string, number>, rarities: Float32Array): Matrix {
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const words of counts) {
    const from = columns.length;
    let square = 0;
    for (const [word, count] of words) {
      const id = terms.get(word);
      if (id === undefined) continue;
      const value = count * (rarities[id] as number);
      columns.push(id);
      values.push(value);
      square += value * value;
    }
    const length = Math.sqrt(square);
    for (let at = from; at < values.length; at++) values[at] = (values[at] as number) / length;
    starts.push(columns.length);
  }
  return { starts: Uint32Array.from(starts), columns: Uint32Array.from(columns), values: Float32Array.from(values) };
}

/** The axes along which the documents differ most, by subspace iteration. */
async function mainAxes(matrix: Matrix, terms: number): Promise<readonly Float32Array[]> {
  const random = createRandom();
  let axes: readonly Float32Array[] = Array.from({ length: SIZE }, () => Float32Array.from({ length: terms }, random));
  for (let round = 0; round < ROUNDS; round++) {
    const next: Float32Array[] = [];
    for (const axis of axes) {
      await othersTurn();
      next.push(perpendicularTo(next, timesDocuments(matrix, timesAxis(matrix, axis), terms)));
    }
    axes = next;
  }
  return axes;
}

/** Numbers from -0.5 to 0.5 that are the same at each start (Park and Miller's generator). */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  };
}

function timesAxis({ starts, columns, values }: Matrix, axis: Float32Array): Float32Array {
  const product = new Float32Array(starts.length - 1);
  for (let row = 0; row < product.length; row++) {
    let sum = 0;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      sum += (values[at] as number) * (axis[columns[at] as number] as number);
    }
    product[row] = sum;
  }
  return product;
}

function timesDocuments({ starts, columns, values }: Matrix, documents: Float32Array, terms: number): Float32Array {
  const product = new Float32Array(terms);
  for (const [row, value] of documents.entries()) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const column = columns[at] as number;
      product[column] = (product[column] as number) + value * (values[at] as number);
    }
  }
  return product;
}

/** What is left of a vector without the parts that others have, with length 1; all zero if nothing is left. */
function perpendicularTo(others: readonly Float32Array[], vector: Float32Array): Float32Array {
  for (const other of others) {
    let share = 0;
    for (let at = 0; at < vector.length; at++) share += (vector[at] as number) * (other[at] as number);
    for (let at = 0; at < vector.length; at++) {
      vector[at] = (vector[at] as number) - share * (other[at] as number);
    }
  }
  return unitOf(vector);
}

function makeUnits(vectors: Float32Array): void {
  for (let at = 0; at < vectors.length; at += SIZE) unitOf(vectors.subarray(at, at + SIZE));
}

/** Gives the vector the length 1, unless it is zero. */
function unitOf(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square > 0) for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) / Math.sqrt(square);
  return vector;
}
