import { Outcome } from './answer.js';
import { respond } from './response.js';

/** The details of a failure, by code. */
export interface FailureDetails {
  /** The client throws a BadUserInputError. `argument` is the argument the server rejected. */
  readonly BAD_USER_INPUT: { readonly argument?: string };
  /** The client throws a RefusedError: the server has not loaded this kind of data. */
  readonly NOT_AVAILABLE_YET: { readonly argument?: string };
  /** The client throws a RefusedError: the query is too complex. */
  readonly QUERY_COMPLEXITY: Readonly<Record<string, never>>;
  /** The client throws a RateLimitedError after its retries. `retryAfter` is in seconds. */
  readonly RATE_LIMITED: { readonly retryAfter?: number };
  /** The client throws a ServerError after its retries. `retryAfter` is in seconds. */
  readonly DATABASE_UNAVAILABLE: { readonly retryAfter?: number };
  /** The client throws a ServerError. `id` is the ID of the entry in the server's log. */
  readonly INTERNAL_SERVER_ERROR: { readonly id?: string };
  /** The client throws a NetworkError after its retries. */
  readonly NETWORK: Readonly<Record<string, never>>;
}

const FAILURES = {
  BAD_USER_INPUT: [400, 'A value is not of the right form.'],
  NOT_AVAILABLE_YET: [200, 'This server has no such data yet.'],
  QUERY_COMPLEXITY: [400, 'Too much is asked for at once.'],
  RATE_LIMITED: [429, 'Too many requests.'],
  DATABASE_UNAVAILABLE: [503, 'The database does not answer; try again in a few seconds.'],
  INTERNAL_SERVER_ERROR: [500, 'Something went wrong on the server; its log has the details.'],
} as const;

/**
 * A failure: an error response with a code, or a broken connection. The client retries RATE_LIMITED,
 * DATABASE_UNAVAILABLE, and NETWORK after a pause; set `retries: 0` to keep your tests fast.
 *
 * @example
 * stub.on(careerPage, fail('RATE_LIMITED', { retryAfter: 30 }));
 * stub.on(sources, fail('INTERNAL_SERVER_ERROR', { id: 'c0ffee' }));
 * stub.on(area, fail('NETWORK'));
 */
export function fail<TCode extends keyof FailureDetails>(code: TCode, details?: FailureDetails[TCode]): Outcome<never> {
  return new Outcome((asked) => {
    if (code === 'NETWORK') throw new TypeError('fetch failed');
    const { retryAfter, ...extensions } = (details ?? {}) as { readonly retryAfter?: number };
    const [status, message] = FAILURES[code as keyof typeof FAILURES];
    return respond(
      asked,
      { errors: [{ message, extensions: { code, ...extensions } }], ...(status === 200 && { data: null }) },
      status,
      retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` },
    );
  });
}
