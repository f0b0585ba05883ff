import type { KeptAnswer } from '../answers/answer.js';
import { matches } from './etag.js';
import type { HttpRequest, HttpResponse } from './handler.js';
import type { MediaType } from './negotiation.js';

/** How long a newly imported figure may stay unseen. */
export const DEFAULT_CACHE_SECONDS = 60;

/** While the service is down, a figure that is a day old is better than none. */
const STALE_IF_ERROR_SECONDS = 86_400;

/** What the response to one URL depends on. */
const VARY = { vary: 'Accept, Accept-Encoding' };

interface ResponseOptions {
  readonly type: MediaType;
  /** Whether the answer had been computed before. */
  readonly isHit: boolean;
  /** Whether nobody knows if it would still be the same, because the database does not answer. */
  readonly isStale: boolean;
  /** How long browsers and CDNs may use it without asking again, and for as long once more while they ask. */
  readonly seconds: number;
}

/** The responses with kept answers: one object for every request with the same answer that nothing else depends on. */
export function createKeptResponses(seconds: number) {
  const known = new WeakMap<KeptAnswer, Map<string, HttpResponse>>();
  return (
    answer: KeptAnswer,
    request: HttpRequest,
    { type, isHit, isStale }: Omit<ResponseOptions, 'seconds'>,
  ): HttpResponse => {
    const options = { type, isHit, isStale, seconds };
    if (!isHit || isStale || request.headers['if-none-match'] !== undefined)
      return keptResponse(answer, request, options);
    const variants = known.get(answer) ?? new Map<string, HttpResponse>();
    const name = `${request.method} ${type}`;
    let response = variants.get(name);
    if (!response) {
      response = keptResponse(answer, request, options);
      known.set(answer, variants.set(name, response));
    }
    return response;
  };
}

/** The response with a complete answer. Browsers and CDNs may keep it if it was requested by GET. */
function keptResponse(
  { bytes, encoding, hash }: KeptAnswer,
  { method, headers }: HttpRequest,
  { type, isHit, isStale, seconds }: ResponseOptions,
): HttpResponse {
  const representation = {
    'content-type': `${type}; charset=utf-8`,
    'content-length': String(bytes.byteLength),
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  };
  const cacheStatus = isHit ? `CareerGraph; hit${isStale ? '; detail=stale' : ''}` : 'CareerGraph; fwd=miss';
  const status = { ...VARY, 'cache-status': cacheStatus };
  if (method === 'POST') return { status: 200, headers: { ...representation, ...status }, body: bytes };
  // A strong ETag promises the same bytes, so each media type and encoding has its own.
  const etag = `"${hash}${type === 'application/json' ? '.json' : ''}${encoding === 'identity' ? '' : `.${encoding}`}"`;
  const caching = {
    ...status,
    etag,
    'cache-control': `public, max-age=${seconds}, stale-while-revalidate=${seconds}, stale-if-error=${STALE_IF_ERROR_SECONDS}`,
  };
  return matches(headers['if-none-match'], etag)
    ? { status: 304, headers: caching, body: null }
    : { status: 200, headers: { ...representation, ...caching }, body: method === 'HEAD' ? null : bytes };
}

/** An answer with errors may be different a moment later. */
export function unkeptResponse({ status, headers, body }: HttpResponse, { method }: HttpRequest): HttpResponse {
  return {
    status,
    // Yoga sets another value for a stream of events.
    headers: { ...headers, ...VARY, 'cache-control': 'no-store' },
    body: method === 'HEAD' ? null : body,
  };
}
