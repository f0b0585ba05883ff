import { AMERICAN_PHRASES } from './british-phrases.js';
import { AMERICAN_WORDS } from './british-words.js';

const WORDS = meaningsIn(AMERICAN_WORDS);
const PHRASES = meaningsIn(AMERICAN_PHRASES);
const LONGEST_PHRASE = 3;

/** What else a word may stand for. */
export function meaningsOf(stem: string): readonly string[] {
  return WORDS.get(stem) ?? [];
}

/** What else the words may stand for that end with the word at a place. */
export function meaningsOfPhrase(stems: readonly string[], at: number): readonly string[] {
  for (let length = LONGEST_PHRASE; length > 1; length--) {
    const meanings = PHRASES.get(stems.slice(Math.max(0, at + 1 - length), at + 1).join(' '));
    if (meanings) return meanings;
  }
  return [];
}

function meaningsIn(entries: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(entries).map(([british, american]) => [british, american.split(' ')]));
}
