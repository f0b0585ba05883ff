import { meaningsOf, meaningsOfPhrase } from './british.js';
import type { Postings } from './postings.js';
import type { Variant } from './spelling.js';
import { gramsOf, headOf, type NamedEntry, pairsOf, type TitleIndex } from './title-index.js';
import { rootOf, stemsOf } from './words.js';

/**
 * How much each kind of evidence counts; fitted to labels that bench/search leaves out and to those that it reads. The first
 * twelve add up to about 1.
 */
const WEIGHTS = {
  title: 0.116,
  titleByRoots: 0.1,
  votes: 0.096,
  names: 0.098,
  namesByRoots: 0.074,
  pairs: 0.031,
  heads: 0.058,
  grams: 0.091,
  definitions: 0.086,
  tasks: 0.073,
  nearness: 0.117,
  wordUse: 0.056,
  exact: 0.054,
  own: 0.065,
  onlyExact: 0.2,
} as const;

/** For an entry with many titles, which more people have. */
const SIZE_WEIGHT = 0.078;
/** For an occupation with many workers: whoever searches has it more often. */
const EMPLOYMENT_WEIGHT = 0.045;
/** What is left over in a group, such as "Managers, All Other", is seldom meant. */
const LEFT_OVER_WEIGHT = -0.084;

export interface Ranked {
  readonly document: number;
  /** From 0 to 1. */
  readonly score: number;
  /** The title that fits best; null if only its texts fit. */
  readonly title: number | null;
  /** Whether the title has the same words as the query, in the same order. */
  readonly isExact: boolean;
}

/** A word of a query, and what it is taken for. */
export interface QueryWord {
  readonly stem: string;
  readonly variants: readonly Variant[];
  readonly isMisspelled: boolean;
}

/** How many of the titles that fit best vote for their documents. */
const VOTERS = 60;

/** How much a word counts that means the same as a word of the query. */
const MEANING_WEIGHT = 0.9;

export function readQuery<Entry>(index: TitleIndex<Entry>, text: string): readonly QueryWord[] {
  const stems = joined(index, [...new Set(stemsOf(text))]);
  return stems.map((stem, at): QueryWord => {
    const meanings = [...new Set([...meaningsOf(stem), ...meaningsOfPhrase(stems, at)])].map((term) => ({
      term,
      weight: MEANING_WEIGHT,
    }));
    if (index.stems.has(stem)) return { stem, variants: [{ term: stem, weight: 1 }, ...meanings], isMisspelled: false };
    if (meanings.length > 0) return { stem, variants: meanings, isMisspelled: false };
    const split = index.speller.splitOf(stem);
    if (split) return { stem, variants: split.map((term) => ({ term, weight: 1 })), isMisspelled: false };
    if ([index.roots, index.definitions, index.tasks].some((postings) => postings.has(rootOf(stem)))) {
      return { stem, variants: [{ term: stem, weight: 1 }], isMisspelled: false };
    }
    return { stem, variants: index.speller.variantsOf(stem), isMisspelled: true };
  });
}

/** Joins two words that titles write as one, such as "book keeper", if no title has them as a pair. */
function joined<Entry>(index: TitleIndex<Entry>, stems: readonly string[]): readonly string[] {
  const result: string[] = [];
  for (let at = 0; at < stems.length; at++) {
    const [left, right] = [stems[at] as string, stems[at + 1]];
    const together = right === undefined ? '' : left + right;
    const isPair = right !== undefined && index.pairsOfDocuments.has(`${rootOf(left)} ${rootOf(right)}`);
    if (together !== '' && index.stems.has(together) && !isPair) {
      result.push(together);
      at += 1;
    } else result.push(left);
  }
  return result;
}

interface Evidence {
  readonly best: Float64Array;
  readonly bestTitle: Int32Array;
  readonly votes: Float64Array;
}

/** Compares a query with every title: the cosine of the two, with rare words counting more. */
function compareTitles<Entry>(
  index: TitleIndex<Entry>,
  postings: Postings,
  lengths: Float32Array,
  words: readonly (readonly Variant[])[],
): Evidence {
  const { scores, touched } = index.scratch;
  let count = 0;
  let square = 0;
  for (const variants of words) {
    // A word that no title has still makes the query longer, as a word that few titles have.
    square += Math.max(...variants.map(({ term }) => postings.rarityOf(term) ** 2), variants.length === 0 ? 25 : 0);
    for (const { term, weight } of variants) {
      const gain = weight * postings.rarityOf(term) ** 2;
      postings.forEach(term, (title) => {
        if (scores[title] === 0) touched[count++] = title;
        scores[title] = (scores[title] as number) + gain;
      });
    }
  }
  const length = Math.sqrt(square);
  const best = new Float64Array(index.documents.length);
  const bestTitle = new Int32Array(index.documents.length).fill(-1);
  const votes = new Float64Array(index.documents.length);
  const leaders: number[] = [];
  let least = 0;
  for (const title of touched.subarray(0, count)) {
    const score = (scores[title] as number) / (length * (lengths[title] as number));
    scores[title] = score;
    const owner = index.owners[title] as number;
    if (score > (best[owner] as number)) {
      best[owner] = score;
      bestTitle[owner] = title;
    }
    if (score <= least && leaders.length >= VOTERS) continue;
    leaders.push(title);
    // Sorting a few leaders now and then takes less than sorting thousands of titles.
    if (leaders.length < 4 * VOTERS) continue;
    leaders.sort(byScore);
    leaders.length = VOTERS;
    least = scores[leaders.at(-1) as number] as number;
  }
  for (const title of leaders.sort(byScore).slice(0, VOTERS)) {
    const owner = index.owners[title] as number;
    votes[owner] = (votes[owner] as number) + (scores[title] as number) ** 4;
  }
  for (const title of touched.subarray(0, count)) scores[title] = 0;
  return { best, bestTitle, votes };

  function byScore(a: number, b: number): number {
    return (scores[b] as number) - (scores[a] as number) || a - b;
  }
}

/** BM25 of each document, divided by the sum of the rarities, so that it does not grow with the length of a query. */
function compareDocuments(postings: Postings, words: readonly (readonly Variant[])[]): Float64Array {
  const scores = new Float64Array(postings.places);
  let total = 0;
  for (const variants of words) {
    total += Math.max(0, ...variants.map(({ term }) => postings.rarityOf(term)));
    for (const { term, weight } of variants) {
      const rarity = weight * postings.rarityOf(term);
      postings.forEach(term, (document, count) => {
        scores[document] = (scores[document] as number) + rarity * count;
      });
    }
  }
  return total === 0 ? scores : scores.map((score) => score / (2.2 * total));
}

/** The roots of a word's variants; a root that several have counts once, as the first of them. */
function rootsOf(variants: readonly Variant[]): readonly Variant[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of variants) {
    const root = rootOf(term);
    if (!weights.has(root)) weights.set(root, weight);
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/** The evidence for each document, by its kind. */
export function evidenceFor<Entry>(index: TitleIndex<Entry>, text: string, words: readonly QueryWord[]) {
  const byStem = words.map(({ variants }) => variants);
  const byRoot = byStem.map(rootsOf);
  const meant = words.flatMap(({ variants }) => variants.slice(0, 1).map(({ term }) => term));
  const rootPairs = pairsOf(meant.map(rootOf)).map((term) => [{ term, weight: 1 }]);
  const isCorrect = words.every(({ isMisspelled }) => !isMisspelled);
  const heads = (isCorrect ? headOf(text) : meant.slice(-1).map(rootOf)).map((term) => [{ term, weight: 1 }]);
  const stems = compareTitles(index, index.stems, index.stemLengths, byStem);
  const roots = compareTitles(index, index.roots, index.rootLengths, byRoot);
  const exactTitles = new Map<number, number>();
  const own = new Float64Array(index.documents.length);
  for (const title of meant.length === 0 ? [] : (index.exact.get(meant.join(' ')) ?? [])) {
    const owner = index.owners[title] as number;
    const isOwn = index.titles[title]?.source === 'OWN';
    if (isOwn) own[owner] = 1;
    const known = index.titles[exactTitles.get(owner) ?? -1];
    if (known === undefined || (isOwn && known.source !== 'OWN')) exactTitles.set(owner, title);
  }
  const exact = new Float64Array(index.documents.length);
  for (const owner of exactTitles.keys()) exact[owner] = 1 / exactTitles.size;
  const grams = [...new Set(gramsOf(words.map(({ stem }) => stem)))].filter((term) => index.gramsOfDocuments.has(term));
  return {
    stems,
    roots,
    exactTitles,
    features: {
      title: stems.best,
      titleByRoots: roots.best,
      votes: roots.votes.map((votes) => Math.min(1, votes / 3)),
      names: compareDocuments(index.stemsOfDocuments, byStem),
      namesByRoots: compareDocuments(index.rootsOfDocuments, byRoot),
      pairs: compareDocuments(index.pairsOfDocuments, rootPairs),
      heads: compareDocuments(index.headsOfDocuments, heads),
      grams: compareDocuments(
        index.gramsOfDocuments,
        grams.map((term) => [{ term, weight: 1 }]),
      ),
      definitions: compareDocuments(index.definitions, byRoot),
      tasks: compareDocuments(index.tasks, byRoot),
      wordUse: index.wordUse.compare(byRoot),
      nearness: index.wordSpace.nearness(byRoot),
      exact,
      own,
      onlyExact: exact.map((share) => (share === 1 ? 1 : 0)),
    },
  };
}

/** What a title scores that is exactly the query and no one else's. */
const FULL_SCORE = 1.5;
/** Less evidence than this is no answer. */
const LEAST_EVIDENCE = 0.1;

/** The documents that fit a query, the best first; among equals, those with more people in work. */
export function rank<Entry>(
  index: TitleIndex<Entry>,
  text: string,
  words: readonly QueryWord[],
  includes: (entry: Entry) => boolean,
): readonly Ranked[] {
  if (words.length === 0) return [];
  const { features, stems, roots, exactTitles } = evidenceFor(index, text, words);
  const ranked: Ranked[] = [];
  const scores = new Float64Array(index.documents.length);
  for (const [name, weight] of Object.entries(WEIGHTS)) {
    const evidence = features[name as keyof typeof WEIGHTS];
    for (let document = 0; document < scores.length; document++) {
      scores[document] = (scores[document] as number) + weight * (evidence[document] as number);
    }
  }
  for (const [document, { entry }] of index.documents.entries()) {
    const evidence = scores[document] as number;
    if (evidence < LEAST_EVIDENCE || !includes(entry)) continue;
    const exactTitle = exactTitles.get(document);
    const title = exactTitle ?? titleOf(stems, document) ?? titleOf(roots, document);
    // Without a word of the text, there would be no reason to show.
    if (title === null && features.definitions[document] === 0 && features.tasks[document] === 0) continue;
    const score = evidence + priorOf(index, document);
    ranked.push({ document, score, title, isExact: exactTitle !== undefined });
  }
  const employment = ({ document }: Ranked) => (index.documents[document] as NamedEntry<Entry>).employment;
  return ranked
    .sort((a, b) => b.score - a.score || employment(b) - employment(a) || a.document - b.document)
    .map((hit) => ({ ...hit, score: Math.min(1, hit.score / FULL_SCORE) }));
}

function priorOf<Entry>(index: TitleIndex<Entry>, document: number): number {
  const { titles, employment } = index.documents[document] as NamedEntry<Entry>;
  const isLeftOver = titles[0]?.text.includes(', All Other') ?? false;
  const size = (SIZE_WEIGHT * Math.log(1 + titles.length)) / 6 + (EMPLOYMENT_WEIGHT * Math.log(1 + employment)) / 15;
  return size + (isLeftOver ? LEFT_OVER_WEIGHT : 0);
}

function titleOf({ bestTitle }: Evidence, document: number): number | null {
  const title = bestTitle[document] as number;
  return title === -1 ? null : title;
}
