import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { andThen } from '../maybe-promise.js';
import type { Handler, HttpRequest, HttpResponse } from './handler.js';
import { DEFAULT_HEADERS } from './headers.js';
import { Refusal, toResponse } from './refusal.js';

/** What Node could not read as a request, as it was answered. Nothing of what was sent is in it. */
export interface Unread {
  /** Node's code of the error, such as `HPE_INVALID_METHOD`. */
  readonly kind: string;
  readonly status: number;
  readonly code: string;
}

export interface UnreadOptions {
  readonly maxHeaderBytes: number;
  readonly headersMs: number;
  readonly requestMs: number;
  readonly onUnread: (unread: Unread) => void;
}

/** Answers what Node would answer without a body, or not at all, in the form of every other refusal. */
export function answerUnread(server: Server, options: UnreadOptions): void {
  server.on('clientError', ({ code = 'UNKNOWN' }: NodeJS.ErrnoException, socket) => {
    if (code === 'ECONNRESET' || !isFree(socket)) return void socket.destroy();
    const refusal = refusalOf(code, options);
    write(socket, toResponse(refusal));
    options.onUnread({ kind: code, status: refusal.status, code: refusal.code });
  });
}

/** Node gives no response object for CONNECT, because a proxy takes the connection over. */
export function answerConnect(server: Server, toRequest: (incoming: IncomingMessage) => HttpRequest, handler: Handler) {
  server.on('connect', (incoming, socket) => {
    socket.on('error', () => {});
    void andThen(handler(toRequest(incoming)), (response) => {
      if (isFree(socket)) write(socket, response);
      else socket.destroy();
    });
  });
}

function refusalOf(code: string, { maxHeaderBytes, headersMs, requestMs }: UnreadOptions): Refusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Refusal(431, `The headers are larger than ${maxHeaderBytes} bytes.`);
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Refusal(413, 'The extensions of a chunk are too long. Send none.', 'REQUEST_ENTITY_TOO_LARGE');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Refusal(
        408,
        `The request did not arrive in time: the headers must arrive within ${headersMs / 1_000} s, the whole request within ${requestMs / 1_000} s.`,
      );
    default:
      return new Refusal(400, 'This is not an HTTP request that can be read.');
  }
}

/** Whether no response has begun. Node keeps the one under way there, and its own refusals look at it, too. */
function isFree(socket: Duplex & { readonly _httpMessage?: ServerResponse | null }): boolean {
  return socket.writable && !socket._httpMessage?.headersSent;
}

function write(socket: Duplex, { status, headers, body }: HttpResponse): void {
  const text = String(body ?? '');
  const all = { ...DEFAULT_HEADERS, ...headers, 'content-length': Buffer.byteLength(text), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${text}`);
}
