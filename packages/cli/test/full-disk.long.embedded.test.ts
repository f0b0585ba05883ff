import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tableCounts } from '@careergraph/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { maintain } from './maintaining.js';
import { nationalFile } from './national-file.js';
import { publisher, sends } from './publisher.js';
import { database, done, folder, refusalOf, refused, start } from './running.js';

const MEGABYTE = 1024 * 1024;

/** A disk of its own, or null where none can be mounted. */
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

/** Leaves so much of the disk; the returned function frees it again. */
function fill(path: string, leftBytes: number): () => void {
  const { bavail, bsize } = statfsSync(path);
  const file = join(path, 'other');
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)));
  return () => rmSync(file);
}

test('an import on a full disk names ENOSPC and what it needs at each of its steps, and everything stays', async ({
  skip,
}) => {
  const home = disk(200);
  if (home === null) return skip('mounting a small disk needs Linux and root');
  await cp((await database()).home, home, { recursive: true });
  const environment = { CAREERGRAPH_HOME: home };
  const files = await folder();
  const file = await nationalFile(files, { year: 2026, occupations: 800 });
  const body = await readFile(file);
  const { url } = await publisher({ '/national_M2026_dl.xlsx': sends(body, '"1"') });
  const before = await tableCounts({ home });

  const at = async (leftBytes: number, ...args: string[]) => {
    const free = fill(home, leftBytes);
    const message = await refused(environment, 1, 'import', 'oews', ...args);
    expect(message).not.toMatch(/damaged|delete it/);
    free();
    expect(await tableCounts({ home })).toEqual(before);
    return message;
  };
  // The lock file, the download, the log that opening needs, and the estimate before the first row.
  expect(await at(0, file)).toMatch(/is full \(ENOSPC\): about 17 MB are needed/);
  expect(await at(20_000, `${url}/national_M2026_dl.xlsx`)).toMatch(/has no space left for the file \(ENOSPC\)/);
  expect(await at(4 * MEGABYTE, file)).toMatch(/is full \(ENOSPC\): about 17 MB are needed, and [\d.]+ MB are free/);
  expect(await at(16 * MEGABYTE + 100_000, file)).toMatch(
    /is full \(ENOSPC\): about 17 MB are needed, and 17 MB are free/,
  );
  // Another program fills the disk once the import has begun.
  const large = await nationalFile(files, { year: 2027, occupations: 20_000 });
  const importing = start(environment, 'import', 'oews', large);
  while (!existsSync(join(home, 'database.sock'))) await sleep(5);
  const free = fill(home, MEGABYTE);
  const message = refusalOf(await importing.ended, 1);
  expect(message).toMatch(/is full \(ENOSPC\): about 17 MB are needed/);
  expect(message).not.toMatch(/damaged|delete it/);
  free();
  expect(await tableCounts({ home })).toEqual(before);

  expect(await done(environment, 'import', 'oews', file)).toMatchObject({ outcome: 'IMPORTED' });
});

test('a backup and a restore on a full disk say so, and leave nothing', async ({ skip }) => {
  const small = disk(50);
  const home = disk(120);
  if (small === null || home === null) return skip('mounting a small disk needs Linux and root');
  await cp((await database()).home, home, { recursive: true });
  const before = await tableCounts({ home });
  const environment = { CAREERGRAPH_HOME: home };
  const needs = await maintain(environment, 'backup', join(small, 'backup'));
  expect(needs).toMatchObject({ code: 1 });
  expect(needs.stderr).toMatch(/is too full \(ENOSPC\) for the backup: about \d+ MB are needed, and \d+ MB are free/);
  expect(await readdir(small)).toEqual([]);

  const file = join(await folder(), 'backup');
  expect(await maintain(environment, 'backup', file)).toMatchObject({ code: 0 });
  fill(home, 30 * MEGABYTE);
  const restored = await maintain(environment, 'restore', file);
  expect(restored).toMatchObject({ code: 1 });
  expect(restored.stderr).toMatch(
    /is too full \(ENOSPC\) for the restored database beside the present one: about \d+ MB/,
  );
  expect(await readdir(home)).toEqual(['other', 'pgdata']);
  expect(await tableCounts({ home })).toEqual(before);
});
