import { runRequest } from 'graphql-request/build/legacy/helpers/runRequest.js';
import type { Answer } from './client.js';
import type { TypedDocument } from './documents.js';
import {
  type ApiError,
  BadUserInputError,
  type CareerGraphError,
  RateLimitedError,
  RefusedError,
  ServerError,
} from './errors.js';
import { retryAfter } from './transport/retry.js';
import type { RawAnswer } from './transport/send.js';
import type { KeepableAnswer } from './transport/transport.js';

/** What graphql-request would send by POST. */
export interface PostRequest {
  readonly headers: Headers;
  readonly body: string;
}

/** Asks by the rules of GraphQL over HTTP, and turns what is no answer into one of our errors. */
export async function execute(
  url: string,
  { name, text }: TypedDocument<unknown, unknown>,
  variables: object | undefined,
  transport: (request: PostRequest) => Promise<KeepableAnswer>,
): Promise<Answer<unknown>> {
  let raw: KeepableAnswer | undefined;
  let result: { readonly data?: unknown; readonly errors?: unknown } = {};
  try {
    const found = await runRequest({
      url,
      method: 'POST',
      request: { _tag: 'Single', document: { expression: text, operationName: name, isMutation: false }, variables },
      fetch: async (_url, request) => {
        raw = await transport(request);
        const { status, headers, text: body } = raw;
        return { ok: status < 300, status, headers, text: async () => body } as Response;
      },
      fetchOptions: { errorPolicy: 'all' },
    });
    result = found instanceof Error ? found.response : found;
  } catch (error) {
    // Without an answer, the error is one of ours or the caller's own; with one, it could not be read.
    if (!raw) throw error;
  }
  const { data } = result;
  const answer = raw as KeepableAnswer;
  const errors = Array.isArray(result.errors) && result.errors.length ? (result.errors as ApiError[]) : undefined;
  const isWhole = !errors && answer.status < 300;
  if (data && (isWhole || Object.values(data).some((value) => value !== null))) {
    if (!errors) await answer.keep?.();
    return { data, errors };
  }
  throw errorOf(name, answer, errors);
}

function errorOf(name: string, raw: RawAnswer, errors: readonly ApiError[] = []): CareerGraphError {
  const { status, headers } = raw;
  const { code: given, argument } = errors[0]?.extensions ?? {};
  const [code, named] = [given, argument].map((word) => (/^[a-z_.$]+$/i.test(word ?? '') ? word : undefined));
  if (code === 'BAD_USER_INPUT') {
    return new BadUserInputError(`${name}: the server cannot take ${named ?? 'it'}; see errors.`, code, status, errors);
  }
  const isLimit = status === 429 || code === 'RATE_LIMITED';
  if (!isLimit && status < 500 && (code ? code !== 'INTERNAL_SERVER_ERROR' : status >= 400)) {
    return new RefusedError(`${name} was refused: ${code ?? status}.`, code ?? 'REFUSED', status, errors);
  }
  const what = code ?? `${status} ${headers.get('content-type')}`;
  const error = isLimit
    ? new RateLimitedError(`${name}: too many requests.`, 'RATE_LIMITED', status, errors)
    : new ServerError(`${name}: the server answered ${what}.`, code ?? 'BAD_ANSWER', status, errors);
  return Object.assign(error, { retryAfter: retryAfter(raw) });
}
