import { createClient, RESP_TYPES } from '@redis/client';
import type { Logger } from '../log.js';
import { redisOptions } from '../redis-options.js';
import type { KeptAnswer } from './answer.js';
import type { Encoding } from './encodings.js';
import type { SharedAnswers } from './store.js';

/** Computing a plain answer takes less than ten times this long. */
const MAX_WAIT_MS = 50;

/** How long Redis is not asked after it was too slow. */
const PAUSE_MS = 1_000;

/** Answers of past releases are never asked for again, and expire. */
const EXPIRES_SECONDS = 86_400;

const LETTERS: Readonly<Record<string, Encoding>> = { i: 'identity', g: 'gzip', b: 'br' };
const HASH_CHARACTERS = 43;
const HEADER_BYTES = HASH_CHARACTERS + 1;

/**
 * Shares answers by Redis. Without Redis, servers compute every answer themselves: nothing waits for a connection, and
 * no longer than 50 ms for a reply.
 */
export function connectRedis(url: string, logger: Logger): SharedAnswers {
  const client = createClient({
    ...redisOptions(url),
    commandsQueueMaxLength: 1_000,
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });
  let isReported = false;
  client.on('error', (error: Error) => {
    if (!isReported) logger.error('Redis does not answer; answers are not shared', { message: error.message });
    isReported = true;
  });
  client.on('ready', () => {
    if (isReported) logger.info('Redis answers again; answers are shared');
    isReported = false;
  });
  // Each failure is an event of its own, and is tried again until the client is closed.
  client.connect().catch(() => {});

  let pausedUntil = 0;
  const isUsable = () => client.isReady && performance.now() >= pausedUntil;
  const nameOf = (key: string) => `careergraph:answer:${key}`;

  return {
    get: async (key) => {
      if (!isUsable()) return undefined;
      const reply = client.get(nameOf(key)).catch(() => null);
      const bytes = await within(MAX_WAIT_MS, reply);
      if (bytes === 'late') {
        pausedUntil = performance.now() + PAUSE_MS;
        return undefined;
      }
      return bytes === null ? undefined : read(bytes);
    },
    set: (key, answer) => {
      if (!isUsable()) return;
      client.set(nameOf(key), write(answer), { expiration: { type: 'EX', value: EXPIRES_SECONDS } }).catch(() => {});
    },
    close: () => client.destroy(),
  };
}

async function within<T>(ms: number, reply: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, ms, 'late');
  });
  return Promise.race([reply, late]).finally(() => clearTimeout(timer));
}

/** The hash, a letter for the encoding, and the bytes. */
function write({ hash, encoding, bytes }: KeptAnswer): Buffer {
  return Buffer.concat([Buffer.from(`${hash}${encoding.charAt(0)}`), bytes]);
}

/** Undefined for a value that this server cannot have written. */
function read(value: Buffer): KeptAnswer | undefined {
  const encoding = LETTERS[value.toString('latin1', HASH_CHARACTERS, HEADER_BYTES)];
  if (encoding === undefined) return undefined;
  // A copy, because the client's buffer may be a part of a larger one.
  const bytes = new Uint8Array(value.subarray(HEADER_BYTES));
  return { hash: value.toString('latin1', 0, HASH_CHARACTERS), encoding, bytes };
}
