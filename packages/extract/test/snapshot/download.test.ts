import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  bytesOf,
  filesIn,
  NOW,
  refusal,
  sendFile,
  serve,
  sha256,
  stored,
  storeOf,
  take,
  temporary,
} from './serving.js';

const body = bytesOf(200_000);
const hash = sha256(body);

test('a URL is downloaded once and kept by its SHA-256', async () => {
  const store = await temporary();
  const { url, requests } = await serve((request, response) => sendFile(request, response, body, '"one"'));
  const progress: (readonly [number, number | null])[] = [];
  const first = await take(`${url}/oews/national.xlsx`, store, {
    onProgress: (done, total) => progress.push([done, total]),
  });
  expect(first).toEqual({
    path: join(store, stored(hash)),
    name: 'national.xlsx',
    sha256: hash,
    bytes: 200_000,
    url: `${url}/oews/national.xlsx`,
    fetchedAt: NOW,
    fromStore: false,
  });
  expect(sha256(await readFile(first.path))).toBe(hash);
  expect(progress.at(0)).toEqual([0, 200_000]);
  expect(progress.at(-1)).toEqual([200_000, 200_000]);

  const later = new Date('2027-01-01T00:00:00.000Z');
  const second = await take(`${url}/oews/national.xlsx#sheet`, store, { now: () => later });
  expect(second).toEqual({ ...first, fromStore: true });
  expect(requests.map(({ line }) => line)).toEqual(['GET /oews/national.xlsx']);
  expect(requests[0]?.headers['user-agent']).toBe('CareerGraph (+import)');
  expect(requests[0]?.headers['accept-encoding']).toBe('identity');
  expect(await filesIn(store)).toEqual(storeOf([`${url}/oews/national.xlsx`], [hash]));
});

test('asked again, an unchanged file is kept and a changed one stands beside the old', async () => {
  const store = await temporary();
  const changed = bytesOf(1_000, 'b');
  const { url, requests } = await serve((request, response, nth) =>
    sendFile(request, response, nth < 3 ? body : changed, nth < 3 ? '"one"' : '"two"'),
  );
  const first = await take(`${url}/x.csv`, store);
  const later = { now: () => new Date('2027-01-01T00:00:00.000Z'), again: true };
  expect(await take(`${url}/x.csv`, store, later)).toEqual({ ...first, fromStore: true });
  expect(await take(`${url}/x.csv`, store, later)).toEqual({
    ...first,
    path: join(store, stored(sha256(changed))),
    sha256: sha256(changed),
    bytes: 1_000,
    fetchedAt: later.now(),
    fromStore: false,
  });
  expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"', '"one"']);
  expect(await filesIn(store)).toEqual(storeOf([`${url}/x.csv`], [hash, sha256(changed)]));
  expect((await take(`${url}/x.csv`, store)).sha256).toBe(sha256(changed));
});

test('without an ETag the date of the file is what is asked about', async () => {
  const store = await temporary();
  const modified = 'Tue, 01 Apr 2025 10:00:00 GMT';
  const { url } = await serve((request, response) => {
    const same = request.headers['if-modified-since'] === modified;
    response.writeHead(same ? 304 : 200, { 'last-modified': modified }).end(same ? undefined : body);
  });
  const first = await take(`${url}/x.csv`, store);
  expect(await take(`${url}/x.csv`, store, { again: true })).toEqual({ ...first, fromStore: true });
});

test.each([
  ['attachment; filename="hd2024.csv"', 'hd2024.csv'],
  ['attachment; filename=hd2024.csv', 'hd2024.csv'],
  ['attachment; filename="old.csv"; filename*=UTF-8\'\'d%C3%A9lin%C3%A9ation.csv', 'délinéation.csv'],
  ['attachment; filename="..\\\\..\\\\a/../../etc/passwd"', 'passwd'],
  ['attachment; filename=".."', 'data generator.csv'],
  ['inline', 'data generator.csv'],
])('%s names the file %s', async (disposition, name) => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { 'content-disposition': disposition }).end(body);
  });
  expect((await take(`${url}/ipeds/data%20generator.csv?year=2024`, await temporary())).name).toBe(name);
});

test('a redirect is followed and names the file; what was asked for is its URL', async () => {
  const store = await temporary();
  const { url, requests } = await serve((request, response) => {
    if (request.url === '/latest') response.writeHead(302, { location: '/2025/oesm25nat.zip' }).end('moved');
    else response.end(body);
  });
  const snapshot = await take(`${url}/latest`, store);
  expect(snapshot).toMatchObject({ name: 'oesm25nat.zip', url: `${url}/latest`, sha256: hash });
  expect((await take(`${url}/latest`, store)).fromStore).toBe(true);
  expect(requests.map(({ line }) => line)).toEqual(['GET /latest', 'GET /2025/oesm25nat.zip']);
});

test('a circle of redirects ends', async () => {
  const { url, requests } = await serve((_, response) => response.writeHead(307, { location: '/a.zip' }).end());
  expect(await refusal(take(`${url}/a.zip`, await temporary()))).toBe(
    `${url}/a.zip redirects more than 10 times. Check the URL, or download the file in a browser and give its path instead.`,
  );
  expect(requests).toHaveLength(11);
});

test.each([
  ['https://agency.example/a.zip', 'http://u:secret@agency.example/a.zip', 'from https: to http://agency.example,'],
  ['http://agency.example/a.zip', 'ftp://agency.example/a.zip', 'from http: to ftp://agency.example,'],
  ['https://agency.example/a.zip', 'https://u:secret@:80:90/', 'to an invalid URL.'],
])('a redirect from %s to %s is refused', async (from, location, said) => {
  const asked: string[] = [];
  const message = await refusal(
    take(from, await temporary(), {
      fetch: async (input) => {
        asked.push(String(input));
        return new Response(null, { status: 301, headers: { location } });
      },
    }),
  );
  expect(message).toContain(`${from} redirects ${said}`);
  expect(message).not.toContain('secret');
  expect(asked).toEqual([from]);
});

test('user and password are sent to their server alone, and kept and told nowhere', async () => {
  const store = await temporary();
  const other = await serve((_, response) => response.end(body));
  const { url, host, requests } = await serve((request, response) => {
    if (request.url === '/denied.csv') response.writeHead(403).end();
    else if (request.url?.startsWith('/here.csv')) response.writeHead(302, { location: '/there.csv' }).end();
    else response.writeHead(302, { location: `${other.url}/x.csv` }).end();
  });
  const secret = `http://agent:s3cret%21@${host}`;
  const snapshot = await take(`${secret}/here.csv?year=2024&api_key=t0ken&pass=t0ken`, store);
  expect(snapshot.url).toBe(`${url}/here.csv?year=2024&api_key=…&pass=…`);
  const basic = `Basic ${Buffer.from('agent:s3cret!').toString('base64')}`;
  expect(requests.map(({ headers }) => headers.authorization)).toEqual([basic, basic]);
  expect(requests[0]?.line).toBe('GET /here.csv?year=2024&api_key=t0ken&pass=t0ken');
  expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);

  expect((await take(`${url}/here.csv?year=2024&api_key=t0ken&pass=t0ken`, store)).fromStore).toBe(true);
  const message = await refusal(take(`${secret}/denied.csv`, store));
  expect(message).toContain(`${url}/denied.csv answered 403 Forbidden.`);
  const files = await filesIn(store);
  const texts = await Promise.all(files.map((file) => readFile(join(store, file), 'latin1')));
  for (const text of [message, ...files, ...texts]) expect(text).not.toMatch(/s3cret|agent|t0ken/);
});
