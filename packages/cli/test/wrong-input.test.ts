import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeWorkbook } from '@careergraph/testkit/files';
import { expect, onTestFinished, test, vi } from 'vitest';
import { folder, refused, start } from './running.js';

/** What is no published file is refused before any database is made, and leaves no temporary files. */
async function refusedAtOnce(input: string): Promise<string> {
  const [home, temporary] = [await folder(), await folder()];
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const said = await refused({ CAREERGRAPH_HOME: home }, 1, 'import', 'oews', input);
  expect(readdirSync(home).filter((name) => name !== 'snapshots')).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
  return said;
}

test('a path where nothing is', async () => {
  const path = join(await folder(), 'national_M2025_dl.xlsx');
  expect(await refusedAtOnce(path)).toBe(`There is no file or folder ${path}. Check the path.\n`);
});

test('an empty file', async () => {
  const path = join(await folder(), 'national_M2025_dl.xlsx');
  await writeFile(path, '');
  expect(await refusedAtOnce(path)).toContain(`${path} has 0 bytes. Download it again.`);
});

test('a web page that was saved as a workbook', async () => {
  const path = join(await folder(), 'national_M2025_dl.xlsx');
  await writeFile(path, '<!DOCTYPE html><html><head><title>Access Denied</title></head><body>…</body></html>');
  expect(await refusedAtOnce(path)).toContain(
    'national_M2025_dl.xlsx is a web page with the title "Access Denied", not a table',
  );
});

test('a workbook of something else', async () => {
  const path = join(await folder(), 'budget.xlsx');
  await writeWorkbook(path, [
    {
      name: 'Sheet1',
      rows: [
        ['Month', 'Dollars'],
        ['May', 12],
      ],
    },
  ]);
  expect(await refusedAtOnce(path)).toContain('budget.xlsx is not a file of OEWS estimates');
});

test('a folder without data', async () => {
  const path = join(await folder(), 'empty');
  await mkdir(path);
  expect(await refusedAtOnce(path)).toContain(`${path} has no files, or only empty ones`);
});

test('a URL that is not there', async () => {
  const server = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oesm25nat.zip`;
  expect(await refusedAtOnce(url)).toContain(`${url} answered 404 Not Found. Check the URL`);
});

test('with --json the refusal is one document', async () => {
  const home = await folder();
  const { code, stdout, stderr } = await start({ CAREERGRAPH_HOME: home }, 'import', 'oews', '/x.xlsx', '--json').ended;
  expect(code).toBe(1);
  const message = 'There is no file or folder /x.xlsx. Check the path.';
  expect(JSON.parse(stdout)).toEqual({ command: 'import', error: { kind: 'REFUSED', message, faults: [] } });
  expect(stderr).toBe(`${message}\n`);
});
