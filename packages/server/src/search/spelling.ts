/** The most edits between a misspelled word and the word that was meant. */
const mostEdits = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** A word that may have been meant, and how much it counts, from 0 to 1. */
export interface Variant {
  readonly term: string;
  readonly weight: number;
}

/** Finds the words of a vocabulary that a misspelled word may stand for. */
export class Speller {
  readonly #byLength = new Map<number, { readonly term: string; readonly letters: number }[]>();
  readonly #countOf: (term: string) => number;

  constructor(vocabulary: Iterable<string>, countOf: (term: string) => number) {
    this.#countOf = countOf;
    for (const term of vocabulary) {
      const terms = this.#byLength.get(term.length);
      const entry = { term, letters: lettersOf(term) };
      if (terms) terms.push(entry);
      else this.#byLength.set(term.length, [entry]);
    }
  }

  /** At most three, the most likely first; none if no word is close. */
  variantsOf(word: string): readonly Variant[] {
    const most = mostEdits(word.length);
    const letters = lettersOf(word);
    const found: { readonly term: string; readonly edits: number; readonly count: number }[] = [];
    for (let length = word.length - most; most > 0 && length <= word.length + most; length++) {
      for (const { term, letters: others } of this.#byLength.get(length) ?? []) {
        // An edit changes at most two letters of the set, and comparing sets is far cheaper than counting edits.
        if (bitsOf(letters ^ others) > 2 * most) continue;
        const edits = editsBetween(word, term, most);
        // People seldom get the first letter wrong.
        if (edits <= most)
          found.push({ term, edits: edits + (term[0] === word[0] ? 0 : 0.5), count: this.#countOf(term) });
      }
    }
    found.sort((a, b) => a.edits - b.edits || b.count - a.count);
    const [closest] = found;
    if (closest === undefined) return [];
    return found
      .filter(({ edits }) => edits < closest.edits + 1)
      .slice(0, 3)
      .map(({ term, edits }, index) => ({ term, weight: (1 - edits / (word.length + 1)) * 0.8 ** index }));
  }

  /** Two words of the vocabulary that were written as one; null if there are none. */
  splitOf(word: string): readonly [string, string] | null {
    let best: readonly [string, string] | null = null;
    let most = 0;
    for (let at = 3; at <= word.length - 3; at++) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      const count = Math.min(this.#countOf(left), this.#countOf(right));
      if (count > most) [best, most] = [[left, right], count];
    }
    return most >= 3 ? best : null;
  }
}

/** Which letters a word has, as a set of bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

/** Letters to insert, remove, replace or swap with the next one; any number over `most` if there are more. */
function editsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let edits = Math.min(
        (previous[j - 1] as number) + (same ? 0 : 1),
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
      );
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        edits = Math.min(edits, (before[j - 2] as number) + 1);
      }
      row.push(edits);
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] as number;
}
