import { ClientError, GraphQLClient } from 'graphql-request';
import { type Answer, answerOf } from './answer.js';
import type { TypedDocument } from './documents.js';
import { PartialDataError } from './errors.js';
import { persistedQuery } from './transport/persisted.js';
import { createTransport, type TransportOptions, type TransportResponse } from './transport/transport.js';

/** Options of {@link createClient}. */
export interface ClientOptions extends TransportOptions {
  /** Time limit for a request, including retries, in milliseconds. Default: 10,000. */
  readonly timeoutMs?: number | undefined;
  /** `'throw'` rejects a partial answer with a {@link PartialDataError}. Default: `'return'`, which resolves with both data and errors. */
  readonly partial?: 'return' | 'throw' | undefined;
}

/** Options of one request. */
export interface RequestOptions {
  /** Aborts the request, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Overrides the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined;
  /** Overrides the client's `partial`. */
  readonly partial?: 'return' | 'throw' | undefined;
}

/** Arguments of a request. Variables are optional if the operation requires none. */
export type QuestionArguments<TVariables> =
  Record<string, never> extends TVariables
    ? [variables?: TVariables, options?: RequestOptions]
    : [variables: TVariables, options?: RequestOptions];

/** The minimal client. You import documents by name, so a bundler drops the ones you do not use. */
export interface Client {
  /**
   * Sends one operation. Something that does not exist is null in the data, not an error.
   *
   * @throws BadUserInputError, RefusedError, RateLimitedError, TimeoutError, NetworkError, ServerError, PartialDataError
   */
  request<TData, TVariables>(
    document: TypedDocument<TData, TVariables>,
    ...rest: QuestionArguments<NoInfer<TVariables>>
  ): Promise<Answer<TData>>;
}

/** {@link Client} without the types of each document. */
interface UntypedClient {
  request(
    document: TypedDocument<unknown, unknown>,
    variables?: object,
    requestOptions?: RequestOptions,
  ): Promise<Answer<unknown>>;
}

/**
 * Creates a client for one CareerGraph server.
 *
 * @throws TypeError if the endpoint is not an http(s) URL or the API key contains characters that a header cannot carry
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

  const request: UntypedClient['request'] = async (document, variables, requestOptions = {}) => {
    const { name, text, hash } = document;
    const timeoutMs = requestOptions.timeoutMs ?? options.timeoutMs ?? 10_000;
    const extensions = options.persisted === false ? undefined : persistedQuery(hash);
    let received: TransportResponse | undefined;
    const graphql = new GraphQLClient(endpoint, {
      errorPolicy: 'all',
      signal: requestOptions.signal ?? null,
      // graphql-request would parse the text to find the name, which the document already has.
      excludeOperationName: true,
      requestMiddleware: (post) => ({
        ...post,
        body: JSON.stringify({ query: text, variables, operationName: name, extensions }),
      }),
      fetch: async (_url, post) => {
        received = await transport(document, variables, timeoutMs, post);
        return new Response(received.text || null, received);
      },
    });
    const result = await graphql.rawRequest(text, variables).catch((error: unknown) => {
      if (!received) throw error;
      return error instanceof ClientError ? error.response : {};
    });
    // TypeScript does not see that `fetch` above has assigned it.
    const response = received as unknown as TransportResponse;
    const answer = answerOf(name, response, result);
    if (!answer.errors) await response.keep?.();
    else if ((requestOptions.partial ?? options.partial) === 'throw') {
      const error = new PartialDataError(
        `${name}: partial data; see errors.`,
        'PARTIAL_DATA',
        response.status,
        answer.errors,
      );
      throw Object.assign(error, { data: answer.data });
    }
    return answer;
  };
  return { request } as UntypedClient as Client;
}

/** Returns the absolute endpoint. Messages repeat neither the URL nor the key: both can contain a secret. */
function endpointOf({ endpoint, apiKey = '' }: ClientOptions): string {
  let url = '';
  try {
    url = new URL(endpoint, globalThis.location?.href).href;
  } catch {
    // Reported below, without the URL.
  }
  if (!/^https?:\/\/[^/@]+\/[^#]*$/.test(url)) {
    throw new TypeError('endpoint must be an absolute http(s) URL without a password.');
  }
  if (!/^[!-~]*$/.test(apiKey)) throw new TypeError('apiKey must be ASCII without spaces.');
  return url;
}
