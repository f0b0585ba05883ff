import type { IncomingHttpHeaders } from 'node:http';

/** What a stage reads of a request. Node's own objects are passed on, not copied. */
export interface HttpRequest {
  readonly method: string;
  /** The path of the URL, without the query string. */
  readonly path: string;
  /** The query string with its question mark, or an empty string. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: AsyncIterable<Uint8Array>;
}

/** A complete response. Names of headers are lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

/** A stage of the request path: it answers, or calls the handler behind it. */
export type Handler = (request: HttpRequest) => Promise<HttpResponse>;

export function jsonResponse(status: number, value: unknown): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
