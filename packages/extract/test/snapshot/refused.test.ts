import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { takeSnapshot } from '../../src/snapshot/take.js';
import { bytesOf, filesIn, refusal, serve, sha256, take, temporary } from './serving.js';

const BY_HAND = 'download the file in a browser and give its path instead.';
const body = bytesOf(5_000);

test.each([
  [404, 'Not Found. Check the address, or '],
  [410, 'Gone. Check the address, or '],
  [403, 'Forbidden. Some publishers turn programs away: '],
  [401, 'Unauthorized. Some publishers turn programs away: '],
  [204, 'No Content. Check the address, or '],
])('%i is told, with what can be done, and not tried again', async (status, said) => {
  const store = await temporary();
  const { url, requests } = await serve((_, response) => response.writeHead(status, 'Own words').end());
  expect(await refusal(take(`${url}/a.zip`, store))).toBe(`${url}/a.zip answered ${status} ${said}${BY_HAND}`);
  expect(requests).toHaveLength(1);
  expect(await filesIn(store)).toEqual([]);
});

test.each([500, 503, 408])('%i is tried again, twice', async (status) => {
  const { url, requests } = await serve((_, response, nth) => {
    if (nth < 3) response.writeHead(status).end('no');
    else response.end(body);
  });
  expect((await take(`${url}/a.zip`, await temporary())).sha256).toBe(sha256(body));
  expect(requests).toHaveLength(3);
});

test('a server that stays broken is told after three tries', async () => {
  const { url, requests } = await serve((_, response) => response.writeHead(502).end('no'));
  expect(await refusal(take(`${url}/a.zip`, await temporary()))).toBe(
    `${url}/a.zip could not be fetched in 3 tries; the last time: it answered 502 Bad Gateway. Try later, or ${BY_HAND}`,
  );
  expect(requests).toHaveLength(3);
});

test.each([
  ['1', () => '1'],
  ['the time in one second', () => new Date(Date.now() + 1_000 + (1_000 - (Date.now() % 1_000))).toUTCString()],
])('Retry-After: %s is waited for', async (_, retryAfter) => {
  const { url, requests } = await serve((_, response, nth) => {
    if (nth === 1) response.writeHead(429, { 'retry-after': retryAfter() }).end();
    else response.end(body);
  });
  const started = Date.now();
  await take(`${url}/a.zip`, await temporary(), { now: () => new Date() });
  expect(Date.now() - started).toBeGreaterThanOrEqual(990);
  expect(requests).toHaveLength(2);
});

test('a server that asks for an hour is not waited for', async () => {
  const { url, requests } = await serve((_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
  expect(await refusal(take(`${url}/a.zip`, await temporary()))).toBe(
    `${url}/a.zip could not be fetched: it answered 429 Too Many Requests and asks to wait 3600 s. ` +
      `Ask again after that, or ${BY_HAND}`,
  );
  expect(requests).toHaveLength(1);
});

test('a server that is not there', async () => {
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
  expect(await refusal(take(`http://127.0.0.1:${port}/a.zip`, await temporary()))).toContain(
    `in 3 tries; the last time: connect ECONNREFUSED 127.0.0.1:${port}. Try later`,
  );
});

test.each([
  ['/national.xlsx', {}],
  ['/hd2024.CSV?year=2024', {}],
  ['/file', { 'content-disposition': 'attachment; filename="a.txt"' }],
])('a web page instead of %s is refused', async (path, headers) => {
  const store = await temporary();
  const { url } = await serve((_, response) =>
    response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end('<h1>Maintenance</h1>'),
  );
  expect(await refusal(take(`${url}${path}`, store))).toBe(
    `${url}${path} answered with a web page (Content-Type "text/html; charset=utf-8") instead of the file; ` +
      `nothing was stored. Open the address in a browser to see what the page says, or ${BY_HAND}`,
  );
  expect(await filesIn(store)).toEqual([]);
});

test('a web page after a redirect away from the file is refused, one that was asked for is not', async () => {
  const { url } = await serve((request, response) => {
    if (request.url === '/a.zip') response.writeHead(302, { location: '/login' }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>');
  });
  expect(await refusal(take(`${url}/a.zip`, await temporary()))).toContain('answered with a web page');
  expect((await take(`${url}/guide`, await temporary())).sha256).toBe(sha256('<h1>Log in</h1>'));
});

test('an empty file is refused', async () => {
  const store = await temporary();
  const { url } = await serve((_, response) => response.writeHead(200, { etag: '"empty"' }).end());
  expect(await refusal(take(`${url}/a.csv`, store))).toBe(
    `${url}/a.csv answered with an empty file (0 bytes): try later, or ${BY_HAND}`,
  );
  expect(await filesIn(store)).toEqual([]);
});

test('a file that is too large is refused, announced or not', async () => {
  const store = await temporary();
  const { url } = await serve((request, response) => {
    if (request.url === '/told.csv') response.writeHead(200, { 'content-length': 5_000 });
    else response.write(body.subarray(0, 10));
    response.end(request.url === '/told.csv' ? body : body.subarray(10));
  });
  for (const name of ['told', 'untold']) {
    expect(await refusal(take(`${url}/${name}.csv`, store, {}, { maxBytes: 4_999 }))).toBe(
      `${url}/${name}.csv has 5000 bytes or more; at most 4999 are taken. ` +
        'Check the address: no file that is imported is so large.',
    );
  }
  expect(await filesIn(store)).toEqual([]);
  expect((await take(`${url}/told.csv`, store, {}, { maxBytes: 5_000 })).bytes).toBe(5_000);
});

test('more than 4 GiB is refused', async () => {
  const store = await temporary();
  const headers = { 'content-length': String(4 * 1024 ** 3 + 1) };
  const fetch = async () => new Response('x', { headers });
  expect(await refusal(takeSnapshot('https://agency.example/a.zip', { store, fetch }))).toContain(
    'has 4294967297 bytes or more; at most 4294967296 are taken.',
  );
});

test('a file that is sent packed is refused: its bytes are not those that were published', async () => {
  const { url } = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(body));
  expect(await refusal(take(`${url}/a.csv.gz`, await temporary()))).toBe(
    `${url}/a.csv.gz answered with Content-Encoding "gzip", so that its bytes are not those of the file: ${BY_HAND}`,
  );
});

test.each([
  ['ftp://u:secret@agency.example/a.zip', 'The scheme "ftp:" cannot be read; only https:, http: and file: can.'],
  ['s3://secret/a.zip', 'The scheme "s3:" cannot be read; only https:, http: and file: can.'],
  ['http://u:secret@:80:90/', 'The address is not a valid http(s) URL (not shown): check its host and port.'],
  ['https://', 'The address is not a valid http(s) URL (not shown): check its host and port.'],
  ['file://other/secret', 'The file: URL names no path of this machine: '],
  [' ', 'The path is empty: give a path or a http(s) URL of a file.'],
])('%s is refused', async (address, said) => {
  const message = await refusal(take(address, await temporary()));
  expect(message).toContain(said);
  expect(message).not.toContain('secret');
});
