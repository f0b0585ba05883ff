import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesOf, cutAfter, filesIn, refusal, sendFile, serve, sha256, storeOf, take, temporary } from './serving.js';

const body = bytesOf(300_000);
const hash = sha256(body);
const CUT = 120_000;

/** A server that cuts the first response, and the message of the call that it ends. */
async function leftBy(headers: Record<string, string>, later: Parameters<typeof serve>[0]) {
  const store = await temporary();
  const server = await serve((request, response, nth) => {
    if (nth === 1) cutAfter(response, body, CUT, headers);
    else later(request, response, nth);
  });
  const message = await refusal(take(`${server.url}/a.zip`, store));
  const address = `${server.url}/a.zip`;
  const ranges = () => server.requests.slice(1).map((request) => request.headers.range);
  return { store, message, address, ranges, server };
}

test('a call that fails leaves what came, and the next one goes on from there', async () => {
  const { store, message, address, server } = await leftBy({ etag: '"one"' }, (request, response) =>
    sendFile(request, response, body, '"one"'),
  );
  expect(message).toBe(
    `${address} could not be downloaded: other side closed. The first ${CUT} bytes are kept; ` +
      'run the same command to continue, or download the file in a browser and give its path instead.',
  );
  expect(await filesIn(store)).toHaveLength(1);
  const progress: number[] = [];
  const snapshot = await take(address, store, { onProgress: (done) => progress.push(done) });
  expect(snapshot).toMatchObject({ sha256: hash, bytes: 300_000, name: 'a.zip', fromStore: false });
  expect([progress.at(0), progress.at(-1)]).toEqual([CUT - 1, 300_000]);
  expect(server.requests.at(-1)?.headers).toMatchObject({ range: `bytes=${CUT - 1}-`, 'if-range': '"one"' });
  expect(server.requests).toHaveLength(2);
  expect(await filesIn(store)).toEqual(storeOf([address], [hash]));
});

test('the date of a file does where it has no strong ETag', async () => {
  const modified = 'Tue, 01 Apr 2025 10:00:00 GMT';
  const { store, address, server } = await leftBy({ etag: 'W/"weak"', 'last-modified': modified }, (_, response) => {
    response.writeHead(206, { 'content-range': `bytes ${CUT - 1}-299999/300000` }).end(body.subarray(CUT - 1));
  });
  expect((await take(address, store)).sha256).toBe(hash);
  expect(server.requests.at(-1)?.headers).toMatchObject({ range: `bytes=${CUT - 1}-`, 'if-range': modified });
});

const changed = bytesOf(300_000, 'changed');
test.each<[string, string, Parameters<typeof serve>[0], readonly (string | undefined)[], Buffer]>([
  ['ignores ranges', '"one"', (_, response) => response.end(body), [`bytes=${CUT - 1}-`], body],
  [
    'has another file by now',
    '"one"',
    (request, response) => sendFile(request, response, changed, '"two"'),
    [`bytes=${CUT - 1}-`],
    changed,
  ],
  [
    'has another file by now and ignores If-Range',
    '"one"',
    (request, response) => {
      request.headers['if-range'] &&= '"two"';
      sendFile(request, response, changed, '"two"');
    },
    [`bytes=${CUT - 1}-`, undefined],
    changed,
  ],
  [
    'answers another range',
    '"one"',
    ({ headers }, response) => {
      if (!headers.range) response.end(body);
      else response.writeHead(206, { 'content-range': 'bytes 0-179999/300000' }).end(body.subarray(0, 180_000));
    },
    [`bytes=${CUT - 1}-`, undefined],
    body,
  ],
  [
    'says that the file is shorter now',
    '"one"',
    ({ headers }, response) => {
      if (headers.range) response.writeHead(416, { 'content-range': 'bytes */9' }).end();
      else response.end('id,name\n1');
    },
    [`bytes=${CUT - 1}-`, undefined],
    Buffer.from('id,name\n1'),
  ],
  ['gave nothing to know the file by', '', (_, response) => response.end(body), [undefined], body],
  ['gave only a weak ETag', 'W/"one"', (_, response) => response.end(body), [undefined], body],
])('it starts anew when the server %s', async (_, etag, later, asked, expected) => {
  const { store, address, ranges } = await leftBy(etag === '' ? {} : { etag }, later);
  expect((await take(address, store)).sha256).toBe(sha256(expected));
  expect(ranges()).toEqual(asked);
  expect(await filesIn(store)).toEqual(storeOf([address], [sha256(expected)]));
});

test('a file that ends before its announced length is not stored', async () => {
  const store = await temporary();
  const { url, requests } = await serve((_, response) => cutAfter(response, body, 299_999, {}));
  expect(await refusal(take(`${url}/a.zip`, store))).toMatch(
    /^\S+\/a\.zip could not be downloaded: .+\. Try again later, or download the file in a browser/,
  );
  expect(requests).toHaveLength(1);
  expect(await filesIn(store)).toEqual([]);
});

test.each([
  ['5 of 6 bytes came', '6'],
  ['5 of 4 bytes came', '4'],
])('the bytes are counted, whatever fetch says: %s', async (said, length) => {
  const store = await temporary();
  const message = await refusal(
    take('https://agency.example/a.zip', store, {
      fetch: async () => new Response('12345', { headers: { 'content-length': length } }),
    }),
  );
  expect(message).toContain(`could not be downloaded: ${said}. Try again later`);
  expect(await filesIn(store)).toEqual([]);
});

test('a download without data for too long fails, and what came is kept', async () => {
  const store = await temporary();
  const { url, requests } = await serve((request, response, nth) => {
    if (nth > 1) return sendFile(request, response, body, '"one"');
    response.writeHead(200, { etag: '"one"', 'content-length': body.length });
    response.write(body.subarray(0, 1_000));
  });
  const message = await refusal(take(`${url}/a.zip`, store, {}, { stallMs: 300 }));
  expect(message).toContain('could not be downloaded: no data for 0.3 s. The first 1000 bytes are kept');
  expect((await take(`${url}/a.zip`, store)).sha256).toBe(hash);
  expect(requests.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=999-']);
});

test('an error of the server does not lose what came before', async () => {
  const { store, address, ranges } = await leftBy({ etag: '"one"' }, (request, response, nth) => {
    if (nth === 2) response.writeHead(503).end();
    else sendFile(request, response, body, '"one"');
  });
  expect(await refusal(take(address, store))).toContain('answered 503 Service Unavailable.');
  expect((await take(address, store)).sha256).toBe(hash);
  expect(ranges()).toEqual([`bytes=${CUT - 1}-`, `bytes=${CUT - 1}-`]);
});

test('a slow server is not a silent one', async () => {
  const { url, requests } = await serve((_, response) => {
    let sent = 0;
    const drip = setInterval(() => {
      response.write(body.subarray(sent, sent + 10));
      sent += 10;
      if (sent === 80) response.end(() => clearInterval(drip));
    }, 100);
  });
  const snapshot = await take(`${url}/a.zip`, await temporary(), {}, { stallMs: 600 });
  expect(snapshot).toMatchObject({ bytes: 80, sha256: sha256(body.subarray(0, 80)) });
  expect(requests).toHaveLength(1);
});

test('a signal stops it, and what came is kept', async () => {
  const store = await temporary();
  const { url, requests } = await serve((request, response, nth) => {
    if (nth > 1) return sendFile(request, response, body, '"one"');
    response.writeHead(200, { etag: '"one"', 'content-length': body.length });
    response.write(body.subarray(0, CUT));
  });
  const stop = new AbortController();
  const reason = new Error('Ctrl-C');
  const onProgress = (done: number) => done === CUT && stop.abort(reason);
  await expect(take(`${url}/a.zip`, store, { signal: stop.signal, onProgress })).rejects.toBe(reason);
  await expect(take(`${url}/a.zip`, store, { signal: stop.signal })).rejects.toBe(reason);
  expect((await take(`${url}/a.zip`, store)).sha256).toBe(hash);
  expect(requests.map(({ headers }) => headers.range)).toEqual([undefined, `bytes=${CUT - 1}-`]);
});

/** The only part in the store. */
async function partIn(store: string): Promise<string> {
  const name = (await readdir(join(store, 'parts'))).find((file) => file.endsWith('.part'));
  if (name === undefined) throw new Error('nothing was left');
  return join(store, 'parts', name);
}

test('of a file that had come whole, but was not stored, one byte is asked for', async () => {
  const { store, address, ranges } = await leftBy({ etag: '"one"' }, (request, response) =>
    sendFile(request, response, body, '"one"'),
  );
  await writeFile(await partIn(store), body);
  expect((await take(address, store)).sha256).toBe(hash);
  expect(ranges()).toEqual(['bytes=299999-']);
});

test('what another process takes away while the rest is requested is downloaded from the beginning', async () => {
  const { store, address } = await leftBy({ etag: '"one"' }, async (request, response, nth) => {
    if (nth === 2) await rm(await partIn(store));
    sendFile(request, response, body, '"one"');
  });
  expect((await take(address, store)).sha256).toBe(hash);
  expect(await filesIn(store)).toEqual(storeOf([address], [hash]));
});

test('what was left before the machine started anew is not continued', async () => {
  const { store, address, ranges } = await leftBy({ etag: '"one"' }, (request, response) =>
    sendFile(request, response, body, '"one"'),
  );
  await utimes(await partIn(store), new Date(0), new Date(0));
  expect((await take(address, store)).sha256).toBe(hash);
  expect(ranges()).toEqual([undefined]);
  expect(await filesIn(store)).toEqual(storeOf([address], [hash]));
});
