import { type ApiError, BadUserInputError, RateLimitedError, RefusedError, ServerError } from './errors.js';
import { retryAfter } from './transport/retry.js';
import type { RawAnswer } from './transport/send.js';

/** A successful answer: at least one of the requested root fields has a value. */
export interface Answer<TData> {
  /** The requested data. A field is null if the thing does not exist, or if an entry of `errors` names its path. */
  readonly data: TData;
  /** Why fields are missing; undefined if none is. */
  readonly errors: readonly ApiError[] | undefined;
}

/**
 * Reads the result that graphql-request made of a response.
 *
 * @throws CareerGraphError if the result has no data
 */
export function answerOf(
  operation: string,
  received: RawAnswer,
  result: { readonly data?: unknown; readonly errors?: unknown },
): Answer<unknown> {
  const { status, headers } = received;
  // A batch, which the SDK never sends, has a list here.
  const data = Array.isArray(result.data) ? undefined : result.data;
  const errors = Array.isArray(result.errors) && result.errors.length ? (result.errors as ApiError[]) : undefined;
  const isComplete = !errors && status < 300;
  if (data && (isComplete || Object.values(data).some((value) => value !== null))) return { data, errors };

  // Only plain words go into a message: the server could repeat a variable here.
  const [code, argument] = (['code', 'argument'] as const).map((key) => {
    const word: unknown = errors?.[0]?.extensions?.[key];
    return typeof word === 'string' && /^[a-z_.$]+$/i.test(word) ? word : undefined;
  });
  if (code === 'BAD_USER_INPUT') {
    const message = `${operation}: the server rejected ${argument ? `"${argument}"` : 'a value'}; see errors.`;
    throw new BadUserInputError(message, code, status, errors);
  }
  const isRateLimit = status === 429 || code === 'RATE_LIMITED';
  if (!isRateLimit && status < 500 && (code ? code !== 'INTERNAL_SERVER_ERROR' : status >= 400)) {
    throw new RefusedError(`${operation} was refused: ${code ?? status}.`, code ?? 'REFUSED', status, errors);
  }
  const what = code ?? `${status} ${headers.get('content-type')}`;
  const error = isRateLimit
    ? new RateLimitedError(`${operation}: too many requests.`, 'RATE_LIMITED', status, errors)
    : new ServerError(`${operation}: the server answered ${what}.`, code ?? 'BAD_ANSWER', status, errors);
  throw Object.assign(error, { retryAfter: retryAfter(received) });
}
