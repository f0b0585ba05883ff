import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { type Address, parseAddress } from './address.js';
import { BY_HAND, SnapshotError } from './errors.js';

const MAX_REDIRECTS = 10;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** A try that failed and may be made again. */
export class Interrupted extends Error {
  readonly retryAfterS: number | null;

  constructor(message: string, retryAfterS: number | null = null) {
    super(message);
    this.retryAfterS = retryAfterS;
  }
}

/** Waits for the server as long as something comes, and gives up when nothing does. */
export class Patience {
  readonly signal: AbortSignal;
  readonly #stallMs: number;
  readonly #ended = new AbortController();
  readonly #outer: AbortSignal | undefined;

  constructor(stallMs: number, outer: AbortSignal | undefined) {
    this.#stallMs = stallMs;
    this.#outer = outer;
    this.signal = outer ? AbortSignal.any([outer, this.#ended.signal]) : this.#ended.signal;
  }

  /** @throws Interrupted for anything that goes wrong on the way to the server */
  async wait<T>(answer: Promise<T>): Promise<T> {
    let stalled = false;
    const timer = setTimeout(() => {
      stalled = true;
      this.end();
    }, this.#stallMs);
    try {
      return await answer;
    } catch (error) {
      this.#outer?.throwIfAborted();
      throw new Interrupted(stalled ? `nothing came for ${this.#stallMs / 1000} s` : reasonOf(error));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Closes the connection. */
  end(): void {
    this.#ended.abort();
  }
}

/** `fetch failed` and `terminated` say nothing; their causes do. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || String(Reflect.get(error, 'code') ?? error.name);
}

/** Asks for the address and follows redirects; what answers at their end is returned, whatever its status. */
export async function request(
  fetcher: typeof fetch,
  address: Address,
  headers: Readonly<Record<string, string>>,
  patience: Patience,
): Promise<{ readonly response: Response; readonly url: URL }> {
  let at = address;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await patience.wait(
      fetcher(at.url, {
        redirect: 'manual',
        signal: patience.signal,
        headers: {
          ...headers,
          'user-agent': USER_AGENT,
          // What is stored are the bytes as published, and they are counted.
          'accept-encoding': 'identity',
          ...(at.authorization !== null && { authorization: at.authorization }),
        },
      }),
    );
    const location = response.headers.get('location');
    if (!REDIRECTS.includes(response.status) || location === null) return { response, url: at.url };
    await response.body?.cancel().catch(() => {});
    at = redirected(address, at, location);
  }
  throw new SnapshotError(
    `${address.shown} redirects more than ${MAX_REDIRECTS} times: check the address, or ${BY_HAND}.`,
  );
}

function redirected(asked: Address, from: Address, location: string): Address {
  let to: Address;
  try {
    to = parseAddress(location, from.url);
  } catch {
    throw new SnapshotError(`${asked.shown} redirects to something that is no address: ${BY_HAND}.`);
  }
  if (to.url.protocol !== 'https:' && (to.url.protocol !== 'http:' || from.url.protocol === 'https:')) {
    throw new SnapshotError(
      `${asked.shown} redirects from ${from.url.protocol} to ${to.url.protocol}//${to.url.host}, where anyone on the ` +
        `way could change the file: nothing was fetched. Check the address, or ${BY_HAND}.`,
    );
  }
  // The password of one server is not told to another.
  const authorization = to.authorization ?? (to.url.origin === from.url.origin ? from.authorization : null);
  return { ...to, authorization };
}

/** `404 Not Found`, in our own words: a server may write anything there. */
export function statusOf({ status }: Response): string {
  const text = STATUS_CODES[status];
  return text === undefined ? String(status) : `${status} ${text}`;
}

const USER_AGENT = `CareerGraph/${version()} (+import)`;

function version(): string {
  try {
    const root: unknown = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'));
    const { name, version } = root as { name?: unknown; version?: unknown };
    return name === 'careergraph' && typeof version === 'string' ? version : '0';
  } catch {
    return '0';
  }
}
