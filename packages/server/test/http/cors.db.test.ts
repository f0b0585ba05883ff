import { request as nodeRequest } from 'node:http';
import { listen } from '@careergraph/server';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { apiWith, getRequest, handlerWith, persisted, postRequest } from './requests.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const PARTNER = 'https://partner.example';
const OTHER = 'http://localhost:5173';
const EXPOSED = 'ETag, Cache-Status, Retry-After, RateLimit-Policy, RateLimit, X-Request-Id';
const query = '{ __typename }';

/** The Access-Control headers of a response, without their prefix. */
const shared = ({ headers }: Response) =>
  Object.fromEntries(
    [...headers].flatMap(([name, value]) => (/^access-control-(.*)/.exec(name)?.[1] ? [[name.slice(15), value]] : [])),
  );

const send = (path: string, origin: string | null, init: RequestInit = {}) =>
  new Request(`http://localhost${path}`, { ...init, headers: { ...init.headers, ...(origin && { origin }) } });

const preflight = (path: string, origin: string, method = 'POST') =>
  send(path, origin, {
    method: 'OPTIONS',
    headers: { 'access-control-request-method': method, 'access-control-request-headers': 'content-type' },
  });

/** One request of each kind of answer, with its status. */
const requests = (origin: string): [number, Request][] => [
  [200, getRequest({ query }, { origin })],
  [304, getRequest({ query }, { origin, 'if-none-match': '*' })],
  [200, postRequest({ query }, { origin })],
  [400, postRequest({ query: '{' }, { origin, accept: 'application/graphql-response+json' })],
  [404, getRequest({ extensions: persisted('{ never: __typename }') }, { origin })],
  [405, send('/graphql', origin, { method: 'DELETE' })],
  [406, getRequest({ query }, { origin, accept: 'text/html' })],
  [413, postRequest({ query, variables: { x: 'x'.repeat(100_000) } }, { origin })],
  [415, postRequest({ query }, { origin, 'content-type': 'text/plain' })],
  [200, send('/schema.graphql', origin)],
  [405, send('/schema.graphql', origin, { method: 'POST' })],
  [404, send('/graphq', origin)],
];

describe.each([
  ['an allowed origin', [OTHER, PARTNER], PARTNER, PARTNER],
  ['any origin where all are allowed', ['*'], 'https://anyone.example', '*'],
])('%s', (_, corsOrigins, origin, allowed) => {
  test('may read every answer and every refusal, without credentials', async () => {
    const to = await apiWith(api, { corsOrigins });
    for (const [status, request] of requests(origin)) {
      const response = await to(request);
      expect([status, shared(response)]).toEqual([
        response.status,
        { 'allow-origin': allowed, 'expose-headers': EXPOSED },
      ]);
      expect(response.headers.get('vary')).toContain('Origin');
    }
  });

  test.each(['/graphql', '/schema.graphql'])('may ask before: OPTIONS %s', async (path) => {
    const to = await apiWith(api, { corsOrigins });
    for (const method of ['GET', 'POST']) {
      const response = await to(preflight(path, origin, method));
      expect([response.status, await response.text()]).toEqual([204, '']);
      expect(shared(response)).toEqual({
        'allow-origin': allowed,
        'allow-methods': 'GET, HEAD, POST',
        'allow-headers': 'accept, content-type, authorization, if-none-match, traceparent, tracestate, x-request-id',
        'max-age': '86400',
      });
      expect(response.headers.get('vary')).toBe('Origin');
    }
  });

  test('may not delete, and OPTIONS that ask for nothing are refused', async () => {
    const to = await apiWith(api, { corsOrigins });
    for (const request of [preflight('/graphql', origin, 'DELETE'), send('/graphql', origin, { method: 'OPTIONS' })]) {
      const response = await to(request);
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
      expect(response.headers.get('access-control-allow-methods')).toBeNull();
    }
  });
});

describe.each([
  ['a foreign origin', [PARTNER], 'https://elsewhere.example'],
  ['the origin "null"', [PARTNER], 'null'],
  ['one that only begins like an allowed one', [PARTNER], `${PARTNER}.evil.example`],
  ['another port', [PARTNER], `${PARTNER}:8443`],
  ['another scheme', [PARTNER], 'http://partner.example'],
  ['any origin where none is allowed', [], PARTNER],
])('%s', (_, corsOrigins, origin) => {
  test('gets no Access-Control header, and Vary names Origin', async () => {
    const to = await apiWith(api, { corsOrigins });
    for (const [status, request] of requests(origin)) {
      const response = await to(request);
      expect([status, shared(response)]).toEqual([response.status, {}]);
      expect(response.headers.get('vary')).toContain('Origin');
    }
    const response = await to(preflight('/graphql', origin));
    expect([response.status, response.headers.get('allow'), shared(response)]).toEqual([405, 'GET, HEAD, POST', {}]);
    expect(response.headers.get('vary')).toContain('Origin');
  });
});

test('without Origin there is nothing to allow, but * is said to caches in any case', async () => {
  const [some, all] = [await apiWith(api, { corsOrigins: [PARTNER] }), await apiWith(api, { corsOrigins: ['*'] })];
  expect(shared(await some(getRequest({ query })))).toEqual({});
  expect(shared(await all(getRequest({ query })))).toEqual({ 'allow-origin': '*', 'expose-headers': EXPOSED });
});

test('/health and /ready are for monitors', async () => {
  const to = await apiWith(api, { corsOrigins: ['*'] });
  for (const path of ['/health', '/ready']) expect(shared(await to(send(path, PARTNER)))).toEqual({});
});

describe('over a port, where some requests are refused before they are read', () => {
  async function url(): Promise<URL> {
    const handler = await handlerWith(api, { corsOrigins: [PARTNER] });
    const listening = await listen(handler, { port: 0, host: '127.0.0.1' });
    onTestFinished(() => listening.close());
    return new URL('graphql', listening.url);
  }

  /** Status and Access-Control headers; by node:http, since fetch keeps some headers and methods to itself. */
  function sent(
    to: URL,
    method: string,
    headers: Record<string, string>,
    body = '',
  ): Promise<[number | undefined, object]> {
    return new Promise((resolve, reject) => {
      const outgoing = nodeRequest(to, { method, headers }, (incoming) => {
        incoming.resume();
        const given = Object.entries(incoming.headers).filter(([name]) =>
          name.startsWith('access-control-allow-origin'),
        );
        resolve([incoming.statusCode, { ...Object.fromEntries(given), vary: incoming.headers.vary }]);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
  const json = { 'content-type': 'application/json' };
  const big = JSON.stringify({ query, padding: 'x'.repeat(100_000) });
  const CASES: [string, number, string, Record<string, string>, string?][] = [
    ['an answer', 200, 'POST', json, JSON.stringify({ query })],
    ['no JSON', 415, 'POST', { 'content-type': 'text/plain' }, 'x'],
    ['a long body', 413, 'POST', { ...json, 'content-length': String(big.length) }, big],
    ['a long body in chunks', 413, 'POST', { ...json, 'transfer-encoding': 'chunked' }, big],
    ['a method that fetch does not know', 405, 'TRACE', {}],
    ['another method', 405, 'DELETE', {}],
  ];
  test.each(CASES)('%s', async (_, status, method, headers, body) => {
    const to = await url();
    expect(await sent(to, method, { ...headers, origin: PARTNER }, body)).toEqual([
      status,
      { 'access-control-allow-origin': PARTNER, vary: expect.stringContaining('Origin') as string },
    ]);
    expect(await sent(to, method, { ...headers, origin: 'https://elsewhere.example' }, body)).toEqual([
      status,
      { vary: expect.stringContaining('Origin') as string },
    ]);
  });

  test('a preflight', async () => {
    const asked = { 'access-control-request-method': 'POST' };
    const to = await url();
    expect(await sent(to, 'OPTIONS', { ...asked, origin: PARTNER })).toEqual([
      204,
      { 'access-control-allow-origin': PARTNER, vary: 'Origin' },
    ]);
    expect((await sent(to, 'OPTIONS', { ...asked, origin: 'https://elsewhere.example' }))[0]).toBe(405);
  });
});
