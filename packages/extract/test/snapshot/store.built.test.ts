import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bytesOf, filesIn, refusal, sendFile, serve, sha256, stored, storeOf, take, temporary } from './serving.js';

const body = bytesOf(2_000_000);
const hash = sha256(body);
const built = new URL('../../dist/snapshot/take.js', import.meta.url).href;

/** Another process that takes the snapshot and prints it, or the message of its refusal. */
function other(url: string, store: string, shell = ''): ChildProcess & { printed: Promise<string> } {
  const script =
    `import { takeSnapshot } from ${JSON.stringify(built)};` +
    `takeSnapshot(${JSON.stringify(url)}, { store: ${JSON.stringify(store)} })` +
    '.then((taken) => console.log(taken.sha256), (error) => console.log(error.message));';
  const child = spawn('sh', ['-c', `${shell} exec "$0" --input-type=module -e "$1"`, process.execPath, script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return Object.assign(child, { printed: once(child, 'close').then(() => text.trim()) });
}

/** The warnings of this process while the work is done. */
async function warned<T>(work: Promise<T>): Promise<[T, string[]]> {
  const warnings: string[] = [];
  const listen = ({ name, message }: Error) => name === 'SnapshotWarning' && warnings.push(message);
  process.on('warning', listen);
  const value = await work;
  await new Promise(setImmediate);
  process.off('warning', listen);
  return [value, warnings];
}

const path = (store: string) => join(store, stored(hash));
test.each<[string, (store: string, entry: string) => Promise<void>, (store: string, entry: string) => string]>([
  [
    'a stored file with one other byte',
    async (store) => writeFile(path(store), Buffer.from(body).fill('x', 1_000_000, 1_000_001)),
    (store) =>
      `the SHA-256 of the stored file ${path(store)} is now ${sha256(Buffer.from(body).fill('x', 1_000_000, 1_000_001))}.`,
  ],
  [
    'a stored file that is gone',
    async (store) => rm(path(store)),
    (store) => `the stored file ${path(store)} is missing.`,
  ],
  ['a cut entry', async (_, entry) => writeFile(entry, '{"url":'), (_, entry) => `${entry} is damaged.`],
  [
    'an entry that points elsewhere',
    async (_, entry) => writeFile(entry, (await readFile(entry, 'utf8')).replace(hash, '../../etc/passwd')),
    (_, entry) => `${entry} is damaged.`,
  ],
])('%s is found when it is asked for, and downloaded again', async (_, damage, said) => {
  const store = await temporary();
  const { url, requests } = await serve((request, response) => sendFile(request, response, body, '"one"'));
  const address = `${url}/a.zip`;
  const entry = join(store, 'urls', `${sha256(address)}.json`);
  const first = await take(address, store);
  await damage(store, entry);
  for (const again of [false, true]) {
    if (again) await damage(store, entry);
    const [second, warnings] = await warned(take(address, store, { again }));
    expect(second).toEqual(first);
    expect(warnings).toEqual([`${address} is downloaded again: ${said(store, entry)}`]);
    expect(sha256(await readFile(path(store)))).toBe(hash);
  }
  expect(requests).toHaveLength(3);
  expect(await warned(take(address, store))).toEqual([{ ...first, fromStore: true }, []]);
});

test('two processes and two calls at once all get the one file', async () => {
  const store = await temporary();
  const { url } = await serve((request, response) => setTimeout(() => sendFile(request, response, body, '"one"'), 100));
  const address = `${url}/a.zip`;
  const children = [other(address, store), other(address, store)];
  const calls = await Promise.all([take(address, store), take(address, store)]);
  expect(calls.map((snapshot) => snapshot.sha256)).toEqual([hash, hash]);
  expect(await Promise.all(children.map(({ printed }) => printed))).toEqual([hash, hash]);
  expect(await filesIn(store)).toEqual(storeOf([address], [hash]));
  expect((await take(address, store)).fromStore).toBe(true);
});

test('a process that is killed at any moment leaves a store from which the next one completes', async () => {
  const store = await temporary();
  const piece = 50_000;
  let reached: (sent: number) => void = () => {};
  const { url, requests } = await serve((request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? '0');
    const length = { 'content-length': body.length - from, etag: '"one"' };
    if (from === 0) response.writeHead(200, length);
    else response.writeHead(206, { ...length, 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` });
    const send = (sent: number): void => {
      if (response.destroyed) return;
      if (sent >= body.length) response.end();
      else response.write(body.subarray(sent, sent + piece), () => setTimeout(send, 3, sent + piece));
      reached(sent);
    };
    send(from);
  });
  const address = `${url}/a.zip`;
  // With the last piece sent, the child hashes, syncs, renames and writes its entry: those moments count most.
  const moments = [0, 0.3, 0.7, 1, 1, 1, 1].map((share) => ({ share, laterMs: Math.random() * 30 }));
  for (const { share, laterMs } of moments) {
    const child = other(address, store);
    const sent = new Promise<void>((resolve) => {
      reached = (bytes) => bytes >= share * body.length && resolve();
    });
    await Promise.race([sent, child.printed]);
    await new Promise((resolve) => setTimeout(resolve, laterMs));
    child.kill('SIGKILL');
    await child.printed;
    for (const file of (await filesIn(store)).filter((name) => name.endsWith(hash))) {
      expect(sha256(await readFile(join(store, file)))).toBe(hash);
    }
  }
  const [snapshot, warnings] = await warned(take(address, store));
  expect([snapshot.sha256, snapshot.bytes, warnings]).toEqual([hash, body.length, []]);
  expect(requests.some(({ headers }) => headers.range !== undefined)).toBe(true);
  await take(address, store, { again: true });
  expect(await filesIn(store)).toEqual(storeOf([address], [hash]));
});

test('a store that cannot be written is reported', async () => {
  const folder = await temporary();
  const { url } = await serve((_, response) => response.end(body));
  await writeFile(join(folder, 'file'), '');
  for (const store of [join(folder, 'file'), join(folder, 'file', 'below')]) {
    const message = await refusal(take(`${url}/a.zip`, store));
    expect(message).toContain(`The folder ${store} cannot be used for snapshots: ENOTDIR`);
    expect(message).toContain('Set CAREERGRAPH_HOME to a writable folder.');
  }
});

test('a full disk is reported, and the store stays as it was', async () => {
  const store = await temporary();
  const { url } = await serve((request, response) => sendFile(request, response, body, '"one"'));
  // The shell's limit on the size of a file stands for a disk that is full: the write fails half-way.
  const { printed } = other(`${url}/a.zip`, store, 'ulimit -f 1000;');
  expect(await printed).toBe(
    `The disk with the snapshots in ${store} has no space left for the file (EFBIG); the incomplete file was removed. ` +
      'Free some space, or set CAREERGRAPH_HOME to a folder on a larger disk, and run the command again.',
  );
  expect(await filesIn(store)).toEqual([]);
  expect((await take(`${url}/a.zip`, store)).sha256).toBe(hash);
});
