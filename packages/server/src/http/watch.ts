import { randomBytes } from 'node:crypto';
import { andThen } from '../maybe-promise.js';
import type { Answered } from '../request-log.js';
import type { Handler, HttpResponse } from './handler.js';

/** An ID that a client or a proxy has given the request. */
const REQUEST_ID = /^[\w.:-]{8,64}$/;

const process = randomBytes(6).toString('base64url');
let requests = 0;

/** Gives each request an ID and tells the watchers of its response. */
export function watchRequests(watchers: readonly ((answered: Answered) => void)[], next: Handler): Handler {
  return (request) => {
    const { exchange } = request;
    if (!exchange) return next(request);
    const given = request.headers['x-request-id'];
    exchange.id =
      typeof given === 'string' && REQUEST_ID.test(given) ? given : `${process}-${(++requests).toString(36)}`;
    exchange.setHeader('X-Request-Id', exchange.id);
    if (watchers.length === 0) return next(request);
    const start = performance.now();
    return andThen(next(request), (response) => {
      exchange.code ??= codeOf(response);
      const answered = { request, exchange, response, ms: performance.now() - start };
      for (const watch of watchers) watch(answered);
      return response;
    });
  };
}

/** Errors of execution are in the body only. They are rare, and short. */
function codeOf({ status, body, headers }: HttpResponse): string | undefined {
  if (body === null || headers.etag !== undefined || (status < 400 && headers['cache-status'] !== undefined))
    return undefined;
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8', 0, 100_000);
  if (!text.startsWith('{"errors"') && !text.includes('"errors":[')) return undefined;
  return /"code":"([A-Z_]+)"/.exec(text)?.[1];
}
