import { Outcome } from './answer.js';
import { respond } from './response.js';

/** What can be said of a failure, by its code. */
export interface FailureDetails {
  /** What the client makes a BadUserInputError of. `argument` is the one that could not be taken. */
  readonly BAD_USER_INPUT: { readonly argument?: string };
  /** What the client makes a RefusedError of: data of this kind is not loaded on the server. */
  readonly NOT_AVAILABLE_YET: { readonly argument?: string };
  /** What the client makes a RefusedError of: too much was asked for at once. */
  readonly QUERY_COMPLEXITY: Readonly<Record<string, never>>;
  /** What the client makes a RateLimitedError of, after its retries. `retryAfter` in seconds. */
  readonly RATE_LIMITED: { readonly retryAfter?: number };
  /** What the client makes a ServerError of, after its retries. `retryAfter` in seconds. */
  readonly DATABASE_UNAVAILABLE: { readonly retryAfter?: number };
  /** What the client makes a ServerError of. `id` finds the line in the server's log. */
  readonly INTERNAL_SERVER_ERROR: { readonly id?: string };
  /** What the client makes a NetworkError of, after its retries. */
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
 * A failure: the server's refusal with its code, or no connection. The client tries RATE_LIMITED, DATABASE_UNAVAILABLE
 * and NETWORK again, with pauses; `retries: 0` makes the tests of them fast.
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
