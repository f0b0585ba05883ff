import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SnapshotError } from './errors.js';

/** A web address, parted from what must not be shown. */
export interface Address {
  /** What is asked for: no user, no password, no fragment. */
  readonly url: URL;
  /** For messages, the index and provenance: also without the values of secrets in the query. */
  readonly shown: string;
  /** SHA-256 of `url`: names it in the store. */
  readonly key: string;
  readonly authorization: string | null;
}

/** More than one letter, so that `C:\` is a path. */
const SCHEME = /^\s*([a-z][a-z0-9+.-]+):/i;
const SECRET_NAME = /key(id)?$|token|secret|passw|^pwd$|^auth|credential|signature|^sig$|session/i;
/** A long word without a slash, or a signed token: no name of a file or table looks so. */
const SECRET_VALUE = /^[\w~+=-]{32,}(\.[\w-]+)*$/;

/**
 * Tells a path from a web address; a file: URL is the path in it.
 *
 * @throws SnapshotError for another scheme, and for an address that is none
 */
export function parseSource(pathOrUrl: string): { readonly path: string } | Address {
  if (pathOrUrl.trim() === '') throw new SnapshotError('The path is empty: give a path or a http(s) URL of a file.');
  const scheme = SCHEME.exec(pathOrUrl)?.[1]?.toLowerCase();
  if (scheme === undefined) return { path: resolve(pathOrUrl) };
  if (scheme === 'http' || scheme === 'https') return parseAddress(pathOrUrl);
  if (scheme !== 'file') {
    throw new SnapshotError(
      `The scheme "${scheme}:" cannot be read; only https:, http: and file: can. ` +
        `Get the file by other means and give its path (a file whose name begins so: ./${scheme}:…).`,
    );
  }
  try {
    return { path: fileURLToPath(pathOrUrl.trim()) };
  } catch (error) {
    throw new SnapshotError(`The file: URL names no path of this machine: ${(error as Error).message}.`);
  }
}

/** @param base the address that redirects here */
export function parseAddress(text: string, base?: URL): Address {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    // The text may hold a password in a place where it is not known for one, so it is not shown.
    throw new SnapshotError('The address is not a valid http(s) URL (not shown): check its host and port.');
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

/** Percent-decoded, or as it is where that is not possible. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
