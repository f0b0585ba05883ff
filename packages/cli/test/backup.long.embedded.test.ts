import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { migrationsFolder, openDatabase } from '@careergraph/db';
import { environmentOf, spawnServer, tableCounts } from '@careergraph/testkit';
import { create, extract } from 'tar';
import { expect, onTestFinished, test } from 'vitest';
import { maintain, maintainAlone } from './maintaining.js';
import { nationalFile } from './national-file.js';
import { database, done, folder } from './running.js';

function serve(home: string) {
  const server = spawnServer({ CAREERGRAPH_HOME: home, CAREERGRAPH_DRAIN_SECONDS: '0' });
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await server.ended;
  });
  return server;
}

async function wageOf(url: string): Promise<unknown> {
  const query = '{ occupation(code: "11-1001") { salary { mean { display } provenance { release { key } } } } }';
  const response = await fetch(new URL('graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

test('a backup made while the server serves restores the same rows and answers', async () => {
  const [{ home }, files] = [await database(), await folder()];
  const environment = environmentOf({ home });
  await done(environment, 'import', 'oews', await nationalFile(files, { year: 2026 }));
  const before = await tableCounts({ home });
  const file = join(files, 'backup.tar.gz');

  const server = serve(home);
  const url = await server.url;
  const answer = await wageOf(url);
  let isWritten = false;
  const writing = maintain(environment, 'backup', file, '--json').finally(() => {
    isWritten = true;
  });
  let answers = 0;
  while (!isWritten) {
    expect((await fetch(new URL('health', url))).status).toBe(200);
    expect(await wageOf(url)).toEqual(answer);
    answers += 1;
  }
  expect(answers).toBeGreaterThan(1);
  const written = await writing;
  expect(written.code, written.stderr).toBe(0);
  expect(JSON.parse(written.stdout)).toMatchObject({ outcome: 'WRITTEN', file, tables: before });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(files)).toEqual(['backup.tar.gz', 'national_M2026_dl.xlsx']);
  // Statements that are not kept go on after it.
  expect(await wageOf(url)).toEqual(answer);

  const again = await maintain(environment, 'backup', file);
  expect(again).toMatchObject({
    code: 1,
    stderr: `${file} exists already. Give another name, or --force to replace it.\n`,
  });
  const busy = await maintain(environment, 'restore', file);
  expect(busy.code).toBe(3);
  expect(busy.stderr).toContain('is in use by process');
  server.kill('SIGTERM');
  await server.ended;
  expect(existsSync(join(home, 'database.sock'))).toBe(false);

  await done(environment, 'import', 'oews', await nationalFile(files, { year: 2027 }));
  const changed = await tableCounts({ home });
  expect(changed).not.toEqual(before);
  const restored = await maintain(environment, 'restore', file);
  expect(restored.code, restored.stderr).toBe(0);
  expect(await tableCounts({ home })).toEqual(before);
  const [, kept] = /To delete it: rm -r (\S+)/.exec(restored.stdout) ?? [];
  const keptHome = await folder();
  await rename(String(kept), join(keptHome, 'pgdata'));
  expect(await tableCounts({ home: keptHome })).toEqual(changed);
  expect(await readdir(home)).toEqual(['pgdata']);
  expect(await wageOf(await serve(home).url)).toEqual(answer);
});

test('a backup that is stopped or killed leaves the server answering and no file', async () => {
  const [{ home }, files] = [await database(), await folder()];
  const environment = environmentOf({ home });
  const url = await serve(home).url;
  const answer = await wageOf(url);
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    const target = join(files, signal);
    const backup = maintainAlone(environment, 'backup', target);
    while (!(await readdir(files)).some((name) => name.startsWith(`${signal}.`))) await new Promise(setImmediate);
    backup.kill(signal);
    const end = await backup.ended;
    expect(end).toMatchObject(signal === 'SIGKILL' ? { signal } : { code: 143 });
    expect(existsSync(target)).toBe(false);
    if (signal === 'SIGTERM') expect((await readdir(files)).filter((name) => name.startsWith(signal))).toEqual([]);
    expect(await wageOf(url)).toEqual(answer);
  }
  const after = await maintain(environment, 'backup', join(files, 'after'), '--json');
  expect(after.code, after.stderr).toBe(0);
});

test('what is no whole backup of this version or an older one is refused, and nothing is changed', async () => {
  const [{ home }, files] = [await database('migrated'), await folder()];
  const environment = environmentOf({ home });
  const file = join(files, 'backup');
  expect((await maintain(environment, 'backup', file)).code).toBe(0);
  const before = await tableCounts({ home });
  const refused = async (path: string) => {
    const { code, stderr } = await maintain(environment, 'restore', path);
    expect(code, stderr).toBe(1);
    expect(await readdir(home)).toEqual(['pgdata']);
    return stderr;
  };
  const changed = async (name: string, change: (unpacked: string) => Promise<void>) => {
    const unpacked = join(files, `${name}.d`);
    await mkdir(unpacked);
    await extract({ file, cwd: unpacked });
    await change(unpacked);
    await create({ file: join(files, name), cwd: unpacked, gzip: true, portable: true }, ['manifest.json', 'pgdata']);
    return join(files, name);
  };
  const editManifest = (from: RegExp, to: string) => async (unpacked: string) => {
    const path = join(unpacked, 'manifest.json');
    const text = await readFile(path, 'utf8');
    const edited = text.replace(from, to);
    expect(edited === text).toBe(false);
    await writeFile(path, edited);
  };

  expect(await refused(join(files, 'none'))).toContain('cannot be read: ENOENT');
  await writeFile(join(files, 'text'), 'not a backup');
  expect(await refused(join(files, 'text'))).toContain('is not a backup that this version can read');
  const packed = await readFile(file);
  for (const bytes of [packed.length / 2, packed.length - 100_000]) {
    await writeFile(join(files, 'cut'), packed.subarray(0, bytes));
    expect(await refused(join(files, 'cut'))).toMatch(/is damaged: .+ Nothing was changed\. Use another backup/);
  }
  const flipped = Buffer.from(gunzipSync(packed));
  flipped[flipped.length - 3_000_000] = (flipped[flipped.length - 3_000_000] as number) ^ 1;
  await writeFile(join(files, 'flipped'), gzipSync(flipped));
  expect(await refused(join(files, 'flipped'))).toMatch(/is damaged: the SHA-256 of .+ is not that of the manifest/);
  const without = await changed('without', (unpacked) => rm(join(unpacked, 'pgdata/global/pg_filenode.map')));
  expect(await refused(without)).toContain('is damaged: global/pg_filenode.map is missing');
  const nothing = await changed('nothing', async (unpacked) => {
    await rm(join(unpacked, 'pgdata'), { recursive: true });
    await mkdir(join(unpacked, 'pgdata'));
  });
  expect(await refused(nothing)).toContain('is damaged: PG_VERSION is missing');
  const miscounted = await changed('miscounted', editManifest(/"public\.source": \d+/, '"public.source": 1234'));
  expect(await refused(miscounted)).toMatch(/is damaged: public\.source has \d+ rows instead of 1234/);
  const newer = await changed('newer', editManifest(/"migrations": \[/, '"migrations": ["29990101000000_later",'));
  expect(await refused(newer)).toMatch(/is newer than this CareerGraph: .+29990101000000_later.+ Install the version/);
  expect(await tableCounts({ home })).toEqual(before);
});

test('a backup of an older version is restored, and the next start migrates it', async () => {
  const [{ home }, files] = [await database('empty'), await folder()];
  const migrations = join(files, 'migrations');
  await cp(migrationsFolder, migrations, { recursive: true });
  const last = (await readdir(migrations))
    .filter((name) => name !== 'migration_lock.toml')
    .sort()
    .at(-1) as string;
  await rm(join(migrations, last), { recursive: true });
  await (await openDatabase({ home, migrations })).close();
  const environment = environmentOf({ home });
  const file = join(files, 'backup');
  expect((await maintain(environment, 'backup', file)).code).toBe(0);
  const restored = await maintain(environment, 'restore', file);
  expect(restored.code, restored.stderr).toBe(0);
  expect(restored.stdout).toContain('The backup is of an older version: the next start applies 1 migration.');
  const opened = await openDatabase({ home });
  expect(opened.migrated).toEqual([last]);
  await opened.close();
});

test('a restore that was killed between its renames is finished by the next start', async () => {
  const [{ home }, other] = [await database(), await database('migrated')];
  const before = await tableCounts({ home });
  // As `restore` leaves the folder if it is killed after the first rename, and before it.
  await rename(join(home, 'pgdata'), join(home, 'pgdata.restored'));
  await done(environmentOf({ home }), 'list');
  expect(await tableCounts({ home })).toEqual(before);
  await rename(join(other.home, 'pgdata'), join(home, 'pgdata.restored'));
  await done(environmentOf({ home }), 'list');
  expect(await tableCounts({ home })).toEqual(before);
  expect(await readdir(home)).toEqual(['pgdata']);
});

test('an empty folder, a file among those of the database, and a missing name are refused', async () => {
  const [home, { home: full }] = [await folder(), await database('migrated')];
  expect(await maintain({ CAREERGRAPH_HOME: home }, 'backup', join(home, 'x'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`There is no database in ${home}.`),
  });
  expect(await maintain({ CAREERGRAPH_HOME: full }, 'backup', join(full, 'pgdata/x'))).toMatchObject({ code: 2 });
  expect(await maintain({ CAREERGRAPH_HOME: full }, 'backup')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'Missing file. Give the name of the backup to write.\nSee: npm run careergraph -- backup --help',
    ),
  });
  expect((await maintain({}, 'restore', '--help')).stdout).toContain('usage: npm run careergraph -- restore <file>');
});
