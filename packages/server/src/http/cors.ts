/** Sites whose pages may read the answers, as browsers name them (`https://partner.example`); `*` is every site. */
export type Origins = readonly string[];

const METHODS = ['GET', 'POST'];

/** Reads `https://partner.example,https://other.example:8443` or `*`; faults are the items that no browser would send. */
export function parseOrigins(text: string): { readonly origins: Origins; readonly faults: readonly string[] } {
  const origins = text.split(',').map((item) => item.trim());
  const isEvery = origins.length === 1 && origins[0] === '*';
  return { origins, faults: isEvery ? [] : origins.filter((origin) => !isOrigin(origin)) };
}

/** A browser compares letter by letter: lower case, no default port, nothing after the host. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text) || text.includes('*')) return false;
  const { protocol, host } = new URL(text);
  return host !== '' && text === `${protocol}//${host}`;
}

/**
 * The answer to a browser that asks whether a page of another site may send a request.
 *
 * @returns null where the request is not such a question, or the site is not one of ours
 */
export function preflight(origins: Origins, { method, headers }: Pick<Request, 'method' | 'headers'>): Response | null {
  const allowed = allowedOrigin(origins, headers.get('origin'));
  const asked = headers.get('access-control-request-method') ?? '';
  if (method !== 'OPTIONS' || allowed === null || !METHODS.includes(asked)) return null;
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': allowed,
      'access-control-allow-methods': METHODS.join(', '),
      'access-control-allow-headers': 'accept, content-type, authorization, if-none-match, traceparent, tracestate',
      'access-control-max-age': '86400',
      vary: 'Origin',
    },
  });
}

/** Marks a response so that a page of an allowed site may read it; credentials are never taken along. */
export function share(origins: Origins, origin: string | null, response: Response): Response {
  const allowed = allowedOrigin(origins, origin);
  if (allowed !== null) {
    response.headers.set('access-control-allow-origin', allowed);
    response.headers.set(
      'access-control-expose-headers',
      'ETag, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset',
    );
  }
  return response;
}

function allowedOrigin(origins: Origins, origin: string | null): string | null {
  if (origins.includes('*')) return '*';
  return origin !== null && origins.includes(origin) ? origin : null;
}
