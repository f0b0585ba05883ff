import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  BadUserInputError,
  CareerGraphError,
  type ClientOptions,
  createClient,
  growth,
  memoryCache,
  NetworkError,
  PartialDataError,
  RateLimitedError,
  RefusedError,
  ServerError,
  TimeoutError,
} from '@careergraph/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

type Behaviour = (request: IncomingMessage, response: ServerResponse, number: number) => void;

let endpoint: string;
let behave: Behaviour;
let requests: { readonly method: string | undefined; readonly at: number }[] = [];
const server = createServer((request, response) => {
  requests.push({ method: request.method, at: performance.now() });
  behave(request, response, requests.length);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
beforeEach(() => {
  requests = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const SECRET = 'key-that-nobody-may-see';
const VALUE = 'value-that-no-message-may-hold';
async function failureOf(behaviour: Behaviour, options: Partial<ClientOptions> = {}): Promise<CareerGraphError> {
  behave = behaviour;
  const client = createClient({ endpoint, apiKey: SECRET, ...options });
  const failure = await client.request(growth, { slug: VALUE }).then(
    (answer) => expect.fail(`It answered ${JSON.stringify(answer)}.`),
    (error: unknown) => error,
  );
  if (!(failure instanceof CareerGraphError)) throw failure;
  for (const text of [failure.message, String(failure), String(failure.cause)]) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(VALUE);
  }
  return failure;
}

const answer =
  (status: number, body: string, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

const error = (code: string, extensions: object = {}, data: object | null = null) =>
  JSON.stringify({
    data,
    errors: [{ message: `About ${VALUE}.`, path: ['career'], extensions: { code, ...extensions } }],
  });

describe('what is not tried again', () => {
  test.each([
    ['HTML with 200', answer(200, '<html>', { 'content-type': 'text/html' }), ServerError, 'BAD_ANSWER'],
    ['HTML with 502', answer(502, '<html>', { 'content-type': 'text/html' }), ServerError, 'BAD_ANSWER'],
    ['HTML as JSON', answer(200, '<html>'), ServerError, 'BAD_ANSWER'],
    ['an empty body', answer(200, ''), ServerError, 'BAD_ANSWER'],
    ['half of JSON', answer(200, '{"data":{"career'), ServerError, 'BAD_ANSWER'],
    ['a number', answer(200, '42'), ServerError, 'BAD_ANSWER'],
    ['a list', answer(200, '[{"data":{"career":{}}}]'), ServerError, 'BAD_ANSWER'],
    ['neither data nor errors', answer(200, '{}'), ServerError, 'BAD_ANSWER'],
    ['data that is a list', answer(200, '{"data":[1]}'), ServerError, 'BAD_ANSWER'],
    ['null for data', answer(200, '{"data":null}'), ServerError, 'BAD_ANSWER'],
    ['errors that are no errors', answer(200, '{"data":null,"errors":[null,"x"]}'), ServerError, 'BAD_ANSWER'],
    ['errors that are no list', answer(200, '{"data":null,"errors":{"a":1}}'), ServerError, 'BAD_ANSWER'],
    ['no content', (_request, response) => response.writeHead(204).end(), ServerError, 'BAD_ANSWER'],
    ['304 that nobody asked for', answer(304, ''), ServerError, 'BAD_ANSWER'],
    ['500', answer(500, error('INTERNAL_SERVER_ERROR', { id: 'a1' })), ServerError, 'INTERNAL_SERVER_ERROR'],
    ['a masked error with 200', answer(200, error('INTERNAL_SERVER_ERROR')), ServerError, 'INTERNAL_SERVER_ERROR'],
    ['bad input', answer(200, error('BAD_USER_INPUT', { argument: 'slug' })), BadUserInputError, 'BAD_USER_INPUT'],
    ['bad input with 400', answer(400, error('BAD_USER_INPUT')), BadUserInputError, 'BAD_USER_INPUT'],
    ['a refused document', answer(400, error('QUERY_DEPTH')), RefusedError, 'QUERY_DEPTH'],
    ['a refused key', answer(401, '{"message":"no"}'), RefusedError, 'REFUSED'],
    ['a path that is not there', answer(404, '<html>', { 'content-type': 'text/html' }), RefusedError, 'REFUSED'],
    [
      'a code that is a list',
      answer(400, '{"errors":[{"message":"x","extensions":{"code":["BAD_USER_INPUT"]}}]}'),
      RefusedError,
      'REFUSED',
    ],
    [
      'a code that cannot become text',
      answer(200, '{"errors":[{"message":"x","extensions":{"code":{"toString":1}}}]}'),
      ServerError,
      'BAD_ANSWER',
    ],
    [
      'a code that is no text',
      answer(200, '{"errors":[{"message":"x","extensions":{"code":7}}]}'),
      ServerError,
      'BAD_ANSWER',
    ],
  ] as const satisfies readonly (readonly [string, Behaviour, typeof CareerGraphError, string])[])(
    '%s',
    async (_name, behaviour, type, code) => {
      const failure = await failureOf(behaviour);
      expect(failure).toBeInstanceOf(type);
      expect(failure.name).toBe(type.name);
      expect(failure.code).toBe(code);
      expect(requests).toHaveLength(1);
    },
  );

  test('the id of a server error, and what the server said', async () => {
    const failure = (await failureOf(answer(500, error('INTERNAL_SERVER_ERROR', { id: 'a1' })))) as ServerError;
    expect(failure.id).toBe('a1');
    expect(failure.status).toBe(500);
    expect(failure.errors[0]?.message).toBe(`About ${VALUE}.`);
    expect(failure.message).toBe('Growth: the server answered INTERNAL_SERVER_ERROR.');
  });

  test('an answer over the largest size, however it goes on', async () => {
    const failure = await failureOf(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const pour = () => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
        };
        response.on('drain', pour);
        pour();
      },
      { maxBytes: 1_000_000 },
    );
    expect(failure).toBeInstanceOf(ServerError);
    expect(failure.message).toBe('The answer is over 1000000 bytes.');
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['headers', () => {}],
    ['body', (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{')],
    [
      'drops',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ] as const satisfies readonly (readonly [string, Behaviour])[])(
    'a server that is slow with its %s',
    async (_what, behaviour) => {
      const failure = await failureOf(behaviour, { timeoutMs: 300 });
      expect(failure).toBeInstanceOf(TimeoutError);
      expect(failure.message).toBe('No complete answer within 300 ms.');
      expect(requests).toHaveLength(1);
    },
  );

  test.each([301, 302, 303, 307, 308])('a redirect (%i): nothing is sent to where it leads', async (status) => {
    const redirect: Behaviour = (_request, response) =>
      response.writeHead(status, { location: `${endpoint}/elsewhere` }).end();
    const failure = await failureOf(redirect);
    expect(failure).toBeInstanceOf(ServerError);
    expect(failure.message).toBe('The answer is a redirect; set endpoint to the address it leads to.');
    expect(requests).toHaveLength(1);
  });

  test('a redirect that fetch followed to another origin, or that a browser hides', async () => {
    const elsewhere = Object.defineProperty(new Response('{"data":{"career":null}}'), 'url', {
      value: 'https://elsewhere.example/graphql',
    });
    for (const response of [elsewhere, Response.error()]) {
      const failure = await failureOf(() => {}, { fetch: async () => response });
      expect(failure.message).toBe('The answer is a redirect; set endpoint to the address it leads to.');
    }
  });
});

describe('what is tried again', () => {
  const good: Behaviour = answer(200, '{"data":{"career":{"slug":"x"}}}');

  test.each([
    ['429', answer(429, error('RATE_LIMITED'), { 'retry-after': '0' })],
    ['503', answer(503, error('DATABASE_UNAVAILABLE'), { 'retry-after': '0' })],
    ['503 of a proxy', answer(503, '<html>', { 'content-type': 'text/html' })],
    ['a cut connection', (request: IncomingMessage) => request.socket.destroy()],
    [
      'a cut body',
      (request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"data"');
        setTimeout(() => request.socket.destroy(), 20);
      },
    ],
  ] as const satisfies readonly (readonly [string, Behaviour])[])('%s, until it is better', async (_name, bad) => {
    behave = (request, response, number) => (number < 3 ? bad : good)(request, response, number);
    const client = createClient({ endpoint });
    expect(await client.request(growth, { slug: 'x' })).toEqual({ data: { career: { slug: 'x' } }, errors: undefined });
    expect(requests).toHaveLength(3);
  });

  test('429 to the end: the pause that the server asks for is told', async () => {
    const failure = await failureOf(answer(429, error('RATE_LIMITED'), { 'retry-after': '0' }));
    expect(failure).toBeInstanceOf(RateLimitedError);
    expect((failure as RateLimitedError).retryAfter).toBe(0);
    expect(requests).toHaveLength(3);
  });

  test.each([
    ['seconds', '60', 60],
    ['a date', new Date(Date.now() + 600_000).toUTCString(), 600],
  ])('a pause in %s that is longer than the time-out is not begun', async (_what, header, seconds) => {
    const failure = await failureOf(answer(429, error('RATE_LIMITED'), { 'retry-after': header }));
    expect(failure).toBeInstanceOf(RateLimitedError);
    expect((failure as RateLimitedError).retryAfter).toBeGreaterThan(seconds / 2);
    expect((failure as RateLimitedError).retryAfter).toBeLessThanOrEqual(seconds);
    expect(requests).toHaveLength(1);
  });

  test('a pause of a second is kept', async () => {
    behave = (request, response, number) =>
      (number < 2 ? answer(503, '', { 'retry-after': '1' }) : good)(request, response, number);
    await createClient({ endpoint }).request(growth, { slug: 'x' });
    const [first, second] = requests.map(({ at }) => at) as [number, number];
    expect(requests).toHaveLength(2);
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  test.each(['soon', '-5', '1e3', 'Infinity'])('a pause that cannot be read (%s) is one of our own', async (header) => {
    const failure = await failureOf(answer(503, '', { 'retry-after': header }));
    expect(failure).toBeInstanceOf(ServerError);
    expect((failure as ServerError).retryAfter).toBeUndefined();
    expect(requests).toHaveLength(3);
  });

  test('a server that cannot be reached', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    const failure = await failureOf(() => {}, { endpoint: `http://127.0.0.1:${port}/graphql` });
    expect(failure).toBeInstanceOf(NetworkError);
    expect(failure.message).toBe(`No complete answer from 127.0.0.1:${port} (ECONNREFUSED).`);
  });

  test('as often as it is told', async () => {
    await failureOf((request) => request.socket.destroy(), { retries: 0 });
    expect(requests).toHaveLength(1);
  });
});

describe('an answer in part', () => {
  const partial = answer(
    200,
    JSON.stringify({
      data: { career: { slug: 'x', growth: null } },
      errors: [
        { message: 'gone', path: ['career', 'growth'], extensions: { code: 'INTERNAL_SERVER_ERROR', id: 'a2' } },
      ],
    }),
  );

  test('data and errors both arrive', async () => {
    behave = partial;
    const { data, errors } = await createClient({ endpoint }).request(growth, { slug: 'x' });
    expect(data).toEqual({ career: { slug: 'x', growth: null } });
    expect(errors).toEqual([
      { message: 'gone', path: ['career', 'growth'], extensions: { code: 'INTERNAL_SERVER_ERROR', id: 'a2' } },
    ]);
  });

  test('is an error only where that is asked for', async () => {
    const failure = (await failureOf(partial, { partial: 'throw' })) as PartialDataError;
    expect(failure).toBeInstanceOf(PartialDataError);
    expect(failure.code).toBe('PARTIAL_DATA');
    expect(failure.data).toEqual({ career: { slug: 'x', growth: null } });
    expect(failure.errors).toHaveLength(1);
  });
});

describe('what is kept, and told', () => {
  test('an answer that depends on what no client can know (Vary: *) is not kept', async () => {
    const client = createClient({ endpoint });
    behave = answer(200, '{"data":{"career":{"slug":"x"}}}', { 'cache-control': 'max-age=60', vary: 'Accept, *' });
    for (const _ of [1, 2]) await client.request(growth, { slug: 'x' });
    expect(requests).toHaveLength(2);
  });

  test('a full cache drops the answer that was used longest ago', async () => {
    behave = (request, response, number) =>
      answer(200, '{"data":{"career":{"slug":"x"}}}', { 'cache-control': 'max-age=60' })(request, response, number);
    // Room for two answers, whose keys are their URLs of some 250 characters.
    const client = createClient({ endpoint, cache: memoryCache(700) });
    for (const slug of ['a', 'b', 'a', 'c', 'a']) await client.request(growth, { slug });
    expect(requests).toHaveLength(3);
    await client.request(growth, { slug: 'b' });
    expect(requests).toHaveLength(4);
  });

  test('an answer that cannot be read is not kept, however long it says that it may be', async () => {
    const client = createClient({ endpoint });
    for (const body of ['<html>', '{"data":null,"errors":[{"message":"x"}]}']) {
      requests = [];
      behave = answer(200, body, { 'cache-control': 'max-age=3600', etag: '"a"' });
      await expect(client.request(growth, { slug: body })).rejects.toBeInstanceOf(ServerError);
      behave = answer(200, '{"data":{"career":{"slug":"x"}}}');
      expect((await client.request(growth, { slug: body })).data.career?.slug).toBe('x');
      expect(requests).toHaveLength(2);
    }
  });

  test('an answer that is still the same is one, though it may not be kept any longer', async () => {
    const client = createClient({ endpoint });
    behave = answer(200, '{"data":{"career":{"slug":"x"}}}', { etag: '"a"' });
    const first = await client.request(growth, { slug: 'x' });
    behave = answer(304, '', { 'cache-control': 'no-store' });
    expect(await client.request(growth, { slug: 'x' })).toEqual(first);
    expect(requests).toHaveLength(2);
  });

  test('a hook never sees the key, not even afterwards', async () => {
    behave = answer(200, '{"data":{"career":{"slug":"x"}}}');
    const seen: string[] = [];
    const client = createClient({
      ...{ endpoint, apiKey: SECRET },
      onRequest: async ({ headers }, next) => {
        const answered = await next();
        seen.push(...headers.keys());
        return answered;
      },
    });
    await client.request(growth, { slug: 'x' });
    expect(seen).toEqual(['accept']);
  });
});

describe('what cannot be sent', () => {
  test.each([
    '',
    'careers.example',
    'ftp://careers.example',
    'https://careers.example/graphql#a',
    'https://user:pass@careers.example/graphql',
    '/graphql',
  ])('the endpoint %j', (address) => {
    expect(() => createClient({ endpoint: address })).toThrow(
      'endpoint must be an absolute http(s) URL without a password.',
    );
  });

  test.each(['two words', 'line\nbreak', 'schlüssel'])('the key %j', (apiKey) => {
    expect(() => createClient({ endpoint, apiKey })).toThrow('apiKey must be ASCII without spaces.');
  });
});
