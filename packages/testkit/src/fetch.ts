import type { Handler } from '@careergraph/server';

/** A handler called with a WHATWG request, without a port. */
export type Fetch = (request: Request) => Promise<Response>;

export function toFetch(handler: Handler): Fetch {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const response = await handler({
      method: request.method,
      path: pathname,
      search,
      headers: Object.fromEntries(request.headers),
      readBody: async (maxBytes) => {
        const body = Buffer.from(await request.arrayBuffer());
        return body.byteLength > maxBytes ? null : body;
      },
    });
    return new Response(response.body, response);
  };
}
