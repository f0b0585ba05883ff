import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { loadContent, readContent } from '@careergraph/content';
import { type Answer, createTestApi, type Fetch, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { copyOfGuides, edit } from '../start/starting.js';
import { apiWith, getRequest, persisted, postRequest, sha256 } from './requests.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const SALARY = `query Salary($slug: String!, $in: AreaBy) {
  career(slug: $slug) { title salary(in: $in) { mean { display } provenance { citation } } }
}`;
const LONG = '{ areas(first: 100) { nodes { code name kind } } }';
const VARIABLES = { slug: 'emt', in: { state: 'FL' } };

/** Whether the answer had been computed before; null if it may not be kept. */
async function hitOf(to: Fetch, request: Request): Promise<boolean | null> {
  const status = (await to(request)).headers.get('cache-status');
  return status === null ? null : status === 'CareerGraph; hit';
}

describe('an answer is computed once', () => {
  test('whatever the request looks like', async () => {
    const to = await apiWith(api);
    const asked = { query: SALARY, variables: VARIABLES };
    expect(await hitOf(to, getRequest(asked))).toBe(false);
    const accept = 'application/graphql-response+json';
    for (const request of [
      getRequest(asked),
      postRequest(asked),
      postRequest(asked, { accept }),
      postRequest({ ...asked, variables: { in: { state: 'FL' }, slug: 'emt' } }),
      postRequest({ ...asked, extensions: {} }),
      postRequest({ ...asked, extensions: persisted(SALARY) }),
      getRequest({ variables: VARIABLES, extensions: persisted(SALARY) }),
      getRequest({ variables: VARIABLES, documentId: `sha256:${sha256(SALARY)}` }),
    ]) {
      expect([request.method, request.url, await hitOf(to, request)]).toEqual([request.method, request.url, true]);
    }
  });

  test('and has the same bytes each time, by GET and by POST', async () => {
    const to = await apiWith(api);
    const bodies = [];
    for (const request of [getRequest, postRequest, getRequest, postRequest]) {
      const response = await to(request({ query: SALARY, variables: VARIABLES }));
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
      bodies.push(bytes.toString());
    }
    expect(new Set(bodies).size).toBe(1);
    const { data } = JSON.parse(bodies[0] as string) as Answer;
    expect(data).toMatchObject({ career: { title: 'EMT' } });
  });

  test('but another one for another operation, variable, or document', async () => {
    const to = await apiWith(api);
    const fields = 'area(by: { code: $code }) { name }';
    const query = `query A($code: String) { a: ${fields} } query B($code: String) { b: ${fields} }`;
    const answers = [];
    for (const asked of [
      { query, operationName: 'A', variables: { code: 'US' } },
      { query, operationName: 'B', variables: { code: 'US' } },
      { query, operationName: 'A', variables: { code: 'US-FL' } },
      { query: `${query} `, operationName: 'A', variables: { code: 'US' } },
    ]) {
      const response = await to(postRequest(asked));
      expect(response.headers.get('cache-status')).toBe('CareerGraph; fwd=miss');
      answers.push((await response.json()) as Answer);
    }
    expect(answers.map(({ data }) => data)).toEqual([
      { a: { name: 'United States' } },
      { b: { name: 'United States' } },
      { a: { name: 'Florida' } },
      { a: { name: 'United States' } },
    ]);
  });

  test('for a hundred clients that ask at once', async () => {
    const statements = countStatements(api);
    const asked = { query: SALARY, variables: VARIABLES };
    await (await apiWith(api))(getRequest(asked));
    const alone = await statements();
    const to = await apiWith(api);
    const atOnce = Array.from({ length: 100 }, async () => (await to(getRequest(asked))).text());
    expect(new Set(await Promise.all(atOnce)).size).toBe(1);
    expect(alone).toBeGreaterThan(0);
    expect(await statements()).toBe(alone);
  });
});

describe('encodings', () => {
  const decoders: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };

  test.each([
    ['br', 'gzip, deflate, br, zstd'],
    ['br', 'BR;q=0.1, gzip'],
    ['gzip', 'gzip'],
    ['gzip', 'br;q=0, gzip;q=0.5'],
    [null, 'identity'],
    [null, 'deflate'],
    [null, 'gzip;q=0.0'],
    [null, ''],
  ])('%s where the client accepts "%s", by GET and by POST, the first time and later', async (encoding, accepted) => {
    const to = await apiWith(api);
    const plain = await (await to(postRequest({ query: LONG }))).text();
    for (const request of [getRequest, postRequest, getRequest, postRequest]) {
      const response = await to(request({ query: LONG }, { 'accept-encoding': accepted }));
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(response.headers.get('vary')).toBe('Origin, Accept, Accept-Encoding');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
      expect((encoding ? decoders[encoding]?.(bytes) : bytes)?.toString()).toBe(plain);
      if (encoding) expect(bytes.byteLength).toBeLessThan(plain.length / 3);
    }
  });

  test('an answer that fits in one packet is not compressed', async () => {
    for (const _ of [1, 2]) {
      const response = await api.fetch(getRequest({ query: '{ __typename }' }, { 'accept-encoding': 'br' }));
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    }
  });

  test('an error is not compressed', async () => {
    const response = await api.fetch(getRequest({ query: `{ ${'nope '.repeat(500)} }` }, { 'accept-encoding': 'br' }));
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('what may not be kept', () => {
  test.each([
    ['an invalid document', { query: '{ nope }' }],
    ['an answer in part', { query: '{ emt: career(slug: "emt") { title } occupation(code: "x") { title } }' }],
    ['variables that do not fit', { query: SALARY, variables: { slug: 1 } }],
    ['too dear a query', { query: '{ career(slug: "emt") { related { related { related { title } } } } }' }],
  ])('%s', async (_, asked) => {
    for (const request of [getRequest, getRequest, postRequest])
      expect(await hitOf(api.fetch, request(asked))).toBeNull();
  });

  test('a fault of the server: the answer is there once the fault is gone', async () => {
    const broken = await createTestApi();
    onTestFinished(() => broken.close());
    const query = '{ career(slug: "medical-office-manager") { claims { totalCount } } }';
    await broken.prisma.$executeRawUnsafe('ALTER TABLE "claim" RENAME TO "gone"');
    expect((await broken.query(query)).errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    await broken.prisma.$executeRawUnsafe('ALTER TABLE "gone" RENAME TO "claim"');
    const { data, errors } = await broken.query(query);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ career: { claims: { totalCount: expect.any(Number) } } });
  });

  test('a kept answer goes on while the database fails', async () => {
    const gone = await createTestApi();
    const kept = await gone.query(SALARY, VARIABLES);
    await gone.close();
    expect(await gone.query(SALARY, VARIABLES)).toEqual(kept);
    expect((await gone.query(SALARY, { slug: 'emt', in: { state: 'GA' } })).errors).toHaveLength(1);
  });

  test('anything, where the operator wants nothing kept', async () => {
    const to = await apiWith(api, { answerMegabytes: 0 });
    for (const _ of [1, 2]) expect(await hitOf(to, getRequest({ query: '{ __typename }' }))).toBe(false);
  });
});

test('the store is bounded by bytes: what was not asked for the longest goes first', async () => {
  const to = await apiWith(api, { answerMegabytes: 1 });
  const asked = (index: number) =>
    getRequest({ query: '{ __typename }', variables: { padding: 'x'.repeat(10_000), index } });
  // Keys count as well, so nobody fills the memory with short answers to long questions.
  for (let index = 0; index < 60; index += 1) expect(await hitOf(to, asked(index))).toBe(false);
  const hits = [];
  for (const index of [0, 59, 0]) hits.push(await hitOf(to, asked(index)));
  expect(hits).toEqual([false, true, true]);
});

describe('a new release', () => {
  const TITLES = '{ one: career(slug: "emt") { title } two: career(slug: "emt") { title salary { release { key } } } }';

  test('ends what was kept, also for answers under way, and no answer mixes two', async () => {
    const changing = await createTestApi();
    onTestFinished(() => changing.close());
    const titles = async (index: number) => {
      const variables = { index: index % 7 };
      const { data, errors } = await changing.query(TITLES, variables);
      expect(errors).toBeUndefined();
      const { one, two } = data as { one: { title: string }; two: { title: string } };
      return [one.title, two.title];
    };
    const OLD = ['EMT', 'EMT'];
    const NEW = ['Ambulance Technician', 'Ambulance Technician'];
    expect(await titles(0)).toEqual(OLD);
    const guides = await copyOfGuides();
    await edit(join(guides, 'careers/emt.yaml'), 'title: EMT', 'title: Ambulance Technician');
    await loadContent(changing.database, await readContent(guides));
    const before = Array.from({ length: 50 }, (_, index) => titles(index));
    const refreshed = changing.refresh();
    const during = Array.from({ length: 50 }, (_, index) => titles(index));
    await refreshed;
    const after = Array.from({ length: 50 }, (_, index) => titles(index));
    for (const pair of await Promise.all([...before, ...during])) expect([OLD, NEW]).toContainEqual(pair);
    for (const pair of await Promise.all(after)) expect(pair).toEqual(NEW);
    expect(await titles(0)).toEqual(NEW);
  });
});

test('a kept answer ends when a release that was superseded is only staged', async () => {
  const changing = await createTestApi();
  onTestFinished(() => changing.close());
  const statuses = async () => {
    const { data } = await changing.query('{ sources { releases { label status } } }');
    const { sources } = data as { sources: { releases: { label: string; status: string }[] }[] };
    return sources.flatMap(({ releases }) => releases).map(({ status }) => status);
  };
  const superseded = (await statuses()).filter((status) => status === 'SUPERSEDED').length;
  expect(superseded).toBeGreaterThan(0);
  await changing.prisma.release.updateMany({ where: { status: 'SUPERSEDED' }, data: { status: 'STAGED' } });
  await changing.refresh();
  const after = await statuses();
  expect(after.filter((status) => status === 'STAGED')).toHaveLength(superseded);
  expect(after).not.toContain('SUPERSEDED');
});

/** The number of SQL statements since the last call. */
function countStatements({ prisma }: TestApi): () => Promise<number> {
  let count = 0;
  (prisma as unknown as { $on(event: 'query', listener: () => void): void }).$on('query', () => {
    count += 1;
  });
  return async () => {
    // The events of the last statements arrive a moment after their results.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const counted = count;
    count = 0;
    return counted;
  };
}
