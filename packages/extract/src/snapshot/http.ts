import { STATUS_CODES } from 'node:http';
import { type Address, parseAddress } from './address.js';
import { BY_HAND, SnapshotError, type SnapshotErrorKind } from './errors.js';
import { fileName, isPageInstead } from './file-name.js';

const MAX_REDIRECTS = 10;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** The connection failed; the same request may succeed later. */
export class ConnectionError extends Error {}

/** The cause of `fetch failed` and `terminated` has the reason. */
export function connectionError(error: unknown): ConnectionError {
  if (!(error instanceof Error)) return new ConnectionError(String(error));
  if (error.cause instanceof Error) return connectionError(error.cause);
  return new ConnectionError(error.message || String(Reflect.get(error, 'code') ?? error.name));
}

/** The last response after redirects, with the URL that gave it. */
export interface Fetched {
  readonly response: Response;
  readonly url: URL;
}

/**
 * Sends GET and follows redirects.
 *
 * @throws ConnectionError where no response comes, SnapshotError for a redirect that is not followed
 */
export async function request(
  fetcher: typeof fetch,
  asked: Address,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Fetched> {
  let { url, authorization } = asked;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await fetcher(url, {
      redirect: 'manual',
      signal,
      headers: {
        ...headers,
        'user-agent': 'CareerGraph (+import)',
        // The stored bytes are those that were published.
        'accept-encoding': 'identity',
        ...(authorization !== null && { authorization }),
      },
    }).catch((error: unknown) => {
      throw connectionError(error);
    });
    const location = response.headers.get('location');
    if (!REDIRECTS.includes(response.status) || location === null) return { response, url };
    await response.body?.cancel().catch(() => {});
    const to = redirectOf(asked, location, url);
    if (to.url.protocol !== 'https:' && (to.url.protocol !== 'http:' || url.protocol === 'https:')) {
      throw new SnapshotError(
        `${asked.shown} redirects from ${url.protocol} to ${to.url.protocol}//${to.url.host}, which is not secure. ` +
          `Nothing was downloaded. Check the URL, or ${BY_HAND}.`,
      );
    }
    // Another server does not get the password.
    authorization = to.authorization ?? (to.url.origin === url.origin ? authorization : null);
    url = to.url;
  }
  throw new SnapshotError(`${asked.shown} redirects more than ${MAX_REDIRECTS} times. Check the URL, or ${BY_HAND}.`);
}

function redirectOf({ shown }: Address, location: string, base: URL): Address {
  try {
    return parseAddress(location, base);
  } catch {
    throw new SnapshotError(`${shown} redirects to an invalid URL. Check the URL, or ${BY_HAND}.`);
  }
}

/** @throws SnapshotError where the response is not a file as it was published */
export function refuseOtherThanFile({ shown, url: asked }: Address, { response, url }: Fetched): void {
  const { status, headers } = response;
  if (status !== 200 && status !== 206) {
    const retryAfter = headers.get('retry-after');
    const kind = kindOf(status);
    const advice = {
      UNREACHABLE: `Try again later${retryAfter === null ? '' : ` (Retry-After: ${retryAfter})`}, or `,
      BLOCKED: 'Some publishers block programs: ',
      OTHER: 'Check the URL, or ',
    }[kind];
    const reason = STATUS_CODES[status];
    throw new SnapshotError(`${shown} answered ${status}${reason ? ` ${reason}` : ''}. ${advice}${BY_HAND}.`, { kind });
  }
  const encoding = headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity') {
    throw new SnapshotError(
      `${shown} answered with Content-Encoding "${encoding}", which changes the bytes of the file: ${BY_HAND}.`,
    );
  }
  const type = headers.get('content-type');
  if (isPageInstead(type, [fileName(headers.get('content-disposition'), url), asked.pathname])) {
    throw new SnapshotError(
      `${shown} answered with a web page (Content-Type "${type}") instead of the file; nothing was stored. ` +
        `Open the URL in a browser to see what the page says, or ${BY_HAND}.`,
      { kind: 'BLOCKED' },
    );
  }
}

function kindOf(status: number): SnapshotErrorKind {
  if (status === 429 || status >= 500) return 'UNREACHABLE';
  return status === 401 || status === 403 ? 'BLOCKED' : 'OTHER';
}
