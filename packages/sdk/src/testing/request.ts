/** A request that a stub received. */
export interface StubbedCall {
  /** Name of the operation. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly method: string;
  /** Headers by lowercase name, without `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A parsed GraphQL over HTTP request. */
export interface Asked extends StubbedCall {
  /** Text of the document; undefined if the request has only the hash. */
  readonly text: string | undefined;
  /** SHA-256 of the document; undefined if the request has only the text. */
  readonly hash: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Parses a request of the client: a GET with its parameters in the URL, or a POST with a JSON body. */
export async function readRequest(input: string | URL | Request, init: RequestInit = {}): Promise<Asked> {
  // Without the signal: the runtime's Request rejects the signal of a simulated browser.
  const request = new Request(input, { ...init, signal: null });
  const parts = request.method === 'GET' ? partsOf(new URL(request.url)) : JSON.parse(await request.text());
  const { authorization: _secret, ...headers } = Object.fromEntries(request.headers);
  return {
    operation: parts.operationName ?? '(no operationName)',
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
