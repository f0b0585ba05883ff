/** What a stub was asked, as far as tests want to know it. */
export interface StubbedCall {
  /** Name of the operation. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly method: string;
  /** By their names in lower case; `authorization` is left out. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A request by the rules of GraphQL over HTTP, read. */
export interface Asked extends StubbedCall {
  /** The document's text; undefined where only its hash was sent. */
  readonly text: string | undefined;
  /** SHA-256 of the document; undefined where only its text was sent. */
  readonly hash: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Reads what the client sends: GET with the parts in the address, POST with the parts in the body. */
export async function readRequest(input: string | URL | Request, init: RequestInit = {}): Promise<Asked> {
  // Without its signal: that of a simulated browser is not taken by the runtime's own Request.
  const request = new Request(input, { ...init, signal: null });
  const parts = request.method === 'GET' ? partsOf(new URL(request.url)) : JSON.parse(await request.text());
  const { authorization: _secret, ...headers } = Object.fromEntries(request.headers);
  return {
    operation: parts.operationName ?? 'A document without operationName',
    variables: parts.variables ?? {},
    method: request.method,
    headers,
    text: parts.query,
    hash: parts.extensions?.persistedQuery?.sha256Hash,
    signal: init.signal ?? (input instanceof Request ? input.signal : undefined),
  };
}

interface Parts {
  readonly operationName?: string;
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: string } };
}

function partsOf({ searchParams }: URL): Parts {
  const json = new Set(['variables', 'extensions']);
  return Object.fromEntries([...searchParams].map(([name, text]) => [name, json.has(name) ? JSON.parse(text) : text]));
}
