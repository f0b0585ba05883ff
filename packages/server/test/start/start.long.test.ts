import { existsSync } from 'node:fs';
import { chmod, mkdir, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { answerOf, COUNT, COUNTED, database, folder, refused, refusedHere, start, stop } from './starting.js';

test('a port that is taken', async () => {
  const port = await listening(createServer());
  const { home } = await database('loaded');
  expect(await refused(start({ PORT: String(port), CAREERGRAPH_HOME: home }))).toBe(
    `Port ${port} of 127.0.0.1 is in use by another program. Set PORT to another one, e.g. PORT=4001.\n`,
  );
});

test('a port for metrics that is taken', async () => {
  const port = String(await listening(createServer()));
  const { home } = await database('loaded');
  expect(await refused(start({ METRICS_PORT: port, CAREERGRAPH_HOME: home }))).toMatch(
    `Port ${port} of 127.0.0.1 is in use by another program. Set METRICS_PORT to another one, e.g. METRICS_PORT=4001.\n`,
  );
  expect(await refused(start({ METRICS_PORT: port, PORT: port }), 2)).toContain(
    `METRICS_PORT must be another port than that of the API, PORT; it is "${port}"`,
  );
});

test('an address of another machine', async () => {
  const { home } = await database('loaded');
  const message = await refused(start({ HOST: '192.0.2.1', CAREERGRAPH_HOME: home }));
  expect(message).toBe('HOST=192.0.2.1 is not an address of this machine. 127.0.0.1 and 0.0.0.0 always are.\n');
});

test('a home that cannot be one', async () => {
  const path = await folder();
  await writeFile(join(path, 'file'), '');
  for (const home of [join(path, 'file'), join(path, 'file', 'below')]) {
    const message = await refusedHere({ CAREERGRAPH_HOME: home });
    expect(message).toMatch(`The folder ${home} of the embedded database cannot be created: `);
    expect(message).toContain('Set CAREERGRAPH_HOME to a writable folder.');
  }
});

/** Root may write anywhere, save where the kernel says no. */
test('a home that cannot be written', async () => {
  const root = process.getuid?.() === 0;
  const home = root ? '/sys' : join(await folder(), 'closed');
  if (!root) {
    await mkdir(home);
    await chmod(home, 0o500);
  }
  expect(await refused(start({ CAREERGRAPH_HOME: home }))).toMatch(
    `The folder ${home} of the embedded database cannot be written: `,
  );
});

test.each([
  ['global/pg_control', 0, refusedAlone],
  ['global/pg_control', 100, refusedHere],
  ['global/pg_filenode.map', 0, refusedHere],
  ['PG_VERSION', 0, refusedHere],
])('a damaged embedded database: %s has %i bytes', async (file, bytes, refusal) => {
  const { home } = await database('loaded');
  await truncate(join(home, 'pgdata', file), bytes);
  const message = await refusal({ CAREERGRAPH_HOME: home });
  expect(message).toContain(`The embedded database in ${join(home, 'pgdata')} cannot be opened; its files are damaged`);
  expect(message).toContain('Restore a backup');
  // Postgres has written to the folder before it gave up.
  expect(message).not.toContain('Nothing was changed');
  expect(existsSync(join(home, 'lock.json'))).toBe(false);
});

test('two starts on one empty folder: one comes up, the other names it', async () => {
  const home = await folder();
  const pair = [start({ CAREERGRAPH_HOME: home }), start({ CAREERGRAPH_HOME: home })];
  const ups = await Promise.allSettled(pair.map(({ url }) => url));
  expect(ups.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [up, down] = ups[0]?.status === 'fulfilled' ? pair : [...pair].reverse();
  if (!up || !down) throw new Error('two were started');
  expect(await refused(down)).toContain(`is in use by process ${up.pid} on `);
  expect(await answerOf(await up.url, COUNT)).toEqual(COUNTED);
  await stop(up);
});

test('a lock left by another machine says how to remove it', async () => {
  const home = await folder();
  const holder = { token: 'x', pid: 1, host: 'gone', command: 'main.js', since: '2026-01-01', started: null };
  await writeFile(join(home, 'lock.json'), JSON.stringify(holder));
  expect(await refused(start({ CAREERGRAPH_HOME: home }))).toContain(
    `If gone no longer exists, delete ${join(home, 'lock.json')}.`,
  );
});

test('a Postgres server that refuses the password', async () => {
  const fields = ['SFATAL', 'C28P01', 'Mpassword authentication failed for user "u"', ''].join('\0');
  const body = Buffer.from(`${fields}\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(body.length + 4, 1);
  const server = createServer((socket) => socket.once('data', () => socket.end(Buffer.concat([head, body]))));
  expect(await refusedBy(server)).toContain('cannot be reached: password authentication failed for user "u"');
});

test('a Postgres server that accepts and says nothing', async () => {
  expect(await refusedBy(createServer(() => {}))).toContain('cannot be reached: timeout');
});

function refusedAlone(environment: Record<string, string>): Promise<string> {
  return refused(start(environment));
}

async function refusedBy(server: Server): Promise<string> {
  const port = await listening(server);
  const message = await refused(start({ DATABASE_URL: `postgres://u:secret@127.0.0.1:${port}/x` }));
  expect(message).toContain(`The database postgres://127.0.0.1:${port}/x `);
  expect(message).not.toContain('secret');
  return message;
}

async function listening(server: Server): Promise<number> {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket).size && socket.on('error', () => {}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a port was asked for');
  return address.port;
}
