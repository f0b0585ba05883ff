/** The `extensions` that name a document by its hash. */
export const persistedQuery = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

/** The URL of a GET request by hash. Equal variables make equal URLs, whatever the order of their keys. */
export function persistedUrl(
  endpoint: string,
  operationName: string,
  hash: string,
  variables: object | undefined,
): string {
  const query = new URLSearchParams({
    operationName,
    ...(variables && { variables: JSON.stringify(variables, sortKeys) }),
    extensions: JSON.stringify(persistedQuery(hash)),
  });
  return `${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`;
}

function sortKeys(_key: string, value: unknown): unknown {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value;
}
