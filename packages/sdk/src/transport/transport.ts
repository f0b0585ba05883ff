import type { TypedDocument } from '../documents.js';
import type { PostRequest } from '../execute.js';
import { type AnswerCache, memoryCache, toCache } from './cache.js';
import { createFlights } from './flights.js';
import { withRetries } from './retry.js';
import { type Fetch, type RawAnswer, send } from './send.js';

/** A request as a hook sees it, once for each attempt. */
export interface OutgoingRequest {
  /** Name of the operation. */
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  /** With the variables of a GET. */
  readonly url: string;
  /** 0 for the first one. */
  readonly attempt: number;
  /** What is added here is sent, such as `traceparent`. The API key is not among them. */
  readonly headers: Headers;
}

/** What decides how requests travel. */
export interface TransportOptions {
  /** Address of the API, such as `https://careers.example/graphql`; in a browser it may be `/graphql`. */
  readonly endpoint: string;
  /** Sent as `Authorization: Bearer …`. */
  readonly apiKey?: string | undefined;
  /** Stands for the runtime's own `fetch`. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** How often a request is tried again after 429, 503 and broken connections; 2 unless given. */
  readonly retries?: number | undefined;
  /** Where answers are kept; {@link memoryCache} unless given, `false` for none. */
  readonly cache?: AnswerCache | false | undefined;
  /** Asks by GET with the document's hash, so that browsers and CDNs can keep the answer; true unless given. */
  readonly persisted?: boolean | undefined;
  /** The largest answer that is read, in bytes; 10,000,000 unless given. */
  readonly maxBytes?: number | undefined;
  /** Wraps each attempt, for tracing: it returns what `next` returns. */
  readonly onRequest?: ((request: OutgoingRequest, next: () => Promise<RawAnswer>) => Promise<RawAnswer>) | undefined;
}

/** Longer addresses are not taken by every server and CDN on the way. */
const MAX_URL = 2_000;

/** Of an answer that the cache has. */
const ANSWERED = { status: 200, headers: new Headers({ 'content-type': 'application/json' }) };

/** An answer that may be kept, once it turns out to be a whole one. */
export interface KeepableAnswer extends RawAnswer {
  readonly keep?: () => Promise<unknown>;
}

/** In a Worker a request cannot wait for one of another visitor: the runtime ends it with that visitor's. */
const isShared = () => globalThis.navigator?.userAgent !== 'Cloudflare-Workers';

/** The way of a request: shared with equal ones, from the cache, by GET, tried again where that is safe. */
export function createTransport(endpoint: string, options: TransportOptions) {
  const { apiKey, retries = 2, persisted = true, maxBytes = 1e7, cache = memoryCache(), onRequest } = options;
  const fetch = (options.fetch ?? ((...request) => globalThis.fetch(...request))) as Fetch;
  const flights = createFlights<KeepableAnswer>();

  return (
    { name: operation, hash }: TypedDocument<unknown, unknown>,
    variables: object | undefined,
    timeoutMs: number,
    caller: AbortSignal | undefined,
    post: PostRequest,
  ): Promise<KeepableAnswer> => {
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } });
    const query = new URLSearchParams({
      operationName: operation,
      ...(variables && { variables: JSON.stringify(variables, sorted) }),
      extensions,
    });
    const address = `${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`;

    return flights(isShared() ? address : Symbol(), timeoutMs, caller, async ({ signal, deadline }) => {
      const exchange = (
        method: OutgoingRequest['method'],
        url: string,
        sent: Record<string, string> | Headers,
        body: string | null,
      ) =>
        withRetries(
          (attempt) => {
            const headers = new Headers(sent);
            const next = () => {
              const all = new Headers(headers);
              if (apiKey) all.set('authorization', `Bearer ${apiKey}`);
              return send(fetch, url, { method, headers: all, body, signal }, maxBytes);
            };
            return onRequest ? onRequest({ operation, method, url, attempt, headers }, next) : next();
          },
          retries,
          deadline,
          signal,
        );

      if (persisted && address.length <= MAX_URL) {
        const cached = cache ? await quietly(() => cache.get(address)) : undefined;
        if (cached && cached.freshUntil > Date.now()) return { ...ANSWERED, text: cached.text };
        const answer = await exchange(
          'GET',
          address,
          {
            accept: post.headers.get('accept') as string,
            // A browser has a cache of its own, which this header would turn off.
            ...(cached?.etag && typeof document === 'undefined' && { 'if-none-match': cached.etag }),
          },
          null,
        );
        const same = answer.status === 304 ? cached : undefined;
        const whole = same ? { ...ANSWERED, text: same.text } : answer;
        const kept = cache && whole.status === 200 && toCache(answer.headers, whole.text, same);
        if (kept) return { ...whole, keep: () => quietly(() => cache.set(address, kept)) };
        if (answer.status !== 404 || !answer.text.includes('PERSISTED_QUERY_NOT_FOUND')) return whole;
      }
      // With its text, so that the server knows it from now on.
      const body = persisted ? `${post.body.slice(0, -1)},"extensions":${extensions}}` : post.body;
      return exchange('POST', endpoint, post.headers, body);
    });
  };
}

/** A cache that fails is a cache that has nothing. */
async function quietly<T>(run: () => T): Promise<Awaited<T> | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}

/** Equal variables make equal addresses, whatever the order of their keys. */
export function sorted(_key: string, value: unknown): unknown {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value;
}
