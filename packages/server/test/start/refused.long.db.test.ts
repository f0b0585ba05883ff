import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DatabaseLocation, migrationsFolder, openDatabase } from '@careergraph/db';
import { environmentOf, rawSql, tableCounts } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { answerOf, COUNT, COUNTED, database, folder, refused, refusedHere, start } from './starting.js';

/** Starts on a database that must be refused; it must be as it was afterwards. */
async function refusedUnchanged(
  location: DatabaseLocation,
  refusal: (environment: Record<string, string>) => Promise<string> = refusedHere,
): Promise<string> {
  const before = await tableCounts(location);
  expect(before).not.toEqual({});
  const message = await refusal(environmentOf(location));
  expect(await tableCounts(location)).toEqual(before);
  return message;
}

const named = ({ url, home }: DatabaseLocation) =>
  url === undefined ? home : `postgres://${new URL(url).host}${new URL(url).pathname}`;

async function lastMigration(): Promise<string> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.sort().at(-1) as string;
}

test('newer than the code', async () => {
  const location = await database('loaded');
  const later = join(await folder(), 'migrations');
  await cp(migrationsFolder, later, { recursive: true });
  await mkdir(join(later, '29990101000000_later'));
  await writeFile(join(later, '29990101000000_later', 'migration.sql'), 'create table later (id int);');
  await (await openDatabase({ ...location, migrations: later })).close();
  expect(await refusedUnchanged(location)).toBe(
    `The database ${named(location)} is newer than this code: it contains the migration 29990101000000_later, ` +
      'which this code does not know. Nothing was changed. Start a newer CareerGraph, or use another database.\n',
  );
});

test('half migrated', async () => {
  const location = await database('loaded');
  const name = await lastMigration();
  await rawSql(location, [
    `update _prisma_migrations set finished_at = null, applied_steps_count = 0 where migration_name = '${name}'`,
  ]);
  expect(await refusedUnchanged(location)).toContain(`is half migrated: ${name} was started and did not finish.`);
});

test('a migration that has been edited since', async () => {
  const location = await database('loaded');
  const name = await lastMigration();
  await rawSql(location, [`update _prisma_migrations set checksum = repeat('0', 64) where migration_name = '${name}'`]);
  expect(await refusedUnchanged(location)).toContain(`The migration ${name} in prisma/migrations differs`);
});

test("somebody else's tables", async () => {
  const location = await database('migrated');
  await rawSql(location, [
    'drop schema public cascade',
    'create schema public',
    'create table theirs (id int)',
    'insert into theirs values (1), (2)',
  ]);
  expect(await refusedUnchanged(location)).toBe(
    `The database ${named(location)} contains tables that are not CareerGraph's. Nothing was changed. Use an empty database.\n`,
  );
  expect(await tableCounts(location)).toEqual({ 'public.theirs': 2 });
});

test('a start that failed leaves the folder free for the next one', async () => {
  const location = await database('loaded');
  const name = await lastMigration();
  await rawSql(location, ['create table kept as select * from _prisma_migrations']);
  await rawSql(location, [`update _prisma_migrations set finished_at = null where migration_name = '${name}'`]);
  await refusedUnchanged(location, (environment) => refused(start(environment)));
  await rawSql(location, [
    'update _prisma_migrations m set finished_at = kept.finished_at from kept where kept.id = m.id',
    'drop table kept',
  ]);
  expect(await answerOf(await start(environmentOf(location)).url, COUNT)).toEqual(COUNTED);
});
