import { bytesOfWords } from './bytes.js';
import { othersTurn } from './others-turn.js';
import { type Postings, PostingsBuilder } from './postings.js';
import { Speller } from './spelling.js';
import { buildWordSpace, type WordCounts, type WordSpace } from './word-space.js';
import { WordUse } from './word-use.js';
import { foldOf, rootOf, stemsOf, wordsIn } from './words.js';

/** Where a title comes from: the name of the entry itself, or one of its other names. */
export type TitleSource = 'OWN' | 'REPORTED' | 'ALTERNATE' | 'ABBREVIATION';

export interface IndexedTitle {
  readonly text: string;
  readonly source: TitleSource;
}

/** Something that a search can find, with its names. */
export interface NamedEntry<Entry> {
  readonly entry: Entry;
  readonly titles: readonly IndexedTitle[];
  /** Settles ties: the larger first. Zero if unknown. */
  readonly employment: number;
}

/** What is indexed of it. */
export interface SearchDocument<Entry> extends NamedEntry<Entry> {
  /** Its definitions or summary: weaker evidence than a title. */
  readonly definitions: readonly string[];
  readonly tasks: readonly string[];
  /** The groups that it is in, the widest first; none if it has no place in a classification. */
  readonly groups: readonly string[];
}

/** Names and texts of everything that can be found, in memory. */
export interface TitleIndex<Entry> {
  readonly documents: readonly NamedEntry<Entry>[];
  readonly titles: readonly IndexedTitle[];
  /** The document of each title. */
  readonly owners: Uint32Array;
  /** Which titles have a stem, and which a root. */
  readonly stems: Postings;
  readonly roots: Postings;
  /** The length of each title, for a cosine: the root of the sum of squared rarities. */
  readonly stemLengths: Float32Array;
  readonly rootLengths: Float32Array;
  /** Which documents have a stem, a root or a pair of stems in any title. */
  readonly stemsOfDocuments: Postings;
  readonly rootsOfDocuments: Postings;
  readonly pairsOfDocuments: Postings;
  /** What the work is at heart: the last word of a title. */
  readonly headsOfDocuments: Postings;
  /** Which documents have four letters in a row in any title: words that look alike are often of one family. */
  readonly gramsOfDocuments: Postings;
  readonly definitions: Postings;
  readonly tasks: Postings;
  readonly wordSpace: WordSpace;
  readonly wordUse: WordUse;
  readonly speller: Speller;
  /** Titles by their stems, in one order. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** Titles by their folded text. */
  readonly alphabetical: Uint32Array;
  /**
   * Where a comparison with every title keeps its scores (all zero before and after) and which titles have one. New arrays
   * for each search would keep the garbage collector busy.
   */
  readonly scratch: { readonly scores: Float32Array; readonly touched: Uint32Array };
  /** About how much memory the index takes, in bytes. */
  readonly bytes: number;
}

/** How many documents are indexed before other requests get their turn. */
const AT_ONCE = 5;

/** Builds an index. Other requests are answered meanwhile. */
export async function buildTitleIndex<Entry>(documents: readonly SearchDocument<Entry>[]): Promise<TitleIndex<Entry>> {
  const titles: IndexedTitle[] = [];
  const owners: number[] = [];
  const exact = new Map<string, number[]>();
  const ofTitles = { stems: new PostingsBuilder(), roots: new PostingsBuilder() };
  const ofDocuments = {
    stemsOfDocuments: new PostingsBuilder(),
    rootsOfDocuments: new PostingsBuilder(),
    pairsOfDocuments: new PostingsBuilder(),
    headsOfDocuments: new PostingsBuilder(),
    gramsOfDocuments: new PostingsBuilder(),
    definitions: new PostingsBuilder(),
    tasks: new PostingsBuilder(),
  };
  const counts: WordCounts[] = [];
  for (const [document, { titles: own, definitions, tasks }] of documents.entries()) {
    if (document % AT_ONCE === 0) await othersTurn();
    const inTitles: string[] = [];
    for (const title of own) {
      const id = titles.push(title) - 1;
      owners.push(document);
      const words = stemsOf(title.text);
      const rooted = words.map(rootOf);
      ofTitles.stems.add(id, new Set(words));
      ofTitles.roots.add(id, new Set(rooted));
      ofDocuments.stemsOfDocuments.add(document, words);
      ofDocuments.rootsOfDocuments.add(document, rooted);
      ofDocuments.pairsOfDocuments.add(document, pairsOf(rooted));
      ofDocuments.headsOfDocuments.add(document, headOf(title.text));
      ofDocuments.gramsOfDocuments.add(document, gramsOf(words));
      inTitles.push(...rooted);
      const key = words.join(' ');
      if (key === '') continue;
      const same = exact.get(key);
      if (same) same.push(id);
      else exact.set(key, [id]);
    }
    const inDefinitions = definitions.flatMap(rootsIn);
    const inTasks = tasks.flatMap(rootsIn);
    ofDocuments.definitions.add(document, inDefinitions);
    ofDocuments.tasks.add(document, inTasks);
    counts.push(weighWords(inTitles, inDefinitions, inTasks));
  }
  const weighted = async (builder: PostingsBuilder) => {
    await othersTurn();
    return builder.weighted(documents.length);
  };
  const plain = async (builder: PostingsBuilder) => {
    await othersTurn();
    return builder.plain(titles.length);
  };
  const built = {
    stems: await plain(ofTitles.stems),
    roots: await plain(ofTitles.roots),
    stemsOfDocuments: await weighted(ofDocuments.stemsOfDocuments),
    rootsOfDocuments: await weighted(ofDocuments.rootsOfDocuments),
    pairsOfDocuments: await weighted(ofDocuments.pairsOfDocuments),
    headsOfDocuments: await weighted(ofDocuments.headsOfDocuments),
    gramsOfDocuments: await weighted(ofDocuments.gramsOfDocuments),
    definitions: await weighted(ofDocuments.definitions),
    tasks: await weighted(ofDocuments.tasks),
    wordSpace: await buildWordSpace(counts),
    wordUse: new WordUse(
      ofDocuments.rootsOfDocuments.logarithmic(documents.length),
      documents.map(({ groups }) => groups),
    ),
  };
  await othersTurn();
  const stemLengths = lengthsOf(built.stems);
  await othersTurn();
  const rootLengths = lengthsOf(built.roots);
  await othersTurn();
  const bytes =
    Object.values(built).reduce((sum, part) => sum + part.bytes, 0) +
    bytesOfTitles(titles) +
    bytesOfWords(built.stems.terms.keys()) +
    bytesOfWords(exact.keys());
  return {
    // The texts are only needed to build the index.
    documents: documents.map(({ entry, titles: names, employment }) => ({ entry, titles: names, employment })),
    titles,
    owners: Uint32Array.from(owners),
    ...built,
    scratch: { scores: new Float32Array(titles.length), touched: new Uint32Array(titles.length) },
    bytes,
    stemLengths,
    rootLengths,
    alphabetical: inOrder(titles),
    speller: new Speller(built.stems.terms.keys(), (term) => built.stems.countOf(term)),
    exact,
  };
}

function inOrder(titles: readonly IndexedTitle[]): Uint32Array {
  const folded = titles.map(({ text }) => foldOf(text));
  return Uint32Array.from(titles.keys()).sort((a, b) => {
    const [left, right] = [folded[a] as string, folded[b] as string];
    return left < right ? -1 : left > right ? 1 : a - b;
  });
}

function rootsIn(text: string): readonly string[] {
  return stemsOf(text).map(rootOf);
}

/** How much the words of a document count in the word space: those of titles most, those of tasks least. */
function weighWords(titles: readonly string[], definitions: readonly string[], tasks: readonly string[]): WordCounts {
  const weights = new Map<string, number>();
  for (const [words, weight] of [
    [titles, 2],
    [definitions, 1],
    [tasks, 0.7],
  ] as const) {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) weights.set(word, (weights.get(word) ?? 0) + weight * Math.log1p(count));
  }
  return weights;
}

/** Four letters in a row, as often as they occur; a space is the begin or the end of a word. */
export function gramsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const padded = ` ${word} `;
    const count = Math.max(1, padded.length - 3);
    return Array.from({ length: count }, (_, at) => padded.slice(at, at + 4));
  });
}

export function pairsOf(terms: readonly string[]): readonly string[] {
  return terms.slice(1).map((term, index) => `${terms[index]} ${term}`);
}

/** The root of the last word before a comma, a bracket, or a word such as "of". */
export function headOf(title: string): readonly string[] {
  const [start = ''] = title.split(/[,(]| - | (?:for|of|in) /);
  const last = stemsOf(start).at(-1);
  return last === undefined ? [] : [rootOf(last)];
}

/** Of each title: an object, its text, its owner, two lengths, and a place in five lists. */
function bytesOfTitles(titles: readonly IndexedTitle[]): number {
  return titles.reduce((sum, { text }) => sum + 108 + text.length, 0);
}

function lengthsOf(postings: Postings): Float32Array {
  const squares = new Float32Array(postings.places);
  for (const term of postings.terms.keys()) {
    const square = postings.rarityOf(term) ** 2;
    postings.forEach(term, (place) => {
      squares[place] = (squares[place] as number) + square;
    });
  }
  return squares.map(Math.sqrt);
}

/** Whether a name is an abbreviation such as "RN" or "CNA". */
export function isAbbreviation(text: string): boolean {
  return /^[A-Z][A-Z0-9&/.-]{1,7}s?$/.test(text) && wordsIn(text).length <= 2;
}
