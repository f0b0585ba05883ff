import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Limits, SnapshotOptions } from '../../src/snapshot/snapshot.js';
import { takeSnapshot } from '../../src/snapshot/take.js';

/** Waits that a test can afford. */
export const SHORT: Limits = { stallMs: 5_000, maxBytes: 64 * 1024 ** 2 };
export const NOW = new Date('2026-11-24T09:00:00.000Z');

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that differ everywhere, so that a gap or a repetition changes the SHA-256. */
export function bytesOf(length: number, seed = 'a'): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash('sha256').update(`${seed}${at}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

export async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'careergraph-snapshot-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A server on loopback; `requests` holds what came, as `GET /path` with its headers. */
export async function serve(answer: (request: IncomingMessage, response: ServerResponse, nth: number) => void) {
  const requests: { readonly line: string; readonly headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    requests.push({ line: `${request.method} ${request.url}`, headers: request.headers });
    answer(request, response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, requests };
}

/** Answers as a server of files does: validators, conditions, ranges. */
export function sendFile(request: IncomingMessage, response: ServerResponse, body: Buffer, etag: string): void {
  const { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = request.headers;
  response.setHeader('etag', etag);
  if (ifNoneMatch === etag) {
    response.writeHead(304).end();
    return;
  }
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1]);
  if (Number.isNaN(from) || ifRange !== etag) {
    response.writeHead(200, { 'content-length': body.length }).end(body);
    return;
  }
  const contentRange = `bytes ${from}-${body.length - 1}/${body.length}`;
  response.writeHead(206, { 'content-range': contentRange, 'content-length': body.length - from });
  response.end(body.subarray(from));
}

/** Announces the whole file and cuts the connection after some of it. */
export function cutAfter(response: ServerResponse, body: Buffer, bytes: number, headers: Record<string, string>): void {
  response.writeHead(200, { ...headers, 'content-length': body.length });
  response.write(body.subarray(0, bytes));
  // Later, so that what was written has come before the connection goes.
  setTimeout(() => response.destroy(), 50);
}

export const take = (url: string, store: string, options: Partial<SnapshotOptions> = {}, limits = {}) =>
  takeSnapshot(url, { store, now: () => NOW, ...options }, { ...SHORT, ...limits });

export async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    (value) => new Error(`not refused: ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || error.name !== 'SnapshotError') throw error;
  return error.message;
}

/** Every file in the store with its path from there; folders that hold nothing are not shown. */
export async function filesIn(store: string): Promise<string[]> {
  const entries = await readdir(store, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(store.length + 1))
    .sort();
}

export const stored = (hash: string): string => `${hash.slice(0, 2)}/${hash}`;
/** All that is in a store after these URLs gave these files. */
export const storeOf = (urls: readonly string[], hashes: readonly string[]): string[] =>
  [...hashes.map(stored), ...urls.map((url) => `urls/${sha256(url)}.json`)].sort();
