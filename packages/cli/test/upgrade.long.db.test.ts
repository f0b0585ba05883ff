import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type DatabaseLocation, migrationsFolder, openDatabase } from '@careergraph/db';
import { endOf, environmentOf, loadDump, rawSql, spawnServer } from '@careergraph/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { database, done, folder } from './running.js';

const at = (name: string) => fileURLToPath(new URL(`upgrade/${name}`, import.meta.url));

interface OldAnswers {
  /** What the old server answered with the first of two imported releases, and with both. */
  readonly first: unknown;
  readonly second: unknown;
  readonly key: string;
  readonly sha256: string;
}

/** The database that `upgrade/write-old-database.mjs` had the code of an older commit make. */
async function oldDatabase(): Promise<{ readonly location: DatabaseLocation; readonly old: OldAnswers }> {
  const old = JSON.parse(await readFile(at('old-answers.json'), 'utf8')) as OldAnswers;
  const packed = await readFile(at('old-database.sql.gz'));
  expect(createHash('sha256').update(packed).digest('hex')).toBe(old.sha256);
  const location = await database('empty');
  await loadDump(location, gunzipSync(packed).toString('utf8'));
  return { location, old };
}

/** Serves the database until the work is done. */
async function served(location: DatabaseLocation, work: (ask: Ask) => Promise<void>): Promise<string> {
  const server = spawnServer(environmentOf(location));
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await server.ended;
  });
  const url = new URL('graphql', await server.url);
  const query = await readFile(at('question.graphql'), 'utf8');
  await work((key) => {
    const authorization = key === undefined ? undefined : { authorization: `Bearer ${key}` };
    return fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ query }),
    });
  });
  server.kill('SIGTERM');
  const { code, stderr } = await endOf(server);
  expect(code, stderr).toBe(0);
  return stderr;
}

type Ask = (key?: string) => Promise<Response>;

test('a database of older code with imported figures gives the same answers after its migration', async () => {
  const { location, old } = await oldDatabase();
  const [before] = await rawSql(location, ['select count(*)::int as count from public._prisma_migrations']);
  expect(before?.count).toBe(8);
  await served(location, async (ask) => {
    expect(await (await ask()).json()).toEqual(old.second);
    expect((await ask(old.key)).status).toBe(200);
    expect((await ask(`${old.key.slice(0, -1)}!`)).status).toBe(401);
  });
  const [after] = await rawSql(location, ['select count(*)::int as count from public._prisma_migrations']);
  expect(after?.count).toBeGreaterThan(8);

  const rolledBack = await done(environmentOf(location), 'rollback', 'oews');
  expect(rolledBack).toMatchObject({ answering: { active: { key: '2026-05' } } });
  await served(location, async (ask) => {
    expect(await (await ask()).json()).toEqual(old.first);
  });
});

test('a migration of a large table says how long it can take before it runs', async () => {
  const location = await database('migrated');
  // Stored as they are, so that 80 rows take 80 MB in no time.
  await rawSql(location, [
    'create table public.large (id int, content text)',
    'alter table public.large alter column content set storage external',
    `insert into public.large select i, repeat('x', 1000000) from generate_series(1, 80) i`,
  ]);
  const migrations = await folder();
  await cp(migrationsFolder, migrations, { recursive: true });
  const name = '29990101000000_more';
  await mkdir(join(migrations, name));
  const sql = 'ALTER TABLE "large" ADD COLUMN "more" INTEGER;\nALTER TABLE "api_key" ADD COLUMN "more" INTEGER;';
  await writeFile(join(migrations, name, 'migration.sql'), sql);
  const said: string[] = [];
  const open = await openDatabase({ ...location, migrations, onLongMigration: (message) => said.push(message) });
  expect(open.migrated).toEqual([name]);
  await open.close();
  expect(said).toEqual([
    expect.stringMatching(
      new RegExp(
        `^Migrating the database .+ can take up to 10 s: ${name} changes api_key, large \\(8\\d MB\\)\\. Let the process run\\.`,
      ),
    ),
  ]);
});
