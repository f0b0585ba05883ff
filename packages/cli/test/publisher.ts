import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

/** A publisher's web server on loopback. Answers can be replaced while it runs. */
export async function publisher(answers: Record<string, Answer>) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url as string;
    requests.push(path);
    const answer = answers[path];
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

export function sends(body: Buffer, etag: string): Answer {
  return (response) => response.writeHead(200, { 'content-length': body.length, etag }).end(body);
}

/** Sends the body in pieces with pauses between them. */
export function sendsSlowly(body: Buffer): Answer {
  return async (response) => {
    response.writeHead(200, { 'content-length': body.length });
    for (let at = 0; at < body.length; at += Math.ceil(body.length / 5)) {
      response.write(body.subarray(at, at + Math.ceil(body.length / 5)));
      await sleep(20);
    }
    response.end();
  };
}

/** Sends half of the body; then breaks the connection, or sends nothing more. */
export function sendsHalf(body: Buffer, etag: string, end: 'breaks' | 'hangs'): Answer {
  return (response) => {
    response.writeHead(200, { 'content-length': body.length, etag });
    response.write(body.subarray(0, body.length / 2), () => {
      if (end === 'breaks') setTimeout(() => response.destroy(), 50);
    });
  };
}

export const redirectsTo =
  (location: string): Answer =>
  (response) =>
    response.writeHead(302, { location }).end();

export const refuses: Answer = (response) =>
  response.writeHead(403, { 'content-type': 'text/html' }).end('Access Denied');

export const answersWithPage: Answer = (response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Maintenance</title>');
