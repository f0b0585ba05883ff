import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { database, start } from '../start/starting.js';

/** Longer than a client may take to send its headers. */
const STOPPED_MS = 13_000;

test('a server that was stopped longer than a client may take answers what the client sent meanwhile', async () => {
  const server = start(environmentOf(await database('empty')));
  const { hostname, port } = new URL(await server.url);
  const socket = connect(Number(port), hostname);
  socket.write('GET /health HTTP/1.1\r\nHost: localhost\r\n');
  // The server has read the beginning, and its time for the rest runs.
  await sleep(500);
  server.kill('SIGSTOP');
  socket.write('Connection: close\r\n\r\n');
  await sleep(STOPPED_MS);
  server.kill('SIGCONT');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
});
