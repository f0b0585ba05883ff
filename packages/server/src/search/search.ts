import type { Catalog } from '../catalog/catalog.js';
import type { Context } from '../context.js';
import { badInput } from '../errors.js';
import type { StoreSize, StoreState } from '../store-state.js';
import { type Found, inputsOf, readCredentials, readDocuments, readFound } from './documents.js';
import { othersTurn } from './others-turn.js';
import { rank, readQuery } from './rank.js';
import { explain, type SearchReason } from './reasons.js';
import { buildTitleIndex, type TitleIndex } from './title-index.js';

export type SearchKind = Found['kind'];

export interface Hit {
  /** Its kind and its code or slug, which no other hit has. */
  readonly key: string;
  readonly found: Found;
  /** Whether the text is the title, but for plurals, misspellings, and the like. */
  readonly isExact: boolean;
  /** From 0 to 1. */
  readonly score: number;
  readonly reason: SearchReason;
  /** The title that matched, or the hit's own title if its description did. */
  readonly matched: string;
  readonly explanation: string;
}

/** The longest text that is searched for, in characters. */
export const MAX_TEXT = 200;
/** The most hits of a search; what follows has little to do with the text. */
const MAX_HITS = 200;
/** A hit must have this share of the score of the best one. */
const LEAST_SHARE = 0.3;

const NAME = 'search index';

/** Built at the first search after a release changes that it is made of; what it finds is of the context's catalog. */
export function searchIndexOf(context: Context): Promise<TitleIndex<Found>> {
  const { catalog } = context;
  return catalog.once(NAME, async () => {
    const { index, credentials } = await catalog.kept.get(NAME, inputsOf(catalog), async () => {
      const rows = await readCredentials(context);
      const built = await buildTitleIndex(await readDocuments(context, readFound(catalog, rows)));
      SIZES.set(catalog.kept, { entries: built.titles.length, bytes: built.bytes });
      return { index: built, credentials: rows };
    });
    const found = readFound(catalog, credentials);
    return { ...index, documents: index.documents.map((document, at) => ({ ...document, entry: found[at] as Found })) };
  });
}

/** The sizes of the indexes that were built. */
const SIZES = new WeakMap<Catalog['kept'], StoreSize>();

/** How many titles the index has, and its memory; how often it served another state of the releases, and was built. */
export function searchIndexState({ kept }: Catalog): StoreState {
  return { ...(SIZES.get(kept) ?? { entries: 0, bytes: 0 }), ...kept.countsOf(NAME) };
}

/**
 * What a text may name, the best first.
 *
 * @param kinds what to search; null for everything, where a career that is just one occupation is the occupation
 */
export async function search(
  context: Context,
  text: string,
  kinds: readonly SearchKind[] | null,
): Promise<readonly Hit[]> {
  checkLength(text);
  const index = await searchIndexOf(context);
  // A search takes some milliseconds, and a request may have many of them: others get their turn between.
  await othersTurn();
  const words = readQuery(index, text);
  const ranked = rank(index, text, words, (found) => isWanted(found, kinds));
  // Without a best one, nothing is left to compare.
  const least = (ranked[0]?.score ?? 0) * LEAST_SHARE;
  return ranked
    .filter(({ score }) => score >= least)
    .slice(0, MAX_HITS)
    .map((hit): Hit => {
      const found = asWanted((index.documents[hit.document] as (typeof index.documents)[number]).entry, kinds);
      const title = hit.title === null ? null : (index.titles[hit.title] ?? null);
      return {
        key: keyOf(found),
        found,
        isExact: hit.isExact,
        score: hit.score,
        ...explain(found, title, hit.isExact, words),
      };
    });
}

/** The careers that a text is a title of: exactly, but for plurals, misspellings, and the like. */
export async function slugsNamed(context: Context, text: string): Promise<ReadonlySet<string>> {
  const hits = await search(context, text, ['CAREER']);
  const slugs = hits.flatMap(({ found, isExact }) => (isExact && found.kind === 'CAREER' ? [found.career.slug] : []));
  return new Set(slugs);
}

export function checkLength(text: string): void {
  if (text.length > MAX_TEXT) {
    throw badInput(
      'text',
      `${text.length} characters are more than ${MAX_TEXT}; search for a title or a few words of it.`,
    );
  }
}

function isWanted(found: Found, kinds: readonly SearchKind[] | null): boolean {
  if (kinds === null || kinds.includes(found.kind)) return true;
  return found.kind === 'OCCUPATION' && found.career !== null && kinds.includes('CAREER');
}

/** An occupation that is a career too is the career if only careers are wanted. */
function asWanted(found: Found, kinds: readonly SearchKind[] | null): Found {
  if (found.kind !== 'OCCUPATION' || found.career === null) return found;
  return kinds === null || kinds.includes('OCCUPATION') ? found : { kind: 'CAREER', career: found.career };
}

function keyOf(found: Found): string {
  switch (found.kind) {
    case 'OCCUPATION':
      return `OCCUPATION ${found.occupation.code}`;
    case 'CAREER':
      return `CAREER ${found.career.slug}`;
    case 'CREDENTIAL':
      return `CREDENTIAL ${found.credential.slug}`;
    case 'AREA':
      return `AREA ${found.area.code}`;
  }
}
