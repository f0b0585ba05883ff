import type { Plugin } from 'graphql-yoga';
import { etagOf, matches } from './etag.js';

/** Longer, and a figure that was imported would be waited for. */
export const DEFAULT_CACHE_SECONDS = 60;

/** While the service is down a day-old figure is better than none. */
const STALE_IF_ERROR_SECONDS = 86_400;

/**
 * Lets browsers and CDNs keep whole answers to GET, and asks them to keep nothing else: an error or a part may be
 * another one a moment later.
 *
 * @param seconds for how long they may be used without asking again
 */
export function cacheAnswers(seconds: number): Plugin {
  const whole = new WeakSet<Request>();
  return {
    onResultProcess: ({ request, result }) => {
      if (request.method === 'GET' && 'data' in result && result.data != null && !result.errors?.length) {
        whole.add(request);
      }
    },
    onResponse: async ({ request, response, setResponse }) => {
      const type = response.headers.get('content-type') ?? '';
      // Yoga also answers with a stream of events, which is no representation to keep.
      if (response.status !== 200 || !whole.has(request) || !type.startsWith('application/')) {
        response.headers.set('cache-control', 'no-store');
        return;
      }
      const body = new Uint8Array(await response.arrayBuffer());
      // Weak, because the answer is the same under both media types, and when a proxy compresses it.
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
