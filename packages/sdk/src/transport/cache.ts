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
 * The cache entry for a response, or undefined if the server does not allow one.
 *
 * @param previous the entry that a 304 response confirmed
 */
export function toCache(headers: Headers, text: string, previous?: CachedAnswer): CachedAnswer | undefined {
  const control = headers.get('cache-control') ?? '';
  const etag = headers.get('etag') ?? previous?.etag;
  const maxAge = /no-cache/i.test(control) ? null : /\bmax-age=(\d+)/i.exec(control);
  // A missing Age is null, which counts as 0 seconds.
  const seconds = Number(maxAge?.[1] ?? 0) - Math.max(0, Number(headers.get('age')));
  if (/no-store/i.test(control) || !(etag || seconds > 0)) return undefined;
  return { text, freshUntil: Date.now() + seconds * 1000, ...(etag && { etag }) };
}
