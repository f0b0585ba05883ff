/** A cache entry. */
export interface CachedAnswer {
  /** Body of the response, JSON. */
  readonly text: string;
  /** ETag to revalidate the entry with. */
  readonly etag?: string;
  /** Time until which the entry is used without asking the server, in milliseconds since 1970. */
  readonly freshUntil: number;
}

/**
 * A cache for answers. Implement it to share answers between processes. Do not share a cache between API keys. An error
 * in the cache counts as a miss.
 */
export interface AnswerCache {
  /** Returns the entry for a key, which is a URL with variables; undefined if there is none. */
  get(key: string): CachedAnswer | undefined | Promise<CachedAnswer | undefined>;
  /** Stores an entry, and replaces the previous one. */
  set(key: string, answer: CachedAnswer): void | Promise<void>;
}

/**
 * Creates a cache in memory. When it is full, it drops the entries used longest ago.
 *
 * @param maxCharacters maximum number of characters, keys included; default 5 million
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
    get: (key) => {
      const answer = answers.get(key);
      // A Map keeps the order in which keys were added: the first one is the one used longest ago.
      if (answer && answers.delete(key)) answers.set(key, answer);
      return answer;
    },
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
  const isForbidden = /no-store/i.test(control) || headers.get('vary')?.includes('*');
  if (isForbidden || !(etag || seconds > 0)) return undefined;
  return { text, freshUntil: Date.now() + seconds * 1000, ...(etag && { etag }) };
}
