import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nextTick } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { andThen, type MaybePromise } from '../maybe-promise.js';
import { Exchange } from './exchange.js';
import { type Handler, type HttpRequest, type HttpResponse, oncePerResponse } from './handler.js';
import { answerConnect, answerUnread, type Unread } from './unread.js';

export interface Listening {
  /** The URL for a browser. */
  readonly url: string;
  /**
   * Asks clients to close their connections and answers on for the time of `drainSeconds`, old connections and new ones:
   * a load balancer notices only at its next look. Then takes no new ones, waits for the requests under way for at most
   * four seconds, and closes.
   *
   * @param drainSeconds instead of those of the options
   */
  close(drainSeconds?: number): Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  /** How long a client may take to send the headers, and the whole request. Default: 10 s and 15 s. */
  readonly timeouts?: { readonly headersMs: number; readonly requestMs: number };
  /** How long requests are answered after the signal to stop. Default: 0. */
  readonly drainSeconds?: number;
  /** Is told of what could not be read as a request. Default: nobody. */
  readonly onUnread?: ((unread: Unread) => void) | undefined;
}

const MAX_HEADER_BYTES = 16_384;
const DEFAULT_TIMEOUTS = { headersMs: 10_000, requestMs: 15_000 };
const CLOSE_TIMEOUT_MS = 4_000;
const EMPTY = Buffer.alloc(0);

/** Serves the handler with node:http. */
export async function listen(
  handler: Handler,
  { port, host, timeouts = DEFAULT_TIMEOUTS, drainSeconds: usual = 0, onUnread = () => {} }: ListenOptions,
): Promise<Listening> {
  let isStopping = false;
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = toHttpRequest(incoming);
    const isSent = hasBody(incoming);
    void andThen(handler(request), (response) => {
      // An idle connection would delay closing, and the rest of an unread body would be read as the next request.
      if (isStopping || (isSent && !incoming.complete)) outgoing.shouldKeepAlive = false;
      send(outgoing, response, request.exchange.headers);
    });
  };
  const receive = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    // Only a moment later has Node read what came with the headers: usually the whole body.
    if (hasBody(incoming)) nextTick(answer, incoming, outgoing);
    else answer(incoming, outgoing);
  };
  const server = createServer(optionsOf(timeouts), receive);
  // What else than 100-continue is expected. Node's own refusal has no body.
  server.on('checkExpectation', receive);
  answerConnect(server, toHttpRequest, handler);
  answerUnread(server, { ...timeouts, maxHeaderBytes: MAX_HEADER_BYTES, onUnread });
  // Before the server's own check begins: timers of the same length run in the order in which they were made.
  const grace = forgiveLateness(server, timeouts);
  server.once('close', () => clearInterval(grace));
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
    close: async (drainSeconds = usual) => {
      isStopping = true;
      await sleep(drainSeconds * 1_000);
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS).unref();
      });
    },
  };
}

/**
 * Gives clients the time that this process did not read in, because it was stopped or busy: what they sent meanwhile waits
 * in the socket when Node looks for slow clients. Lateness counts for as long as a request may take, so that a server that is
 * always busy does not wait forever.
 */
function forgiveLateness(server: Server, timeouts: typeof DEFAULT_TIMEOUTS): NodeJS.Timeout {
  const checkMs = checkOf(timeouts);
  const late: { readonly at: number; readonly ms: number }[] = [];
  let ranAt = performance.now();
  return setInterval(() => {
    const now = performance.now();
    const ms = now - ranAt - checkMs;
    ranAt = now;
    if (ms > checkMs / 10) late.push({ at: now, ms });
    while (late[0] && now - late[0].at > timeouts.requestMs) late.shift();
    const lateMs = late.reduce((sum, { ms }) => sum + ms, 0);
    const { headersTimeout, requestTimeout } = limitsOf(timeouts);
    server.headersTimeout = headersTimeout + lateMs;
    server.requestTimeout = requestTimeout + lateMs;
  }, checkMs).unref();
}

function optionsOf(timeouts: typeof DEFAULT_TIMEOUTS) {
  return {
    ...limitsOf(timeouts),
    maxHeaderSize: MAX_HEADER_BYTES,
    connectionsCheckingInterval: checkOf(timeouts),
    // Node's own refusal has no body.
    requireHostHeader: false,
  };
}

/** Node finds a slow client up to one look later, and the client is answered by the time that it was given. */
function limitsOf({ headersMs, requestMs }: typeof DEFAULT_TIMEOUTS) {
  const checkMs = checkOf({ headersMs, requestMs });
  return { headersTimeout: headersMs - checkMs, requestTimeout: requestMs - checkMs };
}

/** How often Node looks for slow clients. */
function checkOf({ headersMs }: typeof DEFAULT_TIMEOUTS): number {
  return Math.min(250, headersMs / 4);
}

function toHttpRequest(incoming: IncomingMessage): HttpRequest & { readonly exchange: Exchange } {
  const { method = 'GET', url = '/', headers } = incoming;
  // Proxies may send the absolute form. Its host is the client's word and decides nothing here.
  const target = url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?]*/i, '');
  const end = target.indexOf('?');
  return {
    method,
    path: (end < 0 ? target : target.slice(0, end)) || '/',
    search: end < 0 ? '' : target.slice(end),
    headers,
    peer: incoming.socket.remoteAddress,
    exchange: new Exchange(),
    readBody: (maxBytes) => readBody(incoming, maxBytes),
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

function readBody(incoming: IncomingMessage, maxBytes: number): MaybePromise<Buffer | null> {
  if (!incoming.complete) return collectBody(incoming, maxBytes);
  // A complete body needs no events.
  const body = (incoming.read() as Buffer | null) ?? EMPTY;
  return body.byteLength > maxBytes ? null : body;
}

function collectBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer) => {
      bytes += chunk.byteLength;
      chunks.push(chunk);
      if (bytes <= maxBytes) return;
      // The rest stays unread; destroying it would destroy the connection before the response is sent.
      incoming.off('data', take);
      incoming.pause();
      resolve(null);
    };
    incoming.on('data', take);
    incoming.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    incoming.once('error', reject);
  });
}

/** Names and values in turn, as Node sends them with the least effort. */
const listOf = oncePerResponse(({ headers }) => Object.entries(headers).flat());

/** @param own names and values in turn of the headers of this response alone */
function send(outgoing: ServerResponse, response: HttpResponse, own: readonly string[]): void {
  const { status, headers, body } = response;
  if (headers['content-length'] === undefined) {
    outgoing.statusCode = status;
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    for (let at = 0; at < own.length; at += 2) outgoing.setHeader(own[at] as string, own[at + 1] as string);
    outgoing.end(body);
    return;
  }
  outgoing.writeHead(status, own.length > 0 ? listOf(response).concat(own) : listOf(response));
  outgoing.end(body);
}
