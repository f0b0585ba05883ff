import type { TypedDocument } from './documents.js';
import { type ApiError, PartialDataError } from './errors.js';
import { execute } from './execute.js';
import { createTransport, type TransportOptions } from './transport/transport.js';

/** Options of {@link createClient}. */
export interface ClientOptions extends TransportOptions {
  /** How long a request may take, retries included, in milliseconds; 10,000 unless given. */
  readonly timeoutMs?: number | undefined;
  /** `'throw'` makes an answer with gaps a {@link PartialDataError}; unless given, data and errors both arrive. */
  readonly partial?: 'return' | 'throw' | undefined;
}

/** Options of one request. */
export interface RequestOptions {
  /** Aborts the request: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Of this request alone. */
  readonly timeoutMs?: number | undefined;
  /** Of this request alone. */
  readonly partial?: 'return' | 'throw' | undefined;
}

/** An answer that has at least one of the things asked for. */
export interface Answer<TData> {
  /** What was asked for; null stands where there is no such thing, or where one of `errors` has its path. */
  readonly data: TData;
  /** Why something is missing; undefined where nothing is. */
  readonly errors: readonly ApiError[] | undefined;
}

/** Variables may be left out where none is required. */
export type QuestionArguments<TVariables> =
  Record<string, never> extends TVariables
    ? [variables?: TVariables, options?: RequestOptions]
    : [variables: TVariables, options?: RequestOptions];

/** The smaller client: documents are imported by name, so that a bundler drops the others. */
export interface Client {
  /**
   * Asks one question.
   *
   * @throws BadUserInputError, RefusedError, RateLimitedError, TimeoutError, NetworkError, ServerError; what does not
   * exist is null in the data and no error
   */
  request<TData, TVariables>(
    document: TypedDocument<TData, TVariables>,
    ...rest: QuestionArguments<NoInfer<TVariables>>
  ): Promise<Answer<TData>>;
}

/** The same without the types of each document. */
interface Untyped {
  request(
    document: TypedDocument<unknown, unknown>,
    variables?: object,
    own?: RequestOptions,
  ): Promise<Answer<unknown>>;
}

/**
 * A client of one CareerGraph server.
 *
 * @throws TypeError where the endpoint is no http(s) address or the key cannot be sent
 *
 * @example
 * import { careerPage, createClient } from '@careergraph/sdk';
 *
 * const client = createClient({ endpoint: 'https://careers.example/graphql' });
 * const { data } = await client.request(careerPage, { slug: 'medical-assistant' });
 * const median = data.career?.salary?.median;
 */
export function createClient(options: ClientOptions): Client {
  const endpoint = endpointOf(options);
  const transport = createTransport(endpoint, options);
  return {
    request: async (document, variables, own = {}) => {
      const timeoutMs = own.timeoutMs ?? options.timeoutMs ?? 10_000;
      const answer = await execute(endpoint, document, variables, (request) =>
        transport(document, variables, timeoutMs, own.signal, request),
      );
      if (answer.errors && (own.partial ?? options.partial) === 'throw') {
        throw Object.assign(
          new PartialDataError(`${document.name} was answered in part.`, 'PARTIAL_DATA', 200, answer.errors),
          { data: answer.data },
        );
      }
      return answer;
    },
  } as Untyped as Client;
}

/** Neither the address nor the key is shown in an error: both may hold what is secret. */
function endpointOf({ endpoint, apiKey = '' }: ClientOptions): string {
  let url = '';
  try {
    url = new URL(endpoint, globalThis.location?.href).href;
  } catch {
    // Said below, without the address.
  }
  if (!/^https?:\/\/[^/@]+\/[^#]*$/.test(url)) {
    throw new TypeError('endpoint must be like https://careers.example/graphql, without a password.');
  }
  if (!/^[!-~]*$/.test(apiKey)) throw new TypeError('apiKey must be ASCII without spaces.');
  return url;
}
