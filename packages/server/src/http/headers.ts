import type { Handler } from './handler.js';

/** Caches keep only what a later stage allows them to keep. */
const DEFAULT_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Sets the headers that every response has. */
export function setDefaultHeaders(next: Handler): Handler {
  return async (request) => {
    const response = await next(request);
    return { ...response, headers: { ...DEFAULT_HEADERS, ...response.headers } };
  };
}
