import { readFileSync } from 'node:fs';
import { type Listening, listen } from '@careergraph/server';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES, type Case } from './cases.js';
import { ELSEWHERE } from './elsewhere.js';
import { exchange, graphql, type Reply } from './socket.js';

let api: TestApi;
let server: Listening;
let url: URL;
beforeAll(async () => {
  api = await createTestApi();
  // As in operation, but for the times that a test would have to wait.
  server = await listen(api.handler, { port: 0, host: '127.0.0.1', timeouts: { headersMs: 1_000, requestMs: 2_000 } });
  url = new URL(server.url);
  // The same document with cheap variables, before the case that makes it dear.
  const cheap =
    'query ($first: Int) { careers(first: $first) { nodes { claims(first: 100) { nodes { key line } } } } }';
  expect((await exchange(url, graphql(cheap, { first: 1 }))).status).toBe(200);
});
afterAll(async () => {
  await server?.close();
  await api?.close();
});

/** Of stacks, statements, paths of files, and headers of the request. */
const SECRETS = /\bat \S+ \(|node_modules|\.[jt]s:\d|SELECT |\/dist\/|x-long|content-length|xxxxx/;

interface Refused {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

function check({ status, code, says = [], headers = {}, data, empty }: Case, reply: Reply) {
  expect(reply.status).toBe(status);
  expect(reply.headers['x-content-type-options']).toBe('nosniff');
  for (const [name, value] of Object.entries(headers)) expect(reply.headers[name]).toBe(value);
  if (empty) return void expect(reply.body).toBe('');
  expect(reply.headers['content-type']).toContain('json');
  const { errors, ...rest } = JSON.parse(reply.body) as Refused;
  if (data !== undefined) expect(rest.data).toEqual(data);
  if (status === 200 && code === undefined) return void expect(errors).toBeUndefined();
  expect(reply.body).not.toMatch(SECRETS);
  expect(errors?.length).toBeLessThanOrEqual(5);
  if (code !== undefined) expect(errors?.[0]?.extensions?.code).toBe(code);
  for (const text of says) expect(errors?.[0]?.message).toContain(text);
}

const rows = new Map<string, string>();

describe('what a hostile or broken client gets', () => {
  test.each(CASES)('$id: $what', async (row) => {
    for (const raw of row.requests) {
      const reply = await exchange(url, raw);
      check(row, reply);
      const error =
        row.empty || (row.status < 300 && !row.code) ? undefined : (JSON.parse(reply.body) as Refused).errors?.[0];
      rows.set(
        row.id,
        `| \`${row.id}\` | ${row.what} | ${reply.status}${error?.extensions?.code ? ` ${error.extensions.code}` : ''} | ${error?.message.replaceAll('|', '\\|').replaceAll('\n', ' ') ?? ''} |`,
      );
    }
  });

  test('nosniff is on every path', async () => {
    for (const path of ['/health', '/ready', '/schema.graphql', '/nope', '/']) {
      const reply = await exchange(url, `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
      expect(reply.headers['x-content-type-options']).toBe('nosniff');
    }
  });

  test.each(ELSEWHERE)('$id: $what ($file)', ({ file, test: name }) => {
    expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).toContain(name);
  });

  test('docs/hardening.md has the answers as they were observed', async () => {
    const elsewhere = ELSEWHERE.map(
      ({ id, what, file }) => `| \`${id}\` | ${what} | \`packages/server/test/${file}\` |`,
    );
    await expect(
      [
        '# What a hostile or broken client gets',
        '',
        'A test sends each request over a socket and compares this table with the answers. `vitest --update` writes it.',
        'If a row has several requests, the message is that of the last one.',
        'The test gives slow clients 1 s for the headers and 2 s for the whole request. A server gives them 10 s and 15 s.',
        '',
        '| id | request | status and code | message |',
        '|---|---|---|---|',
        ...CASES.map(({ id }) => rows.get(id) ?? ''),
        '',
        'These are shown by other tests, most with real processes:',
        '',
        '| id | what happens | test |',
        '|---|---|---|',
        ...elsewhere,
        '',
      ].join('\n'),
    ).toMatchFileSnapshot('../../../../docs/hardening.md');
  });
});
