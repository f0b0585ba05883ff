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
 * Keeps answers in memory; those that were asked for longest ago go first.
 *
 * @param maxCharacters how much text is kept at most, addresses included; 5 million unless given
 */
export function memoryCache(maxCharacters = 5e6): AnswerCache {
  const answers = new Map<string, CachedAnswer>();
  let characters = 0;
  const remove = (key: string) => {
    const answer = answers.get(key);
    if (answer) characters -= key.length + answer.text.length;
    answers.delete(key);
  };
  return {
    get: (key) => answers.get(key),
    set: (key, answer) => {
      remove(key);
      answers.set(key, answer);
      characters += key.length + answer.text.length;
      for (const oldest of answers.keys()) {
        if (characters <= maxCharacters) break;
        remove(oldest);
      }
    },
  };
}

/**
 * An answer as it may be kept; undefined where the server does not allow it.
 *
 * @param same what was kept before, and is still the same
 */
export function toCache(headers: Headers, text: string, same?: CachedAnswer): CachedAnswer | undefined {
  const control = headers.get('cache-control') ?? '';
  const etag = headers.get('etag') ?? same?.etag;
  // Without max-age it is not fresh for a moment, only asked for by its ETag.
  const maxAge = /no-cache/i.test(control) ? 0 : Number(/(?:^|[ ,])max-age=(\d+)/i.exec(control)?.[1] ?? 0);
  // Without Age it comes from the server itself: null, as a number, is 0.
  const seconds = maxAge - Math.max(0, Number(headers.get('age')));
  if (/no-store/i.test(control) || !(etag || seconds > 0)) return undefined;
  return { text, freshUntil: Date.now() + seconds * 1000, ...(etag && { etag }) };
}
