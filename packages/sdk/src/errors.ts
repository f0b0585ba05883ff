/** An entry of `errors` in a response, as the server sent it. */
export interface ApiError {
  /** The server's message. It can contain a value you sent. */
  readonly message: string;
  /** Path of the field in the data that is null because of the error, such as `['career', 'salary']`. */
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    /** Machine-readable code, such as `BAD_USER_INPUT`. */
    readonly code?: string;
    /** With INTERNAL_SERVER_ERROR: the ID of the entry in the server's log. */
    readonly id?: string;
    /** With BAD_USER_INPUT: the argument the server rejected. */
    readonly argument?: string;
    readonly [key: string]: unknown;
  };
}

/**
 * The base class of all errors of this package. The message never contains a header, the API key, or a variable; the
 * server's own messages are in `errors`.
 */
export class CareerGraphError extends Error {
  override readonly name: string = 'CareerGraphError';
  /** Machine-readable code: the server's code, or REFUSED, TIMEOUT, NETWORK, BAD_ANSWER, or PARTIAL_DATA. */
  declare readonly code: string;
  /** HTTP status of the response; undefined if there was no response. */
  declare readonly status: number | undefined;
  /** The errors in the response. */
  declare readonly errors: readonly ApiError[];

  constructor(message: string, code: string, status?: number, errors: readonly ApiError[] = []) {
    super(message);
    this.code = code;
    this.status = status;
    this.errors = errors;
  }
}

/** The server rejected a value you sent (BAD_USER_INPUT). `errors` says which values it accepts. */
export class BadUserInputError extends CareerGraphError {
  override readonly name = 'BadUserInputError';
}

/** The server refused the request for another reason: an invalid key, a query that is too complex, an unknown document. */
export class RefusedError extends CareerGraphError {
  override readonly name = 'RefusedError';
}

/** Too many requests (429), and either no retries are left or the server asks to wait longer than the time limit. */
export class RateLimitedError extends CareerGraphError {
  override readonly name = 'RateLimitedError';
  /** Seconds to wait before the next request; undefined if the server does not say. */
  declare readonly retryAfter: number | undefined;
}

/** There was no complete answer within `timeoutMs`, including retries. */
export class TimeoutError extends CareerGraphError {
  override readonly name = 'TimeoutError';
}

/** The server was unreachable, or the connection broke before the answer was complete. */
export class NetworkError extends CareerGraphError {
  override readonly name = 'NetworkError';
}

/** The server failed, or its response was not a GraphQL response. */
export class ServerError extends CareerGraphError {
  override readonly name = 'ServerError';
  /** Seconds to wait before the next request; undefined if the server does not say. */
  declare readonly retryAfter: number | undefined;
  /** ID of the entry in the server's log; undefined if the server sent none. */
  get id(): string | undefined {
    return this.errors[0]?.extensions?.id;
  }
}

/** Part of the requested data is missing. Thrown with `partial: 'throw'`, and while iterating over a list. */
export class PartialDataError<TData = unknown> extends CareerGraphError {
  override readonly name = 'PartialDataError';
  /** The data that arrived. */
  declare readonly data: TData;
}
