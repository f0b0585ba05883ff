import type { ApiError } from '../errors.js';
import type { Asked } from './request.js';

/** What stands in the body of an answer. */
export interface Body {
  readonly data?: unknown;
  readonly errors?: readonly ApiError[];
}

/**
 * A response as the server writes it: a whole answer to GET has an ETag, and is 304 for who has it already; nothing
 * else may be kept. `max-age` is 0, as where the operator sets CAREERGRAPH_CACHE_SECONDS to it, so that each request is
 * asked for again.
 */
export function respond(asked: Asked, body: Body, status = 200, more: Readonly<Record<string, string>> = {}): Response {
  const text = JSON.stringify(body);
  const isWhole = asked.method === 'GET' && status === 200 && body.data != null && !body.errors;
  const etag = `W/"${digest(text)}"`;
  const headers = {
    ...(isWhole
      ? { etag, 'cache-control': 'public, max-age=0, stale-if-error=86400' }
      : { 'cache-control': 'no-store' }),
    vary: 'Origin, Accept',
    'x-content-type-options': 'nosniff',
    ...more,
  };
  if (isWhole && asked.headers['if-none-match'] === etag) return new Response(null, { status: 304, headers });
  const type = asked.headers.accept?.includes('graphql-response+json')
    ? 'application/graphql-response+json; charset=utf-8'
    : 'application/json; charset=utf-8';
  return new Response(text, { status, headers: { 'content-type': type, ...headers } });
}

/** FNV-1a: tells texts apart in every runtime, without waiting. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
