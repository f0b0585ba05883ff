import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@careergraph/db';
import { listen } from '@careergraph/server';
import { createTestApi, tableCounts } from '@careergraph/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { answerOf, COUNT, COUNTED, database, refusedHere, start, stop } from '../start/starting.js';

const MEGABYTE = 1024 * 1024;

test('the server answers /health and what it keeps while the database works on a long statement', async () => {
  const api = await createTestApi();
  onTestFinished(() => api.close());
  const { url, close } = await listen(api.handler, { port: 0, host: '127.0.0.1' });
  onTestFinished(() => close());
  expect(await answerOf(url, COUNT)).toEqual(COUNTED);
  let isAnswered = false;
  const long = api.prisma.$queryRaw`select count(*)::int as rows from generate_series(1, 5000000)`.finally(() => {
    isAnswered = true;
  });
  let answers = 0;
  // Prisma sends a statement when it is awaited.
  const answered = long.then((rows) => rows);
  while (!isAnswered) {
    expect((await fetch(new URL('health', url))).status).toBe(200);
    expect(await answerOf(url, COUNT)).toEqual(COUNTED);
    if (!isAnswered) answers += 1;
  }
  expect(await answered).toEqual([{ rows: 5_000_000 }]);
  expect(answers).toBeGreaterThan(1);
});

/** A disk of its own, or the reason why there is none. */
function disk(megabytes: number): string | null {
  const path = mkdtempSync(join(tmpdir(), 'careergraph-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', path]);
    rmSync(path, { recursive: true });
  });
  return path;
}

const REASON = 'mounting a small disk needs Linux and root';

/** Leaves so much of the disk. */
function fill(path: string, leftBytes: number): () => void {
  const { bavail, bsize } = statfsSync(path);
  const file = join(path, 'other');
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)));
  return () => rmSync(file);
}

test('a first start on a disk that is too small says so before it begins, and leaves nothing', async ({ skip }) => {
  const home = disk(30);
  if (home === null) return skip(REASON);
  const message = await refusedHere({ CAREERGRAPH_HOME: home });
  expect(message).toContain(`The disk of the embedded database in ${home} is full (ENOSPC): about 67 MB are needed`);
  expect(message).toMatch(/, and 31 MB are free\. What was stored before is kept\. Free some space/);
  expect(await tableCounts({ home })).toEqual({});
});

test('a load that fills the disk says so; what was there stays and opens again', async ({ skip }) => {
  const home = disk(160);
  if (home === null) return skip(REASON);
  await cp((await database('loaded')).home, home, { recursive: true });
  const before = await tableCounts({ home });
  const free = fill(home, 20 * MEGABYTE);

  const faults: string[] = [];
  const open = await openDatabase({ home, onFault: (message) => faults.push(message) });
  const load = open.session(async (session) => {
    // About 100 MB of rows and as much of the log.
    await session.query(
      `create table too_large as select i, repeat('x', 1000) as text from generate_series(1, 100000) i`,
    );
  });
  await expect(load).rejects.toThrow(`The disk of the embedded database in ${home} is full (ENOSPC)`);
  const refused = open.importing('import', async () => {}, 100 * MEGABYTE);
  await expect(refused).rejects.toThrow(/is full \(ENOSPC\): about \d+ MB are needed, and [\d.]+ MB are free/);
  await open.close();
  expect(await tableCounts({ home })).toEqual(before);

  free();
  const server = start({ CAREERGRAPH_HOME: home });
  expect(await answerOf(await server.url, COUNT)).toEqual(COUNTED);
  await stop(server);
});
