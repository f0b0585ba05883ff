import { createHash } from 'node:crypto';
import { type AnswerCache, type ClientOptions, careerPage, createClient, growth, sources } from '@careergraph/sdk';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

let api: TestApi;
let requests: { method: string; url: URL; headers: Headers; status: number }[];
beforeAll(async () => {
  api = await createTestApi();
});
beforeEach(() => {
  requests = [];
});
afterAll(() => api?.close());

const slug = 'medical-assistant';
/** A server that has not seen any document. */
const freshApi = async () => createTestApi();

function clientOf(options: Partial<ClientOptions> = {}, server: TestApi = api) {
  return createClient({
    endpoint: 'http://localhost/graphql',
    fetch: async (url, init) => {
      const request = new Request(url, init);
      const entry = { method: request.method, url: new URL(url), headers: request.headers, status: 0 };
      requests.push(entry);
      const response = await server.fetch(request);
      entry.status = response.status;
      return response;
    },
    ...options,
  });
}

const seen = () => requests.map(({ method, status }) => `${method} ${status}`);

describe('a question', () => {
  test('has the answer that the server gives to a plain POST', async () => {
    const { data, errors } = await clientOf().request(careerPage, { slug });
    expect(errors).toBeUndefined();
    expect({ data }).toEqual(await api.query(careerPage.text, { slug }));
    const { median } = data.career?.salary ?? expect.fail('It has no salary.');
    expect(median).toMatchObject({ status: 'PUBLISHED', amount: 45_690, display: '$45,690' });
  });

  test('about what does not exist is null and no error', async () => {
    expect(await clientOf().request(careerPage, { slug: 'astronaut' })).toEqual({
      data: { career: null },
      errors: undefined,
    });
  });

  test('without variables needs none', async () => {
    const { data } = await clientOf().request(sources);
    expect(data.sources.map(({ key }) => key)).toContain('bls-oews');
  });

  test('of this package is known to every server by its hash', async () => {
    const server = await freshApi();
    await clientOf({}, server).request(growth, { slug });
    await server.close();
    expect(seen()).toEqual(['GET 200']);
  });

  test('that the server has not seen is sent with its text once, and by its hash from then on', async () => {
    const text = `${growth.text} # of another package`;
    const own: typeof growth = { name: 'Growth', text, hash: createHash('sha256').update(text).digest('hex') };
    const server = await freshApi();
    const client = clientOf({ cache: false }, server);
    const first = await client.request(own, { slug });
    const second = await client.request(own, { slug });
    await server.close();
    expect(second).toEqual(first);
    expect(seen()).toEqual(['GET 404', 'POST 200', 'GET 200']);
    const { url } = requests[2] ?? expect.fail();
    expect(Object.fromEntries(url.searchParams)).toEqual({
      operationName: 'Growth',
      variables: JSON.stringify({ slug }),
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: own.hash } }),
    });
  });

  test('is a POST with its text where GET is not wanted, or would be too long', async () => {
    await clientOf({ persisted: false }).request(growth, { slug });
    await clientOf().request(growth, { slug: 'x'.repeat(2_000) });
    expect(seen()).toEqual(['POST 200', 'POST 200']);
  });
});

describe('the cache', () => {
  test('answers without asking as long as the server allows, with an answer of its own each time', async () => {
    const client = clientOf();
    await client.request(growth, { slug });
    requests = [];
    const one = await client.request(growth, { slug });
    const two = await client.request(growth, { slug });
    expect(requests.length).toBeLessThanOrEqual(1);
    expect(two).toEqual(one);
    expect(two.data).not.toBe(one.data);
  });

  test('asks by the ETag when an answer is no longer fresh', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const client = clientOf();
      await client.request(growth, { slug });
      const first = await client.request(growth, { slug });
      vi.setSystemTime(Date.now() + 61_000);
      requests = [];
      expect(await client.request(growth, { slug })).toEqual(first);
      expect(seen()).toEqual(['GET 304']);
      expect(requests[0]?.headers.get('if-none-match')).toMatch(/^"/);
      await client.request(growth, { slug });
      expect(requests).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('takes variables for equal whatever the order of their keys', async () => {
    const client = clientOf();
    await client.request(careerPage, { slug, area: { state: 'FL' } });
    await client.request(careerPage, { slug, area: { state: 'FL' } });
    requests = [];
    await client.request(careerPage, { area: { state: 'FL' }, slug });
    expect(requests).toEqual([]);
  });

  test('can be another one, which may fail', async () => {
    const kept = new Map<string, string>();
    const cache: AnswerCache = {
      get: async (key) => (kept.has(key) ? JSON.parse(kept.get(key) ?? '') : undefined),
      set: async (key, answer) => void kept.set(key, JSON.stringify(answer)),
    };
    await clientOf({ cache }).request(growth, { slug });
    await clientOf({ cache }).request(growth, { slug });
    requests = [];
    await clientOf({ cache }).request(growth, { slug });
    expect(requests).toEqual([]);
    const broken = () => Promise.reject(new Error('The cache is down.'));
    const { data } = await clientOf({ cache: { get: broken, set: broken } }).request(growth, { slug });
    expect(data.career?.slug).toBe(slug);
  });

  test('holds no error', async () => {
    const client = clientOf();
    for (const _ of [1, 2]) await client.request(growth, { slug, asOf: 'never' }).catch(() => {});
    expect(requests.length).toBeGreaterThanOrEqual(2);
  });
});

describe('equal requests in flight', () => {
  test('are one request, with an answer for each', async () => {
    const client = clientOf({ cache: false });
    await client.request(growth, { slug });
    requests = [];
    const answers = await Promise.all([1, 2, 3].map(() => client.request(growth, { slug })));
    expect(seen()).toEqual(['GET 200']);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[1]?.data).not.toBe(answers[0]?.data);
  });

  test('end one by one: who gives up takes nobody along, and the last one ends the request', async () => {
    let aborted = false;
    let open: () => void = () => {};
    const client = clientOf({
      fetch: (_url, { signal }) =>
        new Promise((resolve, reject) => {
          open = () => resolve(Response.json({ data: { career: { slug } } }));
          signal?.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason);
          });
        }),
    });
    const leaves = new AbortController();
    const left = client.request(growth, { slug }, { signal: leaves.signal });
    const impatient = client.request(growth, { slug }, { timeoutMs: 20 });
    const stays = client.request(growth, { slug });
    leaves.abort(new Error('The page was closed.'));
    await expect(left).rejects.toThrow('The page was closed.');
    await expect(impatient).rejects.toThrow('No complete answer within 20 ms.');
    expect(aborted).toBe(false);
    open();
    expect((await stays).data.career?.slug).toBe(slug);

    const last = client.request(growth, { slug: 'other' }, { timeoutMs: 20 });
    await expect(last).rejects.toThrow('No complete answer within 20 ms.');
    expect(aborted).toBe(true);
  });

  test('a signal that is aborted already sends nothing', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(clientOf().request(growth, { slug }, { signal })).rejects.toThrow('too late');
    expect(requests).toEqual([]);
  });
});

describe('a hook', () => {
  test('sees each attempt without the key, adds headers and sees the answer', async () => {
    const attempts: unknown[] = [];
    const client = clientOf({
      apiKey: 'secret',
      cache: false,
      onRequest: async ({ operation, method, attempt, headers }, next) => {
        headers.set('traceparent', '00-1-1-01');
        const visible = [...headers.keys()];
        const { status } = await next().then((answer) => {
          attempts.push({ operation, method, attempt, visible, status: answer.status });
          return answer;
        });
        expect(status).toBeGreaterThan(0);
        return { status: 200, headers: new Headers({ 'content-type': 'application/json' }), text: '{"data":{"a":1}}' };
      },
    });
    expect((await client.request(growth, { slug })).data).toEqual({ a: 1 });
    expect(attempts).toEqual([
      { operation: 'Growth', method: 'GET', attempt: 0, visible: ['accept', 'traceparent'], status: 200 },
    ]);
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer secret');
    expect(requests[0]?.headers.get('traceparent')).toBe('00-1-1-01');
  });
});
