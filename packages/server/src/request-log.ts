import pino, { type Logger as PinoLogger } from 'pino';
import type { Exchange } from './http/exchange.js';
import type { HttpRequest, HttpResponse } from './http/handler.js';

/** What is written about requests: each (`info`), those that failed on the server (`error`), or nothing (`off`). */
export type LogLevel = 'info' | 'error' | 'off';

/** A line must fit into what a pipe takes as a whole (4096 bytes), so that lines of several processes do not mix. */
const MAX_WRITE = 4_096;

/** Lines are collected up to this length, or until the next flush. */
const MIN_LENGTH = 2_048;
const FLUSH_MS = 500;

const MAX_TEXT = 200;

/** A request that was answered. */
export interface Answered {
  readonly request: HttpRequest;
  readonly exchange: Exchange;
  readonly response: HttpResponse;
  /** Until the response was ready to be sent, in milliseconds. */
  readonly ms: number;
}

export interface RequestLog {
  write(answered: Answered): void;
  /** Writes what is collected and stops. */
  close(): void;
}

/** One JSON line for each request to a file descriptor. Texts of queries and values of variables are left out. */
export function openRequestLog(level: Exclude<LogLevel, 'off'>, fd = 1): RequestLog {
  const destination = pino.destination({ dest: fd, sync: false, minLength: MIN_LENGTH, maxWrite: MAX_WRITE });
  // A reader that closes the pipe is no reason to stop serving.
  destination.on('error', () => {});
  const logger: PinoLogger = pino(
    { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
  const timer = setInterval(() => destination.flush(), FLUSH_MS).unref();
  return {
    write: ({ request, exchange, response, ms }) => {
      const { status } = response;
      if (status < 500 && level !== 'info') return;
      const line = {
        id: exchange.id,
        caller: exchange.caller,
        method: request.method,
        path: request.path.slice(0, MAX_TEXT),
        operation: exchange.operationName?.slice(0, MAX_TEXT),
        document: exchange.documentHash,
        status,
        code: exchange.code,
        cost: exchange.cost,
        cache: exchange.cache,
        ms: Math.round(ms * 1_000) / 1_000,
        bytes: bytesOf(response),
      };
      if (status >= 500) logger.error(line);
      else logger.info(line);
    },
    close: () => {
      clearInterval(timer);
      try {
        destination.flushSync();
      } catch {
        // The descriptor is closed.
      }
    },
  };
}

function bytesOf({ headers, body }: HttpResponse): number {
  if (body === null) return 0;
  const length = headers['content-length'];
  return length === undefined ? Buffer.byteLength(body) : Number(length);
}
