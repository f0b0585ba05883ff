import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationsFolder } from '@careergraph/db';
import { environmentOf, rawSql } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { answerOf, COUNT, COUNTED, database, start, stop } from './starting.js';

test('starts on nothing, answers, and stops when told to', async () => {
  const location = await database('empty');
  const server = start(environmentOf(location));
  const url = await server.url;
  expect(await answerOf(url, COUNT)).toEqual(COUNTED);
  for (const path of ['health', 'ready', 'schema.graphql', '']) {
    expect([path, (await fetch(new URL(path, url))).status]).toEqual([path, 200]);
  }
  const { stdout, stderr } = await stop(server);
  expect(stdout).toMatch(/^CareerGraph is at .*\n.*; guides loaded\n/);
  expect(stdout).toContain('SIGTERM: stopping\n');
  const log = stdout.split('\n').filter((line) => line.startsWith('{'));
  expect(log.map((line) => JSON.parse(line).path)).toEqual(['/graphql', '/health', '/ready', '/schema.graphql', '/']);
  expect(stderr).toBe('');
  const rows = await rawSql(location, ['select migration_name, checksum from _prisma_migrations']);
  expect(rows.length).toBeGreaterThan(0);
  for (const { migration_name: name, checksum } of rows) {
    // What `prisma migrate deploy` compares.
    const sql = await readFile(join(migrationsFolder, String(name), 'migration.sql'));
    expect([name, checksum]).toEqual([name, createHash('sha256').update(sql).digest('hex')]);
  }
});
