import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SnapshotError } from './errors.js';

/** A URL without its secrets. */
export interface Address {
  /** Without user, password and fragment. */
  readonly url: URL;
  /** For messages, the store and provenance: also without the values of secrets in the query. */
  readonly shown: string;
  /** The SHA-256 of `url`, its name in the store. */
  readonly key: string;
  readonly authorization: string | null;
}

/** More than one letter, so that `C:\` is a path. */
const SCHEME = /^\s*([a-z][a-z0-9+.-]+):/i;
const SECRET_NAME = /key(id)?$|token|secret|passw|^pass$|^pwd?$|^auth|credential|signature|^sig$|session/i;
/** A long word without a slash, or a signed token; names of files and tables look different. */
const SECRET_VALUE = /^[\w~+=-]{32,}(\.[\w-]+)*$/;

/**
 * Distinguishes paths from http(s) URLs; a file: URL is a path.
 *
 * @throws SnapshotError for another scheme and for an invalid URL
 */
export function parseSource(pathOrUrl: string): { readonly path: string } | Address {
  if (pathOrUrl.trim() === '')
    throw new SnapshotError('The path is empty. Give the path or the http(s) URL of a file.');
  const scheme = SCHEME.exec(pathOrUrl)?.[1]?.toLowerCase();
  if (scheme === undefined) return { path: resolve(pathOrUrl) };
  if (scheme === 'http' || scheme === 'https') return parseAddress(pathOrUrl);
  if (scheme !== 'file') {
    throw new SnapshotError(
      `The scheme "${scheme}:" is not supported; use https:, http: or file:. ` +
        `Otherwise download the file and give its path (write ./${scheme}:… if its name begins that way).`,
    );
  }
  try {
    return { path: fileURLToPath(pathOrUrl.trim()) };
  } catch (error) {
    throw new SnapshotError(`The file: URL is not a path on this machine: ${(error as Error).message}.`);
  }
}

/** @param base the URL that redirects here */
export function parseAddress(text: string, base?: URL): Address {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    // A password in an invalid URL cannot be recognized, so the text is not shown.
    throw new SnapshotError('The http(s) URL is not valid (not shown). Check its host and port.');
  }
  const authorization =
    url.username === '' && url.password === ''
      ? null
      : `Basic ${Buffer.from(`${decoded(url.username)}:${decoded(url.password)}`).toString('base64')}`;
  url.username = '';
  url.password = '';
  url.hash = '';
  return { url, shown: shownUrl(url), key: createHash('sha256').update(url.href).digest('hex'), authorization };
}

function shownUrl(url: URL): string {
  const query = url.search
    .slice(1)
    .split('&')
    .map((pair) => {
      const [name, ...value] = pair.split('=');
      const secret = SECRET_NAME.test(decoded(name ?? pair)) || SECRET_VALUE.test(decoded(value.join('=')));
      return secret && value.length > 0 ? `${name}=…` : pair;
    });
  return `${url.origin}${url.pathname}${url.search === '' ? '' : `?${query.join('&')}`}`;
}

/** Percent-decoded, if it can be. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
