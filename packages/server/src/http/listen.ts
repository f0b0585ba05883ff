import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handler, HttpRequest, HttpResponse } from './handler.js';

export interface Listening {
  /** The URL for a browser. */
  readonly url: string;
  /** Takes no new requests, waits up to eight seconds for those under way, and closes. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
}

const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 };
const CLOSE_TIMEOUT_MS = 8_000;

/** Serves the handler with node:http. */
export async function listen(handler: Handler, { port, host }: ListenOptions): Promise<Listening> {
  const server = createServer({ maxHeaderSize: 16_384, ...TIMEOUTS }, async (incoming, outgoing) => {
    const response = await handler(toHttpRequest(incoming));
    // An idle connection would delay closing, and the rest of an unread body would be read as the next request.
    if (!server.listening || !incoming.complete) outgoing.shouldKeepAlive = false;
    send(outgoing, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS).unref();
      }),
  };
}

function toHttpRequest(incoming: IncomingMessage): HttpRequest {
  const { method = 'GET', url = '/', headers } = incoming;
  // Proxies may send the absolute form. Its host is the client's word and decides nothing here.
  const target = url.replace(/^https?:\/\/[^/?]*/i, '');
  const end = target.indexOf('?');
  return {
    method,
    path: (end < 0 ? target : target.slice(0, end)) || '/',
    search: end < 0 ? '' : target.slice(end),
    headers,
    // A body that is too large stays unread; destroying it would destroy the connection before the response is sent.
    body: { [Symbol.asyncIterator]: () => incoming.iterator({ destroyOnReturn: false }) },
  };
}

function send(outgoing: ServerResponse, { status, headers, body }: HttpResponse): void {
  outgoing.statusCode = status;
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  outgoing.end(body ?? undefined);
}
