import type { Context } from '../context.js';
import type { Found } from './documents.js';
import { rank, readQuery } from './rank.js';
import { checkLength, searchIndexOf } from './search.js';
import type { TitleIndex } from './title-index.js';
import { foldOf } from './words.js';

export interface Suggestion {
  /** The title to complete the text with. */
  readonly text: string;
  readonly found: Found;
}

/** Titles that begin with a text, those of large occupations first; then others that its words are in. */
export async function suggest(context: Context, text: string, first: number): Promise<readonly Suggestion[]> {
  checkLength(text);
  const start = foldOf(text).trimStart();
  if (start === '') return [];
  const index = await searchIndexOf(context);
  const sorted = index.alphabetical;
  const suggestions = new Map<string, Suggestion>();
  const owners = new Set<number>();
  for (const title of beginningWith(index, sorted, start)) {
    if (suggestions.size === first) break;
    add(title);
  }
  if (suggestions.size < first) {
    for (const { title } of rank(index, text, readQuery(index, text), () => true)) {
      if (suggestions.size === first) break;
      if (title !== null) add(title);
    }
  }
  return [...suggestions.values()];

  function add(title: number): void {
    const owner = index.owners[title] as number;
    const { text: matched } = index.titles[title] as (typeof index.titles)[number];
    const key = foldOf(matched);
    const { entry } = index.documents[owner] as (typeof index.documents)[number];
    if (owners.has(owner) || suggestions.has(key)) return;
    owners.add(owner);
    suggestions.set(key, { text: matched, found: entry });
  }
}

/** Titles that begin with a text: an own title first, then by employment, then by how many titles the owner has. */
function beginningWith(index: TitleIndex<Found>, sorted: Uint32Array, start: string): readonly number[] {
  const from = firstAt(index, sorted, (text) => text >= start);
  const to = firstAt(index, sorted, (text) => text >= start && !text.startsWith(start));
  const titles = [...sorted.subarray(from, to)];
  const weightOf = (title: number) => {
    const document = index.documents[index.owners[title] as number];
    const isOwn = index.titles[title]?.source === 'OWN' ? 2 : 1;
    return isOwn * Math.log(2 + (document?.employment ?? 0)) + Math.log(1 + (document?.titles.length ?? 0));
  };
  return titles
    .map((title) => ({ title, weight: weightOf(title) }))
    .sort((a, b) => b.weight - a.weight || a.title - b.title)
    .map(({ title }) => title);
}

/** The first place in the order from which a condition holds. */
function firstAt(index: TitleIndex<Found>, sorted: Uint32Array, holds: (text: string) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const title = index.titles[sorted[middle] as number];
    if (holds(foldOf(title?.text ?? ''))) high = middle;
    else low = middle + 1;
  }
  return low;
}
