import type { ApiError } from '../errors.js';
import type { Asked } from './request.js';

/** The body of a response. */
export interface Body {
  readonly data?: unknown;
  readonly errors?: readonly ApiError[];
}

/**
 * Creates a response like the server's. A complete answer to a GET has an ETag, or is a 304 if the client already has it;
 * other answers cannot be cached. `max-age` is 0, as with CAREERGRAPH_CACHE_SECONDS=0, so every request reaches the stub.
 */
export function respond(asked: Asked, body: Body, status = 200, more: Readonly<Record<string, string>> = {}): Response {
  const text = JSON.stringify(body);
  const isWhole = asked.method === 'GET' && status === 200 && body.data != null && !body.errors;
  const etag = `"${digest(text)}"`;
  const headers = {
    ...(isWhole
      ? { etag, 'cache-control': 'public, max-age=0, stale-while-revalidate=0, stale-if-error=86400' }
      : { 'cache-control': 'no-store' }),
    vary: 'Origin, Accept, Accept-Encoding',
    'x-content-type-options': 'nosniff',
    ...more,
  };
  if (isWhole && asked.headers['if-none-match'] === etag) return new Response(null, { status: 304, headers });
  const type = asked.headers.accept?.includes('graphql-response+json')
    ? 'application/graphql-response+json; charset=utf-8'
    : 'application/json; charset=utf-8';
  return new Response(text, { status, headers: { 'content-type': type, ...headers } });
}

/** FNV-1a, a hash that needs no asynchronous API. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
