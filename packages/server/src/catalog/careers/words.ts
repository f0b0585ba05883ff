import { singularOf } from '@careergraph/domain';
import type { OccupationEntry } from '../entries.js';

/** The titles and codes under which an occupation is known besides its slug. */
export function titlesAndCodesOf(
  { code, title }: OccupationEntry,
  known: ReadonlyMap<string, OccupationEntry>,
): readonly string[] {
  const onetCode = `${code.slice(0, 7)}.00`;
  const onetTitle = known.get(onetCode)?.title ?? title;
  const onetNames = code.length === 7 ? [onetCode, onetTitle, singularOf(onetTitle)] : [];
  return [code, title, singularOf(title), ...onetNames];
}

/** The titles that differ from the career's own, each once; case does not count. */
export function otherTitles(title: string, others: readonly string[]): readonly string[] {
  const byFolded = new Map(others.toReversed().map((other) => [other.toLowerCase(), other]));
  byFolded.delete(title.toLowerCase());
  return [...byFolded.values()].toReversed();
}

/** What a filter by text searches, in small letters. */
export function wordsOf(...texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.toLowerCase());
}
