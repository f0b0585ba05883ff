import { randomBytes } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationsFolder, openDatabase } from '@careergraph/db';
import { createTestDatabase, environmentOf, onServer, rawSql, tableCounts } from '@careergraph/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { answerOf, COUNT, COUNTED, database, folder, refused, refusedHere, start, stop } from './starting.js';

describe('a Postgres server', () => {
  test('without that database', async () => {
    const { location, remove } = await createTestDatabase('empty');
    await remove();
    expect(await refusedHere(environmentOf(location))).toMatch(
      /^The database postgres:\S+ cannot be reached: database "\w+" does not exist\. Check DATABASE_URL/,
    );
  });

  test('on a port where nobody listens', async () => {
    const message = await refused(start({ DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' }));
    expect(message).toContain('The database postgres://127.0.0.1:1/x cannot be reached: connect ECONNREFUSED');
    expect(message).not.toContain('secret');
  });

  test('with a user who may not create tables', async () => {
    const location = await database('empty');
    const user = `careergraph_test_${randomBytes(6).toString('hex')}`;
    await onServer(location.url as string, `create role ${user} login`);
    onTestFinished(() => onServer(location.url as string, `drop role ${user}`));
    const url = new URL(location.url as string);
    url.username = user;
    expect(await refusedHere({ DATABASE_URL: url.href })).toMatch(
      /could not be migrated to the schema of this code: .*permission denied for .*\. The user must own the database/,
    );
    expect(await tableCounts(location)).toEqual({});
  });

  test('on which a migration fails', async () => {
    const location = await database('empty');
    const migrations = await folder();
    await cp(join(migrationsFolder, 'migration_lock.toml'), join(migrations, 'migration_lock.toml'));
    await mkdir(join(migrations, '20200101000000_broken'));
    await writeFile(
      join(migrations, '20200101000000_broken', 'migration.sql'),
      'create table a (id int); select * from b;',
    );
    // Again the same: what has failed is rolled back, not left half done.
    for (let start = 0; start < 2; start++) {
      await expect(openDatabase({ ...location, migrations })).rejects.toThrow(
        /could not be migrated to the schema of this code: relation "b" does not exist\. Nothing was changed\./,
      );
      expect(await tableCounts(location)).toEqual({});
    }
  });

  test('with options of the connection in the URL', async () => {
    const location = await database('loaded');
    const url = `${location.url}?sslmode=disable&application_name=mine`;
    const server = start({ DATABASE_URL: url });
    expect(await answerOf(await server.url, COUNT)).toEqual(COUNTED);
    const rows = await rawSql(location, [`select 1 from pg_stat_activity where application_name = 'mine'`]);
    expect(rows.length).toBeGreaterThan(0);
    await stop(server);
  });

  test('that cuts its connections off goes on being asked', async () => {
    const location = await database('loaded');
    const server = start(environmentOf(location));
    const url = await server.url;
    await rawSql(location, [
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    ]);
    expect((await fetch(new URL('ready', url))).status).toBe(200);
    expect(await answerOf(url, COUNT)).toEqual(COUNTED);
    await stop(server);
  });
});

test('two starts on one empty database: both come up, one loads', async () => {
  const location = await database('empty');
  const pair = [start(environmentOf(location)), start(environmentOf(location))];
  for (const server of pair) expect(await answerOf(await server.url, COUNT)).toEqual(COUNTED);
  const said = await Promise.all(pair.map(async (server) => /guides (\w+)/.exec((await stop(server)).stdout)?.[1]));
  expect(said.sort()).toEqual(['loaded', 'unchanged']);
});
