import { MARKERS } from '@careergraph/domain';
import {
  areasList,
  BadUserInputError,
  careerPage,
  careersList,
  createCareerClient,
  createClient,
  formatWage,
  growth,
  NetworkError,
  PartialDataError,
  RateLimitedError,
  RefusedError,
  ServerError,
  salaryInArea,
  sources,
  TimeoutError,
  type TypedDocument,
} from '@careergraph/sdk';
import {
  aCareerCard,
  aCareerPage,
  aCitation,
  aClaim,
  aCount,
  aCredential,
  aGrowth,
  aPage,
  aPercent,
  aProvenance,
  aQuotient,
  aResolution,
  aSalary,
  aWage,
  fail,
  partial,
  recorded,
  type StubFetch,
  slow,
  stubFetch,
} from '@careergraph/sdk/testing';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const endpoint = 'https://careers.example/graphql';
const slug = 'medical-office-manager';

let stub: StubFetch;
let client: ReturnType<typeof createCareerClient>;
beforeEach(() => {
  stub = stubFetch();
  client = createCareerClient({ endpoint, fetch: stub, retries: 0 });
});

describe('a recorded answer', () => {
  test('is a real one', async () => {
    const { data, errors } = await client.careerPage({ slug });
    expect(errors).toBeUndefined();
    expect(data.career).toMatchObject({ title: 'Medical Office Manager', salary: { occupation: { code: '11-9111' } } });
    expect(data.career?.findings).toHaveLength(20);
    const median = data.career?.salary?.median ?? expect.fail('It has no salary.');
    expect(formatWage(median)).toBe(median.display);
  });

  test('is null for a career that does not exist', async () => {
    expect((await client.careerPage({ slug: 'no-such-career' })).data).toEqual({ career: null });
  });

  test('is there for every page of a walk', async () => {
    const slugs: string[] = [];
    for await (const career of client.careers.all({ filter: { field: ['NURSING', 'DENTAL', 'IMAGING'] } }))
      slugs.push(career.slug);
    expect(slugs).toHaveLength(23);
    expect(new Set(slugs).size).toBe(23);
    expect(stub.calls.map(({ variables }) => Object.keys(variables))).toEqual([['filter'], ['after', 'filter']]);
  });

  test('is not given for other variables', async () => {
    const error = await client.careerPage({ slug: 'welder' }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ServerError);
    expect(error.code).toBe('NO_ANSWER');
    expect(error.message).toBe(
      'stubFetch: CareerPage has no recorded answer for {"slug":"welder"}, only for {"slug":"medical-office-manager"}, ' +
        '{"slug":"medical-assistant"}, {"slug":"no-such-career"}. Set an answer: stub.on(document, data).',
    );
    await expect(client.areas({ first: 5 })).rejects.toThrow(
      'AreasList has no recorded answer for {"first":5}, only for {}',
    );
    expect(() => recorded(careerPage, { slug: 'welder' })).toThrow('only for {"slug":"medical-office-manager"}');
  });

  test('is your own copy', () => {
    const data = recorded(areasList) as { areas: object };
    data.areas = {};
    expect(recorded(areasList).areas.totalCount).toBe(55);
  });
});

describe('on', () => {
  test('gives data, for every variable or by them', async () => {
    stub.on(growth, { career: null });
    expect((await client.growth({ slug: 'welder' })).data).toEqual({ career: null });
    stub.on(careerPage, async (variables) => aCareerPage({ slug: variables.slug, title: 'Welder' }));
    expect((await client.careerPage({ slug: 'welder' })).data.career).toMatchObject({
      slug: 'welder',
      title: 'Welder',
    });
  });

  test('counts from the last one, and at once', async () => {
    stub.on(careersList, { careers: aPage([aCareerCard({ slug: 'welder' })]) });
    expect((await client.careers()).data.careers.nodes.map((career) => career.slug)).toEqual(['welder']);
    stub.on(careersList, { careers: aPage([]) });
    expect((await client.careers()).data.careers).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('answers documents of your own, also those with a name of ours', async () => {
    const own: TypedDocument<{ career: { title: string } | null }, { slug: string }> = {
      name: 'CareerPage',
      hash: 'f'.repeat(64),
      text: 'query CareerPage($slug:String!){career(slug:$slug){title}}',
    };
    await expect(client.request(own, { slug })).rejects.toThrow(
      'CareerPage is not a document of this version of the SDK.',
    );
    stub.on(own, { career: { title: 'Welder' } });
    expect((await client.request(own, { slug })).data).toEqual({ career: { title: 'Welder' } });
    expect((await client.careerPage({ slug })).data.career?.title).toBe('Medical Office Manager');
  });

  test('tells what an answering function throws', async () => {
    stub.on(careerPage, () => {
      throw new Error('No area was asked for.');
    });
    const error = await client.careerPage({ slug }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'ANSWER_THREW' });
    expect(error.message).toContain('CareerPage threw Error: No area was asked for.');
  });
});

describe('calls', () => {
  test('are what was asked, without the key', async () => {
    const own = createClient({ endpoint, fetch: stub, apiKey: 'secret', persisted: false });
    await own.request(sources);
    await client.careerPage({ slug });
    expect(stub.calls).toMatchObject([
      { operation: 'Sources', variables: {}, method: 'POST', headers: { 'content-type': 'application/json' } },
      { operation: 'CareerPage', variables: { slug }, method: 'GET' },
    ]);
    expect(JSON.stringify(stub.calls)).not.toContain('secret');
  });

  test('have the ETag of an answer that is known, which is 304 as long as it is the same', async () => {
    const statuses: number[] = [];
    const own = createClient({
      endpoint,
      fetch: async (url, init) => {
        const response = await stub(url, init);
        statuses.push(response.status);
        return response;
      },
    });
    const first = await own.request(careerPage, { slug });
    expect(await own.request(careerPage, { slug })).toEqual(first);
    stub.on(careerPage, aCareerPage({ title: 'Welder' }));
    expect((await own.request(careerPage, { slug })).data.career?.title).toBe('Welder');
    expect(statuses).toEqual([200, 304, 200]);
    const tags = stub.calls.map(({ headers }) => headers['if-none-match']);
    expect(tags).toEqual([undefined, expect.stringMatching(/^"[\w-]+"$/), tags[1]]);
  });
});

describe('a response', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api?.close());

  const asked = new URLSearchParams({
    operationName: sources.name,
    query: sources.text,
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: sources.hash } }),
  });
  const accept = 'application/graphql-response+json, application/json';
  const post = (body: object) =>
    [
      'http://localhost/graphql',
      { method: 'POST', headers: { accept, 'content-type': 'application/json' }, body: JSON.stringify(body) },
    ] as const;
  test.each([
    ['GET', [`http://localhost/graphql?${asked}`, { headers: { accept } }]],
    ['GET as JSON', [`http://localhost/graphql?${asked}`, { headers: { accept: 'application/json' } }]],
    ['POST', post({ operationName: sources.name, query: sources.text })],
  ] as const)('to %s is like the server’s', async (_name, [url, init]) => {
    const real = await api.fetch(new Request(url, init));
    const stubbed = await stub(new Request(url, init));
    expect(shapeOf(stubbed)).toEqual(shapeOf(real));
  });

  const shapeOf = ({ status, headers }: Response) => ({
    status,
    ...Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value])),
    'content-length': undefined,
    // Whether the server had the answer ready.
    'cache-status': undefined,
    etag: headers.get('etag')?.replace(/"[\w.+-]+"/, '"…"'),
    'cache-control': headers.get('cache-control')?.replaceAll('=60', '=0'),
  });
});

describe('a failure', () => {
  test.each([
    [fail('BAD_USER_INPUT', { argument: 'slug' }), BadUserInputError, { code: 'BAD_USER_INPUT', status: 400 }],
    [fail('NOT_AVAILABLE_YET', { argument: 'by.zip' }), RefusedError, { code: 'NOT_AVAILABLE_YET', status: 200 }],
    [fail('QUERY_COMPLEXITY'), RefusedError, { code: 'QUERY_COMPLEXITY', status: 400 }],
    [fail('RATE_LIMITED', { retryAfter: 30 }), RateLimitedError, { status: 429, retryAfter: 30 }],
    [fail('DATABASE_UNAVAILABLE'), ServerError, { code: 'DATABASE_UNAVAILABLE', status: 503, retryAfter: undefined }],
    [fail('INTERNAL_SERVER_ERROR', { id: 'c0ffee' }), ServerError, { status: 500, id: 'c0ffee' }],
    [fail('NETWORK'), NetworkError, { code: 'NETWORK', status: undefined }],
  ])('%# is the client’s error', async (failure, type, properties) => {
    stub.on(careerPage, failure);
    const error = await client.careerPage({ slug }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject(properties);
    expect(stub.calls).toHaveLength(1);
  });

  test('may pass, so that the client gets its answer at the second attempt', async () => {
    stub.on(careerPage, () => (stub.calls.length === 1 ? fail('NETWORK') : aCareerPage()));
    const { data } = await createClient({ endpoint, fetch: stub }).request(careerPage, { slug });
    expect(data).toEqual(recorded(careerPage));
    expect(stub.calls).toHaveLength(2);
  });

  test('may leave a part of the data', async () => {
    const errors = [{ message: 'Something went wrong.', path: ['career', 'salary'] }];
    const data = { career: { slug, title: 'Medical Office Manager', salary: null } };
    stub.on(salaryInArea, partial(data, errors));
    expect(await client.salaryInArea({ slug })).toEqual({ data, errors });
    const strict = client.salaryInArea({ slug }, { partial: 'throw' });
    await expect(strict).rejects.toThrow(PartialDataError);
    await expect(strict).rejects.toMatchObject({ data, errors });
  });

  test('may be an answer that takes too long, or long', async () => {
    stub.on(careerPage, slow(Infinity, aCareerPage()));
    await expect(client.careerPage({ slug }, { timeoutMs: 20 })).rejects.toThrow(TimeoutError);
    const reason = new Error('The visitor left.');
    await expect(client.careerPage({ slug }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    stub.on(careerPage, slow(1, slow(1, fail('QUERY_COMPLEXITY'))));
    await expect(client.careerPage({ slug })).rejects.toThrow(RefusedError);
  });
});

describe('a figure', () => {
  test('has the number, text and reason of its status', () => {
    expect(aWage()).toEqual({ status: 'PUBLISHED', amount: 74_260, atLeast: null, display: '$74,260', reason: null });
    expect(aWage({ amount: 35.7, per: 'HOUR' }).display).toBe('$35.70');
    expect(aWage({ status: 'DERIVED' })).toMatchObject({ amount: 6_188.33, display: '$6,188.33' });
    expect(aWage({ status: 'TOP_CODED' })).toEqual({
      status: 'TOP_CODED',
      amount: null,
      atLeast: 239_200,
      display: '$239,200 or more',
      reason: MARKERS.TOP_CODED.reason,
    });
    expect(aWage({ status: 'TOP_CODED', per: 'HOUR' }).display).toBe('$115.00 or more');
    expect(aWage({ status: 'SUPPRESSED' })).toEqual({
      status: 'SUPPRESSED',
      amount: null,
      atLeast: null,
      display: 'not released',
      reason: MARKERS.WAGE_NOT_RELEASED.reason,
    });
    expect(aWage({ status: 'NOT_PUBLISHED', reason: 'Only hourly wages are released.' })).toMatchObject({
      display: 'not published',
      reason: 'Only hourly wages are released.',
    });
    expect(aCount({ status: 'SUPPRESSED' })).toEqual({
      status: 'SUPPRESSED',
      value: null,
      unit: 'employees; the self-employed are not counted',
      display: 'not released',
      reason: MARKERS.EMPLOYMENT_NOT_RELEASED.reason,
    });
    expect(aCount({ value: 62_200, unit: 'openings a year' })).toMatchObject({ value: 62_200, display: '62,200' });
    expect(aPercent({ value: -1.4 })).toEqual({ status: 'PUBLISHED', value: -1.4, display: '-1.4%', reason: null });
    expect(aPercent({ status: 'SUPPRESSED' }).reason).toBe(MARKERS.UNDER_HALF_PERCENT.reason);
    expect(aQuotient({ value: 0.875 })).toMatchObject({ value: 0.875, display: '0.875' });
    expect(aQuotient({ status: 'NOT_PUBLISHED' }).reason).toBe(MARKERS.NOT_PUBLISHED.reason);
  });

  test('that cannot be does not compile', () => {
    // @ts-expect-error What is suppressed has no amount.
    aWage({ status: 'SUPPRESSED', amount: 74_260 });
    // @ts-expect-error What is top-coded has a bound and no amount.
    aWage({ status: 'TOP_CODED', amount: 239_200 });
    // @ts-expect-error What is published has no bound.
    aWage({ atLeast: 239_200 });
    // @ts-expect-error Monthly wages are derived.
    aWage({ status: 'PUBLISHED', per: 'MONTH' });
    // @ts-expect-error What is published needs no reason.
    aCount({ value: 5, reason: 'It is secret.' });
    // @ts-expect-error What is not published has no number.
    aPercent({ status: 'NOT_PUBLISHED', value: 5 });
    // @ts-expect-error A server never sends it.
    aQuotient({ status: '%future added value' });
    // @ts-expect-error A row takes no figure that cannot be.
    aSalary({ median: { status: 'SUPPRESSED', amount: 5, atLeast: null, display: '$5', reason: null } });
    // @ts-expect-error An answer has the type of its document.
    stub.on(growth, { career: { slug: 5 } });
    // @ts-expect-error Failures have details of their own.
    fail('NETWORK', { retryAfter: 5 });
  });
});

test('every factory has a real value, and takes what is changed', () => {
  expect(aSalary()).toMatchObject({
    area: { code: 'US' },
    occupation: { code: '11-9111' },
    release: { key: '2025-05' },
  });
  expect(aSalary({ mean: aWage({ amount: 5 }) }).mean).toMatchObject({ amount: 5, display: '$5' });
  expect(aGrowth({ percent: aPercent({ value: -1 }) })).toMatchObject({ projectedYear: 2034, percent: { value: -1 } });
  expect(aCitation({ note: 'Rounded.' })).toEqual({ ...aSalary().provenance, note: 'Rounded.' });
  expect(aProvenance({ row: 7 })).toMatchObject({ source: { key: 'bls-oews' }, row: 7 });
  expect(aResolution({ exact: false })).toMatchObject({ usedArea: { code: 'US' }, exact: false });
  expect(aCareerCard({ title: 'Welder' })).toMatchObject({
    slug: 'cardiovascular-technologist-and-technician',
    title: 'Welder',
  });
  expect(aCredential({ acronym: 'XY' })).toMatchObject({ slug: expect.any(String), acronym: 'XY' });
  expect(aClaim({ line: 7 })).toMatchObject({ printed: '$77,060', line: 7 });
  expect(aCareerPage({ salary: null })).toEqual({ career: { ...recorded(careerPage).career, salary: null } });
  expect(aPage([1, 2], { hasNextPage: true, endCursor: '2' })).toEqual({
    totalCount: 2,
    nodes: [1, 2],
    pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: '2' },
  });
});
