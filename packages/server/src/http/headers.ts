import { andThen } from '../maybe-promise.js';
import { type Handler, oncePerResponse } from './handler.js';

/** Caches keep only what a later stage allows them to keep. */
export const DEFAULT_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Sets the headers that every response has. */
export function setDefaultHeaders(next: Handler): Handler {
  const withDefaults = oncePerResponse(({ status, headers, body }) => ({
    status,
    headers: { ...DEFAULT_HEADERS, ...headers },
    body,
  }));
  return (request) => andThen(next(request), withDefaults);
}
