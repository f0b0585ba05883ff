import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { etagOf, matches } from './etag.js';
import type { HttpRequest, HttpResponse } from './handler.js';

/** What the page may load; packages/playground/README.md gives the reason for each source. */
const PLAYGROUND_CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY_HEADERS = {
  'content-security-policy': PLAYGROUND_CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

// Best first. The build writes the compressed files next to the plain one, with these endings.
const ENCODINGS = [
  { token: 'br', ending: '.br' },
  { token: 'gzip', ending: '.gz' },
] as const;

interface Form {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
}

interface File {
  readonly plain: Form;
  readonly compressed: readonly { readonly token: string; readonly form: Form }[];
}

/** Answers with the page or one of its files, or with `null` where the path is none of them. */
export type Playground = (request: HttpRequest) => HttpResponse | null;

/**
 * Holds the built playground in memory and answers for `/` and `/playground/…`. A path is looked up in a map of the
 * files that were there at the start; it never becomes the path of a file.
 *
 * @param options.dist the folder that `vite build` wrote, as a `file:` URL or a path.
 * @throws Error when the folder holds no built page, or a file of a type the server does not know.
 *
 * @example
 * const playground = createPlayground({ dist: new URL('dist/', import.meta.resolve('@careergraph/playground/package.json')) });
 * const response = playground(request);
 */
export function createPlayground({ dist }: { dist: URL | string }): Playground {
  const files = load(typeof dist === 'string' ? dist : fileURLToPath(dist));
  return ({ path, headers: { 'accept-encoding': acceptEncoding, 'if-none-match': ifNoneMatch } }) => {
    const file = files.get(path);
    if (file === undefined) return null;
    const { bytes, headers, etag } = choose(file, acceptEncoding);
    if (matches(ifNoneMatch, etag)) return { status: 304, headers, body: null };
    return { status: 200, headers: { ...headers, 'content-length': String(bytes.byteLength) }, body: bytes };
  };
}

function load(folder: string): Map<string, File> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`The playground is not built: ${folder} has no index.html. Run npm start, or pnpm build.`);
  }
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'));
  const present = new Set(names);
  const files = new Map<string, File>();
  for (const name of names) {
    if (ENCODINGS.some(({ ending }) => name.endsWith(ending))) continue;
    const compressed = ENCODINGS.filter(({ ending }) => present.has(name + ending)).map(({ token, ending }) => ({
      token,
      form: read(folder, name, ending, token),
    }));
    files.set(name === 'index.html' ? '/' : `/${name}`, { plain: read(folder, name), compressed });
  }
  return files;
}

function read(folder: string, name: string, ending = '', encoding?: string): Form {
  const type = CONTENT_TYPES[extname(name)];
  if (type === undefined) {
    throw new Error(
      `The playground has a file of an unknown type: ${join(folder, name)}. ` +
        `Known types are ${Object.keys(CONTENT_TYPES).join(' ')}; add this one to CONTENT_TYPES.`,
    );
  }
  const bytes = new Uint8Array(readFileSync(join(folder, name + ending)));
  // RFC 9110 section 8.8.3.3: each encoding has its own entity tag.
  const etag = etagOf(bytes);
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': type,
    ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
    'cache-control': name.startsWith('playground/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'Accept-Encoding',
    etag,
  };
  return { bytes, headers, etag };
}

function choose({ plain, compressed }: File, acceptEncoding: string | string[] | undefined): Form {
  const accepted = String(acceptEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((item) => item.split(';').map((part) => part.trim()))
    .filter(([, ...parameters]) => !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)))
    .map(([token]) => token);
  return compressed.find(({ token }) => accepted.includes(token))?.form ?? plain;
}
