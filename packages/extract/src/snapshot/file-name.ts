import { decoded } from './address.js';

const TABLE_OR_ARCHIVE = /\.(xlsx?|zip|gz|csv|tsv|txt|xml)$/i;

/** The name in Content-Disposition, or the end of the URL; never a path. */
export function fileName(disposition: string | null, url: URL): string {
  const extended = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition ?? '')?.[1];
  const quoted = /filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(disposition ?? '')?.[1]?.replace(/\\(.)/g, '$1');
  const bare = /filename\s*=\s*([^";\s][^;]*)/i.exec(disposition ?? '')?.[1];
  const names = [extended && decoded(extended), quoted, bare, decoded(url.pathname)].map(lastOf);
  return names.find((name) => name !== '') ?? url.hostname;
}

/** The last part of a path, without control characters. */
function lastOf(text: string | undefined): string {
  const name = text?.split(/[\\/]/).at(-1)?.replace(/\p{C}/gu, '').trim();
  return name === undefined || name === '.' || name === '..' ? '' : name;
}

/** A login, a maintenance notice or a block page came instead of the file. */
export function isPageInstead(contentType: string | null, names: readonly string[]): boolean {
  return (
    /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '') && names.some((n) => TABLE_OR_ARCHIVE.test(n))
  );
}
