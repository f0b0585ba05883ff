import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { environmentOf, rawSql } from '@careergraph/testkit';
import { zipOf } from '@careergraph/testkit/files';
import { expect, onTestFinished, test } from 'vitest';
import { nationalFile } from './national-file.js';
import { database, done, folder } from './running.js';

test('a zip behind a URL is downloaded once, and its address is kept with the file', async () => {
  const location = await database();
  const environment = environmentOf(location);
  const workbook = await readFile(await nationalFile(await folder(), { year: 2025 }));
  const zip = await zipOf({ 'oesm25nat/national_M2025_dl.xlsx': workbook });
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'application/zip', 'content-length': zip.length }).end(zip);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://user:secret@127.0.0.1:${(server.address() as AddressInfo).port}/oesm25nat.zip`;

  expect(await done(environment, 'import', 'oews', url)).toMatchObject({ outcome: 'IMPORTED', release: '2025-05' });
  expect(await done(environment, 'import', 'oews', url)).toMatchObject({ outcome: 'UNCHANGED' });
  expect(requests).toBe(1);
  const files = await rawSql(location, [
    `select name, archive, url from file where source_id = 'bls-oews' and edition = 'published'`,
  ]);
  expect(files).toEqual([
    { name: 'national_M2025_dl.xlsx', archive: 'oesm25nat.zip', url: url.replace('user:secret@', '') },
  ]);
});
