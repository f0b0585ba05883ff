import type { RawAnswer } from './send.js';

/** An answer as it is kept. */
export interface CachedAnswer {
  /** The body, JSON. */
  readonly text: string;
  /** Asks the server whether it is still the same. */
  readonly etag?: string;
  /** Until then it answers without asking, in milliseconds since 1970. */
  readonly freshUntil: number;
}

/**
 * Where answers are kept. Replace it to share answers between processes; a cache belongs to one API key. What it throws
 * counts as a miss.
 */
export interface AnswerCache {
  /** What was kept under a key, an address with its variables; undefined where there is nothing. */
  get(key: string): CachedAnswer | undefined | Promise<CachedAnswer | undefined>;
  /** Keeps an answer in place of the one before. */
  set(key: string, answer: CachedAnswer): void | Promise<void>;
}

/**
 * Keeps answers in memory; those that were not used for longest go first.
 *
 * @param maxCharacters how much text is kept at most, 5 million unless given
 */
export function memoryCache(maxCharacters = 5e6): AnswerCache {
  const answers = new Map<string, CachedAnswer>();
  let characters = 0;
  const remove = (key: string) => {
    characters -= answers.get(key)?.text.length ?? 0;
    answers.delete(key);
  };
  return {
    get: (key) => {
      const answer = answers.get(key);
      if (answer) {
        answers.delete(key);
        answers.set(key, answer);
      }
      return answer;
    },
    set: (key, answer) => {
      remove(key);
      answers.set(key, answer);
      characters += answer.text.length;
      for (const oldest of answers.keys()) {
        if (characters <= maxCharacters) break;
        remove(oldest);
      }
    },
  };
}

/** What of an answer may be kept; undefined where the server does not allow it. */
export function toCache({ headers, text }: RawAnswer): CachedAnswer | undefined {
  const control = headers.get('cache-control') ?? '';
  const etag = headers.get('etag');
  const seconds = Number(/max-age=(\d+)/.exec(control)?.[1] ?? 0) - Number(headers.get('age') ?? 0);
  if (/no-store/.test(control) || !(etag || seconds > 0)) return undefined;
  return { text, freshUntil: Date.now() + seconds * 1000, ...(etag && { etag }) };
}
