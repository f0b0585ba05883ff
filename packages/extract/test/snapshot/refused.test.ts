import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { takeSnapshot } from '../../src/snapshot/take.js';
import { bytesOf, filesIn, refusal, serve, sha256, take, temporary } from './serving.js';

const BY_HAND = 'download the file in a browser and give its path instead.';
const body = bytesOf(5_000);

test.each([
  [404, 'Not Found. Check the URL, or '],
  [410, 'Gone. Check the URL, or '],
  [403, 'Forbidden. Some publishers block programs: '],
  [401, 'Unauthorized. Some publishers block programs: '],
  [204, 'No Content. Check the URL, or '],
])('%i is reported with what can be done', async (status, said) => {
  const store = await temporary();
  const { url, requests } = await serve((_, response) => response.writeHead(status, 'Own words').end());
  expect(await refusal(take(`${url}/a.zip`, store))).toBe(`${url}/a.zip answered ${status} ${said}${BY_HAND}`);
  expect(requests).toHaveLength(1);
  expect(await filesIn(store)).toEqual([]);
});

test.each([
  [502, {}, '502 Bad Gateway. Try again later, or '],
  [503, { 'retry-after': '120' }, '503 Service Unavailable. Try again later (Retry-After: 120), or '],
  [429, { 'retry-after': '3600' }, '429 Too Many Requests. Try again later (Retry-After: 3600), or '],
])('%i may pass: the message says so', async (status, headers, said) => {
  const store = await temporary();
  const { url, requests } = await serve((_, response) => response.writeHead(status, headers).end('no'));
  expect(await refusal(take(`${url}/a.zip`, store))).toBe(`${url}/a.zip answered ${said}${BY_HAND}`);
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
    `could not be downloaded: connect ECONNREFUSED 127.0.0.1:${port}. Try again later`,
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
      `nothing was stored. Open the URL in a browser to see what the page says, or ${BY_HAND}`,
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
    `${url}/a.csv answered with an empty file (0 bytes). Try again later, or ${BY_HAND}`,
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
      `${url}/${name}.csv has at least 5000 bytes; the limit is 4999. ` +
        'Check the URL: no published file is so large.',
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
    'has at least 4294967297 bytes; the limit is 4294967296.',
  );
});

test('a file that is sent packed is refused: its bytes are not those that were published', async () => {
  const { url } = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(body));
  expect(await refusal(take(`${url}/a.csv.gz`, await temporary()))).toBe(
    `${url}/a.csv.gz answered with Content-Encoding "gzip", which changes the bytes of the file: ${BY_HAND}`,
  );
});

test.each([
  ['ftp://u:secret@agency.example/a.zip', 'The scheme "ftp:" is not supported; use https:, http: or file:.'],
  ['s3://secret/a.zip', 'The scheme "s3:" is not supported; use https:, http: or file:.'],
  ['http://u:secret@:80:90/', 'The http(s) URL is not valid (not shown). Check its host and port.'],
  ['https://', 'The http(s) URL is not valid (not shown). Check its host and port.'],
  ['file://other/secret', 'The file: URL is not a path on this machine: '],
  [' ', 'The path is empty. Give the path or the http(s) URL of a file.'],
])('%s is refused', async (address, said) => {
  const message = await refusal(take(address, await temporary()));
  expect(message).toContain(said);
  expect(message).not.toContain('secret');
});
