import type { IncomingHttpHeaders } from 'node:http';
import type { MaybePromise } from '../maybe-promise.js';
import type { Exchange } from './exchange.js';

/** What a stage reads of a request. Node's own objects are passed on, not copied. */
export interface HttpRequest {
  readonly method: string;
  /** The path of the URL, without the query string. */
  readonly path: string;
  /** The query string with its question mark, or an empty string. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  /** The address at the other end of the connection. Without a connection, there is none. */
  readonly peer?: string | undefined;
  /** What is noted about this request. */
  readonly exchange?: Exchange;
  /** The body, or null if it is longer. */
  readonly readBody: (maxBytes: number) => MaybePromise<Buffer | null>;
}

/** A complete response. Names of headers are lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

/** A stage of the request path: it answers, or calls the handler behind it. A kept answer to GET needs no promise. */
export type Handler = (request: HttpRequest) => MaybePromise<HttpResponse>;

/** Does for each response once what `change` does: a kept answer has the same response for every request. */
export function oncePerResponse<T extends object>(
  change: (response: HttpResponse) => T,
): (response: HttpResponse) => T {
  const changed = new WeakMap<HttpResponse, T>();
  return (response) => {
    let result = changed.get(response);
    if (result === undefined) {
      result = change(response);
      changed.set(response, result);
    }
    return result;
  };
}

export function jsonResponse(status: number, value: unknown): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
