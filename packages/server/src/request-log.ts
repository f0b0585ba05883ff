import { setTimeout as sleep } from 'node:timers/promises';
import pino, { type Logger as PinoLogger } from 'pino';
import type { Exchange } from './http/exchange.js';
import type { HttpRequest, HttpResponse } from './http/handler.js';
import type { Unread } from './http/unread.js';
import { sumUnread } from './unread-log.js';

/** What is written about requests: each (`info`), those that failed on the server (`error`), or nothing (`off`). */
export type LogLevel = 'info' | 'error' | 'off';

/**
 * What is written at once. A pipe takes it as a whole, so that lines of several processes do not mix, and pino measures the
 * text again with each line that it adds.
 */
const MAX_WRITE = 4_096;

/** Where nobody reads what is written, lines are lost rather than memory. */
const MAX_WAITING = 8_388_608;

/** Lines are collected up to half of what is written at once, or until the next flush. */
const FLUSH_MS = 500;

/** For the last lines, when the server stops. */
const LAST_WRITE_MS = 2_000;

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
  /** What could not be read as a request: at most two lines in ten seconds of each kind. */
  writeUnread(unread: Unread): void;
  /** Writes what is collected and stops. */
  close(): Promise<void>;
}

/** One JSON line for each request to the standard output. Texts of queries and values of variables are left out. */
export function openRequestLog(level: Exclude<LogLevel, 'off'>): RequestLog {
  const destination = pino.destination({
    dest: 1,
    sync: false,
    minLength: MAX_WRITE / 2,
    maxWrite: MAX_WRITE,
    maxLength: MAX_WAITING,
  });
  // A reader that closes the pipe is no reason to stop serving.
  destination.on('error', () => {});
  const logger: PinoLogger = pino({ level, base: { pid: process.pid } }, destination);
  const timer = setInterval(() => destination.flush(), FLUSH_MS).unref();
  const unread = sumUnread(({ status, code, kind, connections }) =>
    logger.info({ status, code, unread: kind, connections }),
  );
  return {
    writeUnread: unread.write,
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
    close: async () => {
      clearInterval(timer);
      unread.flush();
      const closed = new Promise((resolve) => destination.once('close', resolve));
      // Unlike flush, it also writes what has been added during a write.
      destination.end();
      await Promise.race([closed, sleep(LAST_WRITE_MS, undefined, { ref: false })]);
      // Otherwise pino tries to write the rest when the process ends, for as long as nobody reads the pipe.
      destination.destroy();
      await closed;
    },
  };
}

function bytesOf({ headers, body }: HttpResponse): number {
  if (body === null) return 0;
  const length = headers['content-length'];
  return length === undefined ? Buffer.byteLength(body) : Number(length);
}
