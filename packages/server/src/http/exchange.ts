/** What stages find out about one request, for its log line and metrics, and the headers of its response alone. */
export class Exchange {
  /** Names and values in turn. Unlike those of a response, they are never kept for another request. */
  readonly headers: string[] = [];
  /** Names the request in the log and in `X-Request-Id`. */
  id = '';
  /** `key:<id>`, or the network of a caller without a key. */
  caller: string | undefined;
  operationName: string | undefined;
  documentHash: string | undefined;
  /** `extensions.code` of the first error. */
  code: string | undefined;
  cost: number | undefined;
  cache: 'hit' | 'stale' | 'miss' | undefined;

  /** Sets a header, or changes what was set before. */
  setHeader(name: string, value: string): void {
    const at = this.headers.indexOf(name);
    if (at < 0) this.headers.push(name, value);
    else this.headers[at + 1] = value;
  }
}
