import type { TypedDocument } from '../documents.js';
import { type AnswerCache, type CachedAnswer, memoryCache, toCache } from './cache.js';
import { createFlights } from './flights.js';
import { persistedUrl } from './persisted.js';
import { withRetries } from './retry.js';
import { type RawAnswer, send } from './send.js';

/** One attempt to send a request, as `onRequest` sees it. */
export interface OutgoingRequest {
  /** Name of the operation. */
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  /** The URL; it includes the variables of a GET request. */
  readonly url: string;
  /** 0 for the first attempt. */
  readonly attempt: number;
  /** Headers to send; add your own here, such as `traceparent`. They do not include the API key. */
  readonly headers: Headers;
}

/** Options that control how requests are sent. */
export interface TransportOptions {
  /** URL of the API, such as `https://careers.example/graphql`. In a browser it can be a path such as `/graphql`. */
  readonly endpoint: string;
  /** API key, sent as `Authorization: Bearer …`. */
  readonly apiKey?: string | undefined;
  /** Replaces the runtime's `fetch`. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Number of retries after a 429, a 503, or a network failure. Default: 2. */
  readonly retries?: number | undefined;
  /** Cache for answers; `false` turns caching off. Default: {@link memoryCache}. */
  readonly cache?: AnswerCache | false | undefined;
  /** Sends GET requests with the hash of the document, so browsers and CDNs can cache the answer. Default: true. */
  readonly persisted?: boolean | undefined;
  /** Maximum size of a response body, in bytes. Default: 10,000,000. */
  readonly maxBytes?: number | undefined;
  /** Wraps each attempt, for example to trace it. Return the result of `next`. */
  readonly onRequest?: ((request: OutgoingRequest, next: () => Promise<RawAnswer>) => Promise<RawAnswer>) | undefined;
}

/** Some servers and CDNs reject longer URLs. */
const MAX_URL_CHARACTERS = 2_000;

/** A cached answer, as if the server had sent it. */
const fromCache = ({ text }: CachedAnswer): RawAnswer => ({
  status: 200,
  headers: new Headers({ 'content-type': 'application/json' }),
  text,
});

/** A response, and how to cache it once the caller has found it complete. */
export interface TransportResponse extends RawAnswer {
  readonly keep?: () => Promise<unknown>;
}

/** Cloudflare Workers cancel a request that waits for another visitor's request. */
const canShare = () => globalThis.navigator?.userAgent !== 'Cloudflare-Workers';

/**
 * Sends the requests of one client. Equal requests share a flight; a flight looks in the cache, sends a GET by hash, and
 * falls back to the POST that graphql-request built.
 */
export function createTransport(endpoint: string, options: TransportOptions) {
  const {
    apiKey,
    fetch = (url, init) => globalThis.fetch(url, init),
    retries = 2,
    cache = memoryCache(),
    persisted = true,
    maxBytes = 1e7,
    onRequest,
  } = options;
  const flights = createFlights<TransportResponse>();

  return (
    { name: operation, hash }: TypedDocument<unknown, unknown>,
    variables: object | undefined,
    timeoutMs: number,
    post: RequestInit = {},
  ): Promise<TransportResponse> => {
    const getUrl = persistedUrl(endpoint, operation, hash, variables);
    return flights(canShare() ? getUrl : Symbol(), timeoutMs, post.signal, async (flight) => {
      const exchange = (method: 'GET' | 'POST', url: string, init: RequestInit) =>
        withRetries(
          (attempt) => {
            const headers = new Headers(init.headers);
            const next = () => {
              // A copy, so that `onRequest` does not see the key.
              const withKey = new Headers(headers);
              if (apiKey) withKey.set('authorization', `Bearer ${apiKey}`);
              return send(
                fetch,
                url,
                { ...init, method, headers: withKey, signal: flight.controller.signal },
                maxBytes,
              );
            };
            return onRequest ? onRequest({ operation, method, url, attempt, headers }, next) : next();
          },
          retries,
          flight,
        );

      if (persisted && getUrl.length <= MAX_URL_CHARACTERS) {
        const cached = cache ? await orMiss(() => cache.get(getUrl)) : undefined;
        if (cached && cached.freshUntil > Date.now()) return fromCache(cached);
        const headers = new Headers(post.headers);
        headers.delete('content-type');
        // In a browser this header would turn off the browser's own cache.
        if (cached?.etag && typeof document === 'undefined') headers.set('if-none-match', cached.etag);
        const received = await exchange('GET', getUrl, { headers });
        const unchanged = received.status === 304 ? cached : undefined;
        const response = unchanged ? fromCache(unchanged) : received;
        const entry = cache && response.status === 200 && toCache(received.headers, response.text, unchanged);
        if (entry) return { ...response, keep: () => orMiss(() => cache.set(getUrl, entry)) };
        if (response.status !== 404 || !response.text.includes('PERSISTED_QUERY_NOT_FOUND')) return response;
      }
      return exchange('POST', endpoint, post);
    });
  };
}

/** A cache that fails counts as a cache without the entry. */
async function orMiss<T>(run: () => T): Promise<Awaited<T> | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}
