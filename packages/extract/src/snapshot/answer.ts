import type { Address } from './address.js';
import { BY_HAND, SnapshotError } from './errors.js';
import { fileName, isPageInstead } from './file-name.js';
import { type About, type Part, validatorOf } from './part.js';
import { Interrupted, statusOf } from './request.js';
import type { Entry } from './store.js';

export function conditions(known: Entry | null): Record<string, string> {
  if (known?.etag) return { 'if-none-match': known.etag };
  return known?.lastModified ? { 'if-modified-since': known.lastModified } : {};
}

export function range(part: Part | null): Record<string, string> {
  const validator = part?.canBeResumed ? validatorOf(part.about) : null;
  return part === null || validator === null ? {} : { range: `bytes=${part.bytes}-`, 'if-range': validator };
}

/** Whether a partial answer begins where the part ends, and is of the same file as far as it says. */
export function continues(part: Part, { headers }: Response): boolean {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
  const { etag, lastModified, totalBytes } = part.about;
  const same = (header: string, before: string | null) => [null, before].includes(headers.get(header));
  return (
    match !== null &&
    Number(match[1]) === part.bytes &&
    (match[2] === '*' || totalBytes === null || Number(match[2]) === totalBytes) &&
    same('etag', etag) &&
    same('last-modified', lastModified)
  );
}

export function aboutOf({ headers }: Response, url: URL): About {
  return {
    name: fileName(headers.get('content-disposition'), url),
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    totalBytes: lengthOf(headers),
  };
}

export function lengthOf(headers: Headers): number | null {
  const length = headers.get('content-length');
  return length !== null && /^\d+$/.test(length) ? Number(length) : null;
}

/** Seconds, or the time from which to ask again. */
function retryAfterS(headers: Headers, now: Date): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value);
  const seconds = Math.ceil((Date.parse(value) - now.getTime()) / 1000);
  return Number.isNaN(seconds) ? null : Math.max(seconds, 0);
}

/**
 * Refuses what is not a whole file.
 *
 * @throws Interrupted where another try may help, SnapshotError where not
 */
export function refuseOther({ shown, url: asked }: Address, response: Response, url: URL, now: Date): void {
  const { status, headers } = response;
  if (status === 408 || status === 429 || status >= 500) {
    throw new Interrupted(`it answered ${statusOf(response)}`, retryAfterS(headers, now));
  }
  if (status !== 200) {
    const advice = status === 401 || status === 403 ? 'Some publishers turn programs away: ' : 'Check the address, or ';
    throw new SnapshotError(`${shown} answered ${statusOf(response)}. ${advice}${BY_HAND}.`);
  }
  const encoding = headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity') {
    throw new SnapshotError(
      `${shown} answered with Content-Encoding "${encoding}", so that its bytes are not those of the file: ${BY_HAND}.`,
    );
  }
  const type = headers.get('content-type');
  if (isPageInstead(type, [aboutOf(response, url).name, asked.pathname])) {
    throw new SnapshotError(
      `${shown} answered with a web page (Content-Type "${type}") instead of the file; nothing was stored. ` +
        `Open the address in a browser to see what the page says, or ${BY_HAND}.`,
    );
  }
}
