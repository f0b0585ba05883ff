import { environmentOf } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { exchange } from '../hardening/socket.js';
import { freePort } from '../start/free-port.js';
import { database, start, stop } from '../start/starting.js';
import { collector } from './collector.js';
import { ask, keysJson } from './serving.js';

const SECRET = 'registered-nurse';
const QUERY = `query Named { career(slug: "${SECRET}") { title } }`;

const linesOf = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('each request is one line of JSON, without its query and values, also at the moment of the end', async () => {
  const server = start({ ...environmentOf(await database('loaded')) });
  const url = await server.url;
  const given = await ask(url, QUERY, { 'x-request-id': 'from-a-proxy-1' });
  expect(given.headers['x-request-id']).toBe('from-a-proxy-1');
  const named = await ask(url, QUERY);
  await ask(url, '{ nothing }');
  await ask(url, QUERY, { authorization: 'Bearer cg_secret' });
  const { stdout } = await stop(server);
  expect(stdout).not.toContain(SECRET);
  expect(stdout).not.toContain('cg_secret');
  const line = { level: 30, caller: '127.0.0.0/24', method: 'POST', path: '/graphql', status: 200 };
  expect(linesOf(stdout)).toEqual([
    expect.objectContaining({
      ...line,
      id: 'from-a-proxy-1',
      cache: 'miss',
      document: expect.stringMatching(/^[0-9a-f]{64}$/),
    }),
    expect.objectContaining({ ...line, id: named.headers['x-request-id'], cache: 'hit', cost: 1 }),
    expect.objectContaining({ ...line, code: 'GRAPHQL_VALIDATION_FAILED' }),
    expect.objectContaining({ ...line, status: 401, code: 'UNAUTHENTICATED' }),
  ]);
});

test('what cannot be read as a request is summed up in lines, without what was sent', async () => {
  const server = start({ ...environmentOf(await database('loaded')) });
  const url = new URL(await server.url);
  const sent = 50;
  for (let time = 0; time < sent; time++)
    expect((await exchange(url, `\x16\x03 ${SECRET}${time}\r\n\r\n`)).status).toBe(400);
  expect((await exchange(url, `GET / HTTP/1.1\r\nx-${SECRET}: ${'x'.repeat(20_000)}\r\n\r\n`)).status).toBe(431);
  const { stdout } = await stop(server);
  expect(stdout).not.toContain(SECRET);
  const lines = linesOf(stdout);
  const garbage = lines.filter(({ unread }) => unread === 'HPE_INVALID_METHOD');
  expect(garbage[0]).toEqual({
    level: 30,
    time: expect.any(Number),
    pid: server.pid,
    status: 400,
    code: 'BAD_REQUEST',
    unread: 'HPE_INVALID_METHOD',
    connections: 1,
  });
  expect(garbage.reduce((sum, { connections }) => sum + Number(connections), 0)).toBe(sent);
  expect(garbage.length).toBeLessThan(sent / 2);
  expect(lines.filter((line) => !garbage.includes(line))).toEqual([
    expect.objectContaining({ status: 431, code: 'BAD_REQUEST', unread: 'HPE_HEADER_OVERFLOW', connections: 1 }),
  ]);
});

test('the log has what was charged, and who was refused', async () => {
  const location = await database('loaded');
  const { id, key } = await keysJson<{ id: string; key: string }>(
    location,
    'create',
    'x',
    '--origin',
    'https://a.example',
  );
  const server = start({ ...environmentOf(location), CAREERGRAPH_ANONYMOUS_BUDGET: '1000' });
  const url = await server.url;
  await ask(url, '{ areas(first: 100) { nodes { code name kind parent { code name kind parent { code name } } } } }');
  await ask(url, QUERY);
  await ask(url, QUERY, { authorization: `Bearer ${key}` });
  const lines = linesOf((await stop(server)).stdout);
  expect(lines).toEqual([
    expect.objectContaining({ caller: '127.0.0.0/24', status: 429, code: 'RATE_LIMITED' }),
    expect.objectContaining({ caller: '127.0.0.0/24', status: 200, cost: 52 }),
    expect.objectContaining({ caller: `key:${id}`, status: 403, code: 'FORBIDDEN' }),
  ]);
  // A tenth of the bytes that had to be read.
  expect(lines[0]?.cost).toBeGreaterThan(5);
  expect(lines[0]?.cost).toBeLessThan(20);
});

test('a collector that is gone is one line, which names its variable', async () => {
  const server = start({
    ...environmentOf(await database('loaded')),
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
  });
  const url = await server.url;
  // More than one batch of spans.
  for (let time = 0; time < 600; time++) await (await fetch(new URL('health', url))).text();
  const { stderr } = await stop(server);
  expect(stderr.match(/spans could not be sent/g)).toHaveLength(1);
  expect(stderr).toContain('spans could not be sent to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names');
});

test('lines of several processes do not mix', async () => {
  const server = start({ ...environmentOf(await database('loaded')), WORKERS: '2' });
  const url = await server.url;
  const asked = 400;
  for (let time = 0; time < asked / 20; time++) await Promise.all(Array.from({ length: 20 }, () => ask(url, QUERY)));
  const { stdout } = await stop(server);
  const lines = linesOf(stdout);
  expect(lines).toHaveLength(asked);
  expect(new Set(lines.map(({ pid }) => pid)).size).toBe(2);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(asked);
});

test('a log that nobody reads stops neither the answers nor the end', async () => {
  const server = start({ ...environmentOf(await database('loaded')) });
  const url = await server.url;
  server.stopReading();
  // Of some 300 bytes each, and a pipe holds 200 kB at most.
  const asked = 1_500;
  const statuses = new Set<number>();
  for (let time = 0; time < asked / 50; time++) {
    const replies = await Promise.all(Array.from({ length: 50 }, () => ask(url, QUERY)));
    for (const { status } of replies) statuses.add(status);
  }
  const { code, stdout } = await stop(server);
  expect([[...statuses], code]).toEqual([[200], 0]);
  expect(stdout.length).toBeGreaterThan(1_000);
  expect(stdout.length).toBeLessThan(asked * 200);
});

test.each([
  ['error', 0],
  ['off', 0],
])('CAREERGRAPH_LOG=%s', async (level, lines) => {
  const server = start({ ...environmentOf(await database('loaded')), CAREERGRAPH_LOG: level });
  await ask(await server.url, QUERY);
  expect(linesOf((await stop(server)).stdout)).toHaveLength(lines);
});

test('metrics count requests by status and cache, costs, and refusals', async () => {
  const port = await freePort();
  const server = start({
    ...environmentOf(await database('loaded')),
    METRICS_PORT: String(port),
    CAREERGRAPH_ANONYMOUS_BUDGET: '1000',
  });
  const url = await server.url;
  for (let time = 0; time < 3; time++) await ask(url, QUERY);
  const heavy = (alias: string) => `{ ${alias}: areas(first: 100) { nodes { code parent { code } } } }`;
  let refused = 0;
  for (let time = 0; time < 4; time++) if ((await ask(url, heavy(`a${time}`))).status === 429) refused += 1;
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(refused).toBeGreaterThan(0);
  expect(text).toContain('careergraph_requests_total{status="200",cache="hit"} 2\n');
  expect(text).toContain(`careergraph_requests_total{status="429",cache="none"} ${refused}\n`);
  expect(text).toContain(`careergraph_limited_total ${refused}\n`);
  expect(text).toContain('careergraph_request_cost_count 7\n');
  expect(text).toContain('careergraph_executions{state="waiting"} 0\n');
  await stop(server);
});

test('spans of a request: stages, root fields and statements, below the span of the caller, without values', async () => {
  const to = await collector();
  const server = start({ ...environmentOf(await database('loaded')), OTEL_EXPORTER_OTLP_ENDPOINT: to.url });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const url = await server.url;
  const reply = await ask(url, QUERY.replace('title', 'title salaries(kind: STATE, first: 2) { totalCount }'), {
    traceparent: `00-${traceId}-b7ad6b7169203331-01`,
  });
  expect(reply.status).toBe(200);
  await stop(server);
  const spans = to.spans.filter((span) => span.traceId === traceId);
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const pathOf = (span: (typeof spans)[number]): string[] => {
    const parent = byId.get(span.parentSpanId ?? '');
    return [...(parent ? pathOf(parent) : [String(span.parentSpanId)]), span.name];
  };
  const paths = spans.map((span) => pathOf(span).join(' > '));
  const request = 'b7ad6b7169203331 > POST /graphql';
  expect(paths).toContain(request);
  for (const stage of ['parse', 'validate', 'execute', 'execute > Query.career'])
    expect(paths).toContain(`${request} > compute > ${stage}`);
  const statements = paths.filter((path) => path.includes(' > SQL '));
  expect(statements.length).toBeGreaterThan(0);
  for (const path of statements) expect(path).toMatch(new RegExp(`^${request} > compute > execute`));
  expect(to.text()).not.toContain(SECRET);
});

test('traceparent is read as W3C Trace Context says', async () => {
  const to = await collector();
  const server = start({ ...environmentOf(await database('empty')), OTEL_EXPORTER_OTLP_ENDPOINT: to.url });
  const url = await server.url;
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const spanId = 'b7ad6b7169203331';
  const requests = [
    // Of a later version, with a field that this one does not have.
    ['later', `cc-${traceId}-${spanId}-01-more`],
    ['more', `00-${traceId}-${spanId}-01-more`],
    ['invalid', `ff-${traceId}-${spanId}-01`],
    ['zero', `00-${'0'.repeat(32)}-${spanId}-01`],
    ['upper', `00-${traceId.toUpperCase()}-${spanId}-01`],
  ] as const;
  for (const [path, traceparent] of requests) {
    await (await fetch(new URL(path, url), { headers: { traceparent } })).text();
  }
  await stop(server);
  const parents = Object.fromEntries(
    to.spans.map((span) => [span.name, [span.traceId === traceId, span.parentSpanId === spanId]]),
  );
  expect(parents).toEqual({
    'GET /later': [true, true],
    'GET /more': [false, false],
    'GET /invalid': [false, false],
    'GET /zero': [false, false],
    'GET /upper': [false, false],
  });
});
