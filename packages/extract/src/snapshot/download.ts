import { constants, type FileHandle, open, rm } from 'node:fs/promises';
import type { Address } from './address.js';
import { BY_HAND, SnapshotError } from './errors.js';
import { fileName } from './file-name.js';
import { ConnectionError, connectionError, type Fetched, refuseOtherThanFile, request } from './http.js';
import { hashOf } from './local.js';
import { continues, findPart, type Part, removeParts, startPart } from './part.js';
import type { Limits, SnapshotOptions } from './snapshot.js';
import { contentPath, type Entry, move, writeEntry } from './store.js';

/**
 * Downloads the file of the address into the store. A download that was interrupted continues.
 *
 * @param known its entry in the store: the server is asked whether the file has changed
 * @returns the new entry, or the known one where the file has not changed
 */
export async function download(
  address: Address,
  known: Entry | null,
  options: SnapshotOptions,
  { stallMs, maxBytes }: Limits,
): Promise<Entry> {
  const { store, signal, fetch: fetcher = fetch, now = () => new Date(), onProgress } = options;
  const stall = new AbortController();
  const timer = setTimeout(() => stall.abort(new Error(`no data for ${stallMs / 1000} s`)), stallMs);
  const ended = signal ? AbortSignal.any([signal, stall.signal]) : stall.signal;
  let part = await findPart(store, address.key);
  let done = part?.bytes ?? 0;
  let isWriting = false;
  try {
    const send = (headers: Record<string, string>) =>
      request(fetcher, address, { ...conditions(known), ...headers }, ended);
    // The last byte is requested again, because a range cannot be empty.
    const start = done - 1;
    let fetched = await send(part?.validator ? { range: `bytes=${start}-`, 'if-range': part.validator } : {});
    const { status } = fetched.response;
    const isResumed = part !== null && status === 206 && continues(part, start, fetched.response);
    if (!isResumed && (status === 206 || status === 416)) fetched = await send({});
    if (fetched.response.status === 304 && known !== null) return known;
    refuseOtherThanFile(address, fetched);
    if (part === null || !isResumed) part = await startPart(store, address.key, fetched.response);
    done = isResumed ? start : 0;
    const total = totalOf(fetched.response, done);
    if (total !== null && total > maxBytes) throw tooLarge(address, total, maxBytes);
    onProgress?.(done, total);

    const file = await open(part.path, constants.O_RDWR | constants.O_CREAT);
    try {
      // Another process may have stored or removed the part since the request: the file would begin with a gap.
      if ((await file.stat()).size < done) {
        fetched.response.body?.cancel().catch(() => {});
        fetched = await send({});
        if (fetched.response.status === 304 && known !== null) return known;
        refuseOtherThanFile(address, fetched);
        done = 0;
      }
      isWriting = true;
      for await (const chunk of bodyOf(fetched.response)) {
        timer.refresh();
        if (done + chunk.length > maxBytes) throw tooLarge(address, done + chunk.length, maxBytes);
        await writeAt(file, chunk, done);
        done += chunk.length;
        onProgress?.(done, total);
      }
      if (total !== null && done !== total) throw new ConnectionError(`${done} of ${total} bytes came`);
      if (done === 0) {
        throw new SnapshotError(
          `${address.shown} answered with an empty file (0 bytes). Try again later, or ${BY_HAND}.`,
        );
      }
      await file.truncate(done);
      await file.sync();
      const hashed = await hashOf(file.createReadStream({ start: 0, autoClose: false }), signal);
      return await keep(address, part, fetched, { ...hashed, fetchedAt: now().toISOString() }, store);
    } finally {
      await file.close();
    }
  } catch (error) {
    const canContinue = part?.validator != null && done > 0 && (signal?.aborted || error instanceof ConnectionError);
    if (isWriting && !canContinue && part !== null) await rm(part.path, { force: true });
    signal?.throwIfAborted();
    if (!(error instanceof ConnectionError)) throw error;
    const next = canContinue ? `The first ${done} bytes are kept; run the same command to continue` : 'Try again later';
    throw new SnapshotError(`${address.shown} could not be downloaded: ${error.message}. ${next}, or ${BY_HAND}.`, {
      kind: 'UNREACHABLE',
    });
  } finally {
    clearTimeout(timer);
    stall.abort();
  }
}

function conditions(known: Entry | null): Record<string, string> {
  if (known?.etag) return { 'if-none-match': known.etag };
  return known?.lastModified ? { 'if-modified-since': known.lastModified } : {};
}

/** The size of the whole file, or null if the server does not say it. */
function totalOf({ headers }: Response, start: number): number | null {
  const length = headers.get('content-length');
  const size = /^bytes \d+-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1];
  if (size !== undefined) return Number(size);
  return length !== null && /^\d+$/.test(length) ? start + Number(length) : null;
}

async function* bodyOf({ body }: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body ?? []) yield chunk;
  } catch (error) {
    throw connectionError(error);
  }
}

async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}

function tooLarge({ shown }: Address, bytes: number, maxBytes: number): SnapshotError {
  return new SnapshotError(
    `${shown} has at least ${bytes} bytes; the limit is ${maxBytes}. Check the URL: no published file is so large.`,
  );
}

async function keep(
  address: Address,
  { path }: Part,
  { response: { headers }, url }: Fetched,
  file: Pick<Entry, 'sha256' | 'bytes' | 'fetchedAt'>,
  store: string,
): Promise<Entry> {
  await move(path, contentPath(store, file.sha256));
  const entry: Entry = {
    ...file,
    url: address.shown,
    name: fileName(headers.get('content-disposition'), url),
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
  };
  await writeEntry(store, address, entry);
  await removeParts(store, address.key);
  return entry;
}
