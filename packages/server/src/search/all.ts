import type { Context } from '../context.js';
import { type ProgramHit, searchPrograms } from '../programs/search.js';
import { checkLength, type Hit, MAX_HITS, type SearchKind, search } from './search.js';
import { wordsIn } from './words.js';

export type AnyKind = SearchKind | 'PROGRAM';

export type AnyHit = (Hit & { readonly kind: SearchKind }) | ProgramHit;

interface AnyHits {
  readonly hits: readonly AnyHit[];
  /** Why there are no hits, or none of a kind that is not loaded; null otherwise. */
  readonly explanation: string | null;
}

/**
 * What a text may name, the best first.
 *
 * @param kinds what to search; null for everything but programs: their many names would come before what is asked for
 */
export async function searchAll(context: Context, text: string, kinds: readonly AnyKind[] | null): Promise<AnyHits> {
  checkLength(text);
  const others = kinds?.filter((kind) => kind !== 'PROGRAM') ?? null;
  const found = others?.length === 0 ? [] : await search(context, text, others);
  const ofPrograms = kinds?.includes('PROGRAM') ? await searchPrograms(context, text) : { hits: [], lack: null };
  const hits = [...found.map((hit) => ({ ...hit, kind: hit.found.kind })), ...ofPrograms.hits]
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_HITS);
  return { hits, explanation: ofPrograms.lack ?? (hits.length === 0 ? whyNothing(text, others?.length !== 0) : null) };
}

function whyNothing(text: string, hasTitles: boolean): string {
  if (wordsIn(text).length === 0) {
    return 'The text has no letters or digits, so there is nothing to search for. Example: "registered nurse".';
  }
  return hasTitles
    ? 'No title or description has these words, or words that are spelled almost like them.'
    : 'No field of study, institution, city, or state has these words, or words that are spelled almost like them.';
}
