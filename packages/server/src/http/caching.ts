import type { Plugin } from 'graphql-yoga';
import { etagOf, matches } from './etag.js';

/** How long a newly imported figure may stay unseen. */
export const DEFAULT_CACHE_SECONDS = 60;

/** While the service is down, a figure that is a day old is better than none. */
const STALE_IF_ERROR_SECONDS = 86_400;

/**
 * Lets browsers and CDNs keep complete answers to GET. An answer with errors may be different a moment later.
 *
 * @param seconds how long an answer may be used without asking again
 */
export function cacheAnswers(seconds: number): Plugin {
  const complete = new WeakSet<Request>();
  return {
    onResultProcess: ({ request, result }) => {
      if (request.method === 'GET' && 'data' in result && result.data != null && !result.errors?.length) {
        complete.add(request);
      }
    },
    onResponse: async ({ request, response, setResponse }) => {
      const type = response.headers.get('content-type') ?? '';
      if (response.status !== 200 || !complete.has(request) || !type.startsWith('application/')) {
        // Yoga sets another value for a stream of events.
        response.headers.set('cache-control', 'no-store');
        return;
      }
      const body = new Uint8Array(await response.arrayBuffer());
      // Weak, because the answer is the same in both media types, and when a proxy compresses it.
      const etag = `W/${etagOf(body)}`;
      const headers = {
        etag,
        'cache-control': `public, max-age=${seconds}, stale-if-error=${STALE_IF_ERROR_SECONDS}`,
      };
      setResponse(
        matches(request.headers.get('if-none-match'), etag)
          ? new Response(null, { status: 304, headers })
          : new Response(body, {
              headers: { 'content-type': type, 'content-length': `${body.byteLength}`, ...headers },
            }),
      );
    },
  };
}
