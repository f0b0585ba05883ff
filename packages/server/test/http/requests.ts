import { createHash } from 'node:crypto';
import { type ApiOptions, createApi, type Handler, keepCatalog } from '@careergraph/server';
import { type Fetch, type TestApi, toFetch } from '@careergraph/testkit';
import { onTestFinished } from 'vitest';

export const QUIET = { info: () => {}, error: () => {} };

/** Another service on the same database, with settings and memory of its own, for one test. */
export async function apiWith(api: TestApi, options: Partial<ApiOptions> = {}): Promise<Fetch> {
  return toFetch(await handlerWith(api, options));
}

/** The same, to be served over a port. */
export async function handlerWith({ prisma }: TestApi, options: Partial<ApiOptions> = {}): Promise<Handler> {
  const catalog = await keepCatalog(prisma, 60_000, () => {});
  onTestFinished(() => catalog.stop());
  return createApi({ prisma, catalog, logger: QUIET, ...options });
}

/** What a request asks for, as GraphQL over HTTP names it. */
export interface Asked {
  readonly query?: unknown;
  readonly documentId?: string;
  readonly operationName?: string;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

export function getRequest(
  { query, documentId, operationName, ...json }: Asked,
  headers: Record<string, string> = {},
): Request {
  const search = new URLSearchParams();
  if (query !== undefined) search.set('query', String(query));
  if (documentId !== undefined) search.set('documentId', documentId);
  if (operationName !== undefined) search.set('operationName', operationName);
  for (const [name, value] of Object.entries(json)) search.set(name, JSON.stringify(value));
  return new Request(`http://localhost/graphql?${search}`, { headers });
}

export function postRequest(asked: Asked, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(asked),
  });
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The extension that names a document by its hash. */
export const persisted = (document: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(document) } });
