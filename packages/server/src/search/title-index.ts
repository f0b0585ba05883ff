import { type Postings, PostingsBuilder } from './postings.js';
import { Speller } from './spelling.js';
import { rootOf, stemsOf, wordsIn } from './words.js';

/** Where a title comes from: the name of the entry itself, or one of its other names. */
export type TitleSource = 'OWN' | 'REPORTED' | 'ALTERNATE' | 'ABBREVIATION';

export interface IndexedTitle {
  readonly text: string;
  readonly source: TitleSource;
}

/** Something that a search can find. */
export interface SearchDocument<Entry> {
  readonly entry: Entry;
  readonly titles: readonly IndexedTitle[];
  /** Its definition and tasks: weaker evidence than a title. */
  readonly texts: readonly string[];
  /** Settles ties: the larger first. Zero if unknown. */
  readonly employment: number;
}

/** Names and texts of everything that can be found, in memory. */
export interface TitleIndex<Entry> {
  readonly documents: readonly SearchDocument<Entry>[];
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
  readonly texts: Postings;
  readonly speller: Speller;
  /** Titles by their stems, in one order. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
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
    texts: new PostingsBuilder(),
  };
  for (const [document, { titles: own, texts: about }] of documents.entries()) {
    if (document % AT_ONCE === 0) await othersTurn();
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
      const key = words.join(' ');
      if (key === '') continue;
      const same = exact.get(key);
      if (same) same.push(id);
      else exact.set(key, [id]);
    }
    for (const text of about) ofDocuments.texts.add(document, stemsOf(text).map(rootOf));
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
    texts: await weighted(ofDocuments.texts),
  };
  await othersTurn();
  const stemLengths = lengthsOf(built.stems);
  await othersTurn();
  const rootLengths = lengthsOf(built.roots);
  await othersTurn();
  return {
    documents,
    titles,
    owners: Uint32Array.from(owners),
    ...built,
    stemLengths,
    rootLengths,
    speller: new Speller(built.stems.terms.keys(), (term) => built.stems.countOf(term)),
    exact,
  };
}

/** Lets the requests that wait be answered. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
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
