import { type CellType, Wrong } from './cell-type.js';

const EMPTY = new Wrong('is empty.');
const NOT_TEXT = new Wrong('is not text.');

/** Text of at least one character. */
export const text: CellType<string> = {
  read(cell) {
    if (cell === null) return EMPTY;
    return typeof cell === 'string' ? cell : NOT_TEXT;
  },
};

/** Text in which a run of whitespace, such as two spaces or a line break, stands for one space. */
export const words: CellType<string> = {
  read(cell) {
    const found = text.read(cell);
    return typeof found === 'string' ? found.replaceAll(/\s+/g, ' ') : found;
  },
};

const SPACED = new Wrong('starts or ends with whitespace.');

/** Text that is an error if whitespace surrounds it. */
export const trimmed: CellType<string> = {
  asItIs: true,
  read(cell) {
    const found = text.read(cell);
    return typeof found === 'string' && found !== found.trim() ? SPACED : found;
  },
};

/**
 * Text of a known form.
 *
 * @param what for messages: `an occupation code such as 11-9111`
 */
export function matching(pattern: RegExp, what: string): CellType<string> {
  const wrong = new Wrong(`is not ${what}.`);
  return { read: (cell) => (typeof cell === 'string' && pattern.test(cell) ? cell : wrong) };
}

/**
 * One of the publisher's words, or the value that each word stands for.
 *
 * @param what for messages, where the words are many: `a state`
 */
export function oneOf<const T extends string>(words: readonly T[], what?: string): CellType<T>;
export function oneOf<T>(values: Readonly<Record<string, T>>, what?: string): CellType<T>;
export function oneOf<T>(known: readonly string[] | Readonly<Record<string, T>>, what?: string): CellType<string | T> {
  const values = new Map<unknown, string | T>(
    Array.isArray(known) ? known.map((word: string) => [word, word]) : Object.entries(known),
  );
  const wrong = new Wrong(`is not ${what ?? `one of ${[...values.keys()].join(', ')}`}.`);
  return {
    read(cell) {
      const value = values.get(cell);
      return value === undefined ? wrong : value;
    },
  };
}

/**
 * A word for true and one for false, or a boolean of a workbook.
 *
 * @param no null if an empty cell means false
 */
export function flag(yes: string, no: string | null): CellType<boolean> {
  const wrong = new Wrong(`is neither ${yes} nor ${no ?? 'empty'}.`);
  return {
    read(cell) {
      if (cell === yes || cell === true) return true;
      return cell === no || cell === false ? false : wrong;
    },
  };
}
