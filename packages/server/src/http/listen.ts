import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api } from '../api.js';
import type { Logger } from '../log.js';
import { type Origins, share } from './cors.js';
import { MAX_BODY_BYTES, refusal, refusePost, tooLarge } from './request.js';

export interface Listening {
  /** Where a browser finds it. */
  readonly url: string;
  /** Takes no new requests, waits for those under way (at most eight seconds), and closes. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  readonly logger: Logger;
  /** The same that the API has, for what is refused before it is asked; none where nothing is said. */
  readonly corsOrigins?: Origins;
}

/** Serves the API with node:http. */
export async function listen(api: Api, { port, host, logger, corsOrigins = [] }: ListenOptions): Promise<Listening> {
  const server = createServer(
    { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 },
    (incoming, outgoing) => {
      const refused = (response: Response) => share(corsOrigins, incoming.headers.origin ?? null, response);
      answer(api, incoming, outgoing, refused, () => server.listening).catch((error: unknown) => {
        // A client that goes away is no fault of the server.
        if (incoming.destroyed && !incoming.complete) return;
        logger.error('a request failed', { stack: error instanceof Error ? error.stack : String(error) });
        if (outgoing.headersSent) return void outgoing.end();
        return send(
          outgoing,
          refused(refusal(500, 'Something went wrong on the server.', {}, 'INTERNAL_SERVER_ERROR')),
        );
      });
    },
  );
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
        setTimeout(() => server.closeAllConnections(), 8_000).unref();
      }),
  };
}

async function answer(
  api: Api,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  refused: (response: Response) => Response,
  isOpen: () => boolean,
): Promise<void> {
  const request = await toRequest(incoming);
  const response = request instanceof Response ? refused(request) : await api(request);
  // Or closing would wait until the connection has been idle for long enough.
  outgoing.shouldKeepAlive &&= isOpen();
  // What is left of a body that was not read would be taken for the next request.
  if (!incoming.complete) outgoing.shouldKeepAlive = false;
  await send(outgoing, response);
}

async function send(outgoing: ServerResponse, response: Response): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  const isBare = outgoing.req.method === 'HEAD' || response.body === null;
  outgoing.end(isBare ? undefined : Buffer.from(await response.arrayBuffer()));
}

async function toRequest(incoming: IncomingMessage): Promise<Request | Response> {
  const method = incoming.method ?? 'GET';
  // The path alone: a Host header is the client's word and decides nothing here.
  const target = incoming.url ?? '/';
  const path = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?]*/i, '') || '/';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const url = `http://localhost${path.replace(/^\/{2,}/, '/')}`;
  if (!URL.canParse(url)) return refusal(400, 'The address cannot be read.');
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const refused = refusePost({ method, headers });
  if (refused) return refused;
  const body = await readBody(incoming);
  if (body === null) return tooLarge();
  try {
    return new Request(url, { method, headers, body });
  } catch {
    return refusal(405, `${JSON.stringify(method)} is not answered.`, { allow: 'GET, HEAD, POST' });
  }
}

/** The body, or null where it is larger than any question of ours. */
async function readBody(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
