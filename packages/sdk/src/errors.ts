/** One entry of `errors` in an answer, as the server wrote it. */
export interface ApiError {
  /** The server's own words. They may name the value that it could not take. */
  readonly message: string;
  /** Where in the data there is null because of it, such as `['career', 'salary']`. */
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    /** Machine-readable cause, such as `BAD_USER_INPUT`. */
    readonly code?: string;
    /** Of an INTERNAL_SERVER_ERROR: finds the line in the server's log. */
    readonly id?: string;
    /** Of a BAD_USER_INPUT: the argument that could not be taken. */
    readonly argument?: string;
    readonly [key: string]: unknown;
  };
}

/**
 * What every error of this package is. Its message holds no header, key or variable; `errors` has the server's words.
 */
export class CareerGraphError extends Error {
  override readonly name: string = 'CareerGraphError';
  /** Machine-readable cause: the server's code, or TIMEOUT, NETWORK, BAD_ANSWER, PARTIAL_DATA. */
  declare readonly code: string;
  /** HTTP status of the answer; undefined where there was none. */
  declare readonly status: number | undefined;
  /** What the server said. */
  declare readonly errors: readonly ApiError[];

  constructor(message: string, code: string, status?: number, errors: readonly ApiError[] = []) {
    super(message);
    this.code = code;
    this.status = status;
    this.errors = errors;
  }
}

/** The server cannot take a value that it was given (BAD_USER_INPUT); `errors` says which form it must have. */
export class BadUserInputError extends CareerGraphError {
  override readonly name = 'BadUserInputError';
}

/** Any other refusal: a key that is not accepted, a question that is too costly, a document that the server does not know. */
export class RefusedError extends CareerGraphError {
  override readonly name = 'RefusedError';
}

/** Too many requests (429), and the retries were used up or the server's pause is longer than the time-out. */
export class RateLimitedError extends CareerGraphError {
  override readonly name = 'RateLimitedError';
  /** Seconds to wait, where the server said so. */
  declare readonly retryAfter: number | undefined;
}

/** No answer within `timeoutMs`, retries included. */
export class TimeoutError extends CareerGraphError {
  override readonly name = 'TimeoutError';
}

/** The server could not be reached, or the connection broke before the answer was complete. */
export class NetworkError extends CareerGraphError {
  override readonly name = 'NetworkError';
}

/** The server failed, or answered something that is no GraphQL answer. */
export class ServerError extends CareerGraphError {
  override readonly name = 'ServerError';
  /** Seconds to wait, where the server said so. */
  declare readonly retryAfter: number | undefined;
  /** Finds the line in the server's log. */
  get id(): string | undefined {
    return this.errors[0]?.extensions?.id;
  }
}

/** Some of what was asked for is missing; thrown only with `partial: 'throw'` and while walking a list. */
export class PartialDataError<TData = unknown> extends CareerGraphError {
  override readonly name = 'PartialDataError';
  /** What there is. */
  declare readonly data: TData;
}
