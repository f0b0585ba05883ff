import { setTimeout as sleep } from 'node:timers/promises';
import { endOf, environmentOf, type SpawnedServer } from '@careergraph/testkit';
import { expect, test, vi } from 'vitest';
import { freePort } from './free-port.js';
import { processesOf } from './processes.js';
import { answerOf, COUNT, COUNTED, database, refused, start, stop } from './starting.js';

async function startTwo(): Promise<SpawnedServer> {
  return start({ ...environmentOf(await database('loaded')), WORKERS: '2' });
}

async function twoProcesses(server: SpawnedServer, without?: number): Promise<number[]> {
  return vi.waitFor(
    () => {
      const processes = processesOf(server).filter((id) => id !== without);
      expect(processes).toHaveLength(2);
      return processes;
    },
    { timeout: 30_000, interval: 100 },
  );
}

test('WORKERS=2 serves from two processes, replaces one that dies, and stops both', async () => {
  const server = await startTwo();
  const url = await server.url;
  const [first] = await twoProcesses(server);
  process.kill(first as number, 'SIGKILL');
  await twoProcesses(server, first);
  for (let request = 0; request < 10; request++) expect(await answerOf(url, COUNT)).toEqual(COUNTED);
  const { stdout, stderr } = await stop(server);
  const messages = stdout.split('\n').filter((line) => !line.startsWith('{'));
  expect(messages.join('\n')).toMatch(/^CareerGraph is at .*\n.*; guides unchanged; 2 processes\nSIGTERM: stopping\n$/);
  expect(stderr).toContain(
    `a process of the server ended and is replaced {"process":${first},"code":null,"signal":"SIGKILL"}`,
  );
});

test('the processes end with the one that started them', async () => {
  const server = await startTwo();
  await server.url;
  const processes = await twoProcesses(server);
  server.kill('SIGKILL');
  await endOf(server);
  for (const id of processes) {
    await vi.waitFor(() => expect(() => process.kill(id, 0)).toThrow('ESRCH'), { timeout: 30_000, interval: 100 });
  }
});

test('/ready says yes only after the address was printed, also of a process that replaces another', async () => {
  const PORT = String(await freePort());
  const server = start({ ...environmentOf(await database('loaded')), WORKERS: '2', PORT });
  const askReady = () =>
    fetch(`http://127.0.0.1:${PORT}/ready`, { headers: { connection: 'close' } }).catch(() => sleep(20));
  /** The processes that said yes, in the order of the lines of the log. */
  const readyIn = (stdout: string) =>
    stdout
      .split('\n')
      .filter((line) => line.includes('"path":"/ready","status":200'))
      .map((line) => (JSON.parse(line) as { pid: number }).pid);
  while (readyIn(server.printed()).length === 0) await Promise.all([askReady(), sleep(20)]);
  await server.url;
  const [first] = await twoProcesses(server);
  process.kill(first as number, 'SIGKILL');
  const replaced = await twoProcesses(server, first);
  while (!replaced.every((id) => readyIn(server.printed()).includes(id))) await Promise.all([askReady(), sleep(20)]);
  const { stdout } = await stop(server);
  const [before = ''] = stdout.split('CareerGraph is at');
  expect(readyIn(before)).toEqual([]);
});

test('a start that fails is reported once', async () => {
  const message = await refused(start({ DATABASE_URL: 'postgres://u@127.0.0.1:1/x', WORKERS: '2' }));
  expect(message.match(/cannot be reached/g)).toHaveLength(1);
});
