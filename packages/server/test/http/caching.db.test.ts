import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent, readContent } from '@careergraph/content';
import { listen } from '@careergraph/server';
import { type Answer, createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { copyOfGuides, edit } from '../start/starting.js';
import { apiWith, getRequest, persisted, postRequest } from './requests.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const CAREER = 'query Career($slug: String!) { career(slug: $slug) { title } }';
/** Its answer is long enough to be compressed. */
const LONG = '{ areas(first: 100) { nodes { code name } } }';
const ask = (slug: string, headers?: Record<string, string>) =>
  api.fetch(getRequest({ query: CAREER, variables: { slug } }, headers));
const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=60, stale-if-error=86400';
const etagOf = (response: Response) => response.headers.get('etag') ?? 'none';

describe('a whole answer to GET may be kept', () => {
  test('with an ETag, for a minute, and for a day while the service fails', async () => {
    const response = await ask('emt');
    expect(response.status).toBe(200);
    expect(etagOf(response)).toMatch(/^"[\w-]{43}\.json"$/);
    expect(response.headers.get('cache-control')).toBe(CACHE_CONTROL);
    expect(response.headers.get('vary')).toBe('Origin, Accept, Accept-Encoding');
    expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
    expect(await response.json()).toEqual({ data: { career: { title: 'EMT' } } });
  });

  test('null for what does not exist is a whole answer', async () => {
    const response = await ask('no-such-career');
    expect(response.headers.get('cache-control')).toContain('public');
    expect(await response.json()).toEqual({ data: { career: null } });
  });

  test.each([0, 86_400])('for %i seconds where the operator says so', async (cacheSeconds) => {
    const to = await apiWith(api, { cacheSeconds });
    const response = await to(getRequest({ query: '{ __typename }' }));
    expect(response.headers.get('cache-control')).toBe(
      `public, max-age=${cacheSeconds}, stale-while-revalidate=${cacheSeconds}, stale-if-error=86400`,
    );
  });
});

describe('the ETag', () => {
  test('is that of the bytes: the same for the same, by hash or from another server', async () => {
    const etag = etagOf(await ask('emt'));
    expect(etagOf(await ask('emt'))).toBe(etag);
    const variables = { slug: 'emt' };
    await api.fetch(postRequest({ query: CAREER, variables, extensions: persisted(CAREER) }));
    expect(etagOf(await api.fetch(getRequest({ variables, extensions: persisted(CAREER) })))).toBe(etag);
    const elsewhere = await apiWith(api);
    expect(etagOf(await elsewhere(getRequest({ query: CAREER, variables })))).toBe(etag);
  });

  test('is another one for each media type and encoding', async () => {
    const etags = [];
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const response = await api.fetch(getRequest({ query: LONG }, { accept, 'accept-encoding': encoding }));
        expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
        etags.push(etagOf(response));
      }
    }
    expect(new Set(etags).size).toBe(6);
  });

  test('is another one for another answer', async () => {
    const etags = await Promise.all(
      ['emt', 'phlebotomist', 'no-such-career'].map(async (slug) => etagOf(await ask(slug))),
    );
    expect(new Set(etags).size).toBe(3);
  });

  const EXAMPLES = new URL('../../../../schema/examples/', import.meta.url);
  const questions = readdirSync(EXAMPLES).flatMap((name) => /^(.*)\.graphql$/.exec(name)?.[1] ?? []);
  test.each(questions)('may be relied on: the bytes of %s are the same, here and on another server', async (name) => {
    const read = (ending: string) => readFileSync(new URL(`${name}.${ending}`, EXAMPLES), 'utf8');
    const asked = { query: read('graphql'), variables: JSON.parse(read('variables.json')) as unknown };
    const bodies = new Set<string>();
    for (const to of [api.fetch, api.fetch, await apiWith(api)])
      bodies.add(await (await to(postRequest(asked))).text());
    expect([...bodies]).toEqual([expect.stringContaining('"data":')]);
  });

  test('changes with the data, and the client gets the new answer', async () => {
    const changing = await createTestApi();
    onTestFinished(() => changing.close());
    const title = (ifNoneMatch: string) =>
      changing.fetch(getRequest({ query: CAREER, variables: { slug: 'emt' } }, { 'if-none-match': ifNoneMatch }));
    const before = etagOf(await title('"none"'));
    expect((await title(before)).status).toBe(304);
    const guides = await copyOfGuides();
    await edit(join(guides, 'careers/emt.yaml'), 'title: EMT', 'title: Ambulance Technician');
    await loadContent(changing.database, await readContent(guides));
    await changing.refresh();
    const after = await title(before);
    expect(after.status).toBe(200);
    expect(etagOf(after)).not.toBe(before);
    expect(await after.json()).toEqual({ data: { career: { title: 'Ambulance Technician' } } });
    expect((await title(etagOf(after))).status).toBe(304);
  });
});

describe('If-None-Match', () => {
  test('what the client has already is not sent again', async () => {
    const etag = etagOf(await ask('emt'));
    for (const said of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const response = await ask('emt', { 'if-none-match': said });
      expect([said, response.status, await response.text()]).toEqual([said, 304, '']);
      expect(etagOf(response)).toBe(etag);
      expect(response.headers.get('cache-control')).toBe(CACHE_CONTROL);
      expect(response.headers.get('vary')).toBe('Origin, Accept, Accept-Encoding');
      expect(response.headers.get('content-type')).toBeNull();
    }
  });

  test('another tag, or none that can be read: the answer', async () => {
    const etag = etagOf(await ask('phlebotomist'));
    for (const said of [etag, '', 'W/', etag.slice(1, -1), `${etag}x`]) {
      expect([said, (await ask('emt', { 'if-none-match': said })).status]).toEqual([said, 200]);
    }
  });

  test('with an error or by POST it changes nothing', async () => {
    const headers = { 'if-none-match': '*', accept: 'application/graphql-response+json' };
    expect((await api.fetch(postRequest({ query: '{ __typename }' }, headers))).status).toBe(200);
    expect((await api.fetch(getRequest({ query: '{ nope }' }, headers))).status).toBe(400);
  });

  test('over a port', async () => {
    const listening = await listen(api.handler, { port: 0, host: '127.0.0.1' });
    onTestFinished(() => listening.close());
    const url = new URL(`graphql?${new URLSearchParams({ query: '{ __typename }' })}`, listening.url);
    const first = await fetch(url);
    const body = '{"data":{"__typename":"Query"}}';
    expect([first.headers.get('content-length'), await first.text()]).toEqual([String(body.length), body]);
    const second = await fetch(url, { headers: { 'if-none-match': etagOf(first) } });
    expect([second.status, await second.text(), etagOf(second)]).toEqual([304, '', etagOf(first)]);
    expect(second.headers.get('content-length')).toBeNull();
  });
});

describe('HEAD', () => {
  const head = (query: string, headers: Record<string, string> = {}) =>
    api.fetch(new Request(`http://localhost/graphql?${new URLSearchParams({ query })}`, { method: 'HEAD', headers }));

  test('has the headers of GET without the body', async () => {
    const get = await api.fetch(getRequest({ query: LONG }));
    const response = await head(LONG);
    expect([response.status, await response.text()]).toEqual([200, '']);
    for (const name of ['etag', 'cache-control', 'vary', 'content-type', 'content-length']) {
      expect([name, response.headers.get(name)]).toEqual([name, get.headers.get(name)]);
    }
    expect(Number(response.headers.get('content-length'))).toBe((await get.arrayBuffer()).byteLength);
    expect((await head(LONG, { 'if-none-match': etagOf(get) })).status).toBe(304);
  });

  test('has the status of an error', async () => {
    const response = await head('{ nope }', { accept: 'application/graphql-response+json' });
    expect([response.status, await response.text()]).toEqual([400, '']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('over a port', async () => {
    const listening = await listen(api.handler, { port: 0, host: '127.0.0.1' });
    onTestFinished(() => listening.close());
    const url = new URL(`graphql?${new URLSearchParams({ query: LONG })}`, listening.url);
    const response = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-encoding')).toBe('br');
  });
});

describe('nothing else is kept', () => {
  const query = '{ __typename }';
  const PARTIAL = '{ emt: career(slug: "emt") { title } occupation(code: "x") { title } }';
  test.each<[string, Request]>([
    ['POST', postRequest({ query })],
    ['an invalid document', getRequest({ query: '{ nope }' })],
    [
      'the same where JSON is wanted, which makes it 200',
      getRequest({ query: '{ nope }' }, { accept: 'application/json' }),
    ],
    ['no query', getRequest({})],
    ['variables that do not fit', getRequest({ query: CAREER })],
    [
      'too dear a query',
      getRequest({ query: '{ career(slug: "emt") { related { related { related { title } } } } }' }),
    ],
    ['a mutation', getRequest({ query: 'mutation { x }' })],
    ['a subscription', getRequest({ query: 'subscription { x }' })],
    ['a type that is not given', getRequest({ query }, { accept: 'text/html' })],
    ['a stream of events', getRequest({ query }, { accept: 'text/event-stream' })],
    ['another method', new Request('http://localhost/graphql', { method: 'DELETE' })],
  ])('%s', async (_, request) => {
    const response = await api.fetch(request);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('vary')).toContain('Origin');
  });

  test('an answer in part', async () => {
    const response = await api.fetch(getRequest({ query: PARTIAL }));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    const { data, errors } = (await response.json()) as Answer;
    expect(data).toEqual({ emt: { title: 'EMT' }, occupation: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
