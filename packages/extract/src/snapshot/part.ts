import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { codeOf } from './errors.js';

/**
 * The beginning of a download. Its name contains the validator of the file, so all processes that write to it write the
 * same bytes to the same positions, and need no lock.
 */
export interface Part {
  readonly path: string;
  /** The value for If-Range; null if the server gave none; then the download cannot continue. */
  readonly validator: string | null;
  readonly bytes: number;
}

const MAX_VALIDATOR_LENGTH = 128;

const partsFolder = (store: string): string => join(store, 'parts');

/** A weak ETag does not guarantee the same bytes. */
function validatorOf({ headers }: Response): string | null {
  const etag = headers.get('etag');
  const validator = etag !== null && !etag.startsWith('W/') ? etag : headers.get('last-modified');
  return validator !== null && validator.length <= MAX_VALIDATOR_LENGTH ? validator : null;
}

/** The part that an earlier download of the URL left, or null. */
export async function findPart(store: string, key: string): Promise<Part | null> {
  const bootedMs = Date.now() - uptime() * 1000;
  let part: Part | null = null;
  for (const path of await partsOf(store, key)) {
    const found = await stat(path).catch(() => null);
    const encoded = /\.([\w-]+)\.part$/.exec(path)?.[1];
    // After a power cut, bytes within the size of the file may be missing.
    if (found === null || found.mtimeMs < bootedMs) await rm(path, { force: true });
    else if (encoded !== undefined && found.size > 0) {
      part = { path, validator: Buffer.from(encoded, 'base64url').toString(), bytes: found.size };
    }
  }
  return part;
}

/** A part for the file of this response; an existing one with the same validator is overwritten. */
export async function startPart(store: string, key: string, response: Response): Promise<Part> {
  await mkdir(partsFolder(store), { recursive: true });
  const validator = validatorOf(response);
  const ending = validator === null ? `${randomUUID()}.tmp` : `${Buffer.from(validator).toString('base64url')}.part`;
  return { path: join(partsFolder(store), `${key}.${ending}`), validator, bytes: 0 };
}

/** Whether a 206 response has the bytes from this position on, of the same file. */
export function continues({ validator }: Part, start: number, response: Response): boolean {
  const range = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  return range !== undefined && Number(range) === start && [null, validator].includes(validatorOf(response));
}

/** Removes all parts of the URL. */
export async function removeParts(store: string, key: string): Promise<void> {
  for (const path of await partsOf(store, key)) await rm(path, { force: true });
}

async function partsOf(store: string, key: string): Promise<readonly string[]> {
  const names = await readdir(partsFolder(store)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.startsWith(`${key}.`)).map((name) => join(partsFolder(store), name));
}
