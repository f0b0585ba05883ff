import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { environmentOf, rawSql, tableCounts } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { type MaintenanceName, maintain } from './maintaining.js';
import { database, folder } from './running.js';

const hasTools = (() => {
  try {
    execFileSync('pg_dump', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

test('the printed pg_dump and pg_restore bring every row back, and print no password', async ({ skip }) => {
  if (!hasTools) return skip('pg_dump is not installed');
  const [location, empty, files] = [await database(), await database('empty'), await folder()];
  const file = join(files, 'my backup.dump');
  const runPrinted = async (of: typeof location, command: MaintenanceName) => {
    const url = new URL(String(of.url));
    url.password = 'secret';
    const { code, stderr } = await maintain({ DATABASE_URL: url.href }, command, file);
    expect(code).toBe(2);
    expect(stderr).not.toContain('secret');
    const [line] = /^ {2}pg_.*$/m.exec(stderr) ?? [''];
    execFileSync('sh', ['-c', line], { env: { PATH: process.env.PATH, DATABASE_URL: of.url }, stdio: 'pipe' });
  };
  const before = await tableCounts(location);
  await runPrinted(location, 'backup');
  await rawSql(location, ['delete from public.api_key', 'delete from public.wage_estimate']);
  expect(await tableCounts(location)).not.toEqual(before);
  await runPrinted(location, 'restore');
  expect(await tableCounts(location)).toEqual(before);
  await runPrinted(empty, 'restore');
  expect(await tableCounts(empty)).toEqual(before);
  const checked = await maintain(environmentOf(empty), 'doctor');
  expect(checked.code, checked.stdout).toBe(0);
});
