import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { rawSql, spawnServer } from '@careergraph/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { maintain } from './maintaining.js';
import { database, folder, type Variables } from './running.js';

interface Checked {
  readonly problems: number;
  readonly findings: readonly { readonly check: string; readonly status: string; readonly message: string }[];
}

async function doctor(environment: Variables, code: number): Promise<Checked> {
  const end = await maintain(environment, 'doctor', '--json');
  expect(end.code, end.stdout + end.stderr).toBe(code);
  return JSON.parse(end.stdout) as Checked;
}

const found = (check: string, status: string, message: string) =>
  expect.objectContaining({ check, status, message: expect.stringContaining(message) });

test('a database is checked while a server runs, after it was killed, and with migrations unknown or pending', async () => {
  const { home } = await database();
  const environment = { CAREERGRAPH_HOME: home };
  const server = spawnServer(environment);
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await server.ended;
  });
  await server.url;
  const running = await doctor(environment, 0);
  expect(running.findings).toEqual(
    expect.arrayContaining([
      found('node', 'OK', `Node ${process.versions.node}`),
      found('parts', 'OK', 'playground, guides, migrations are there'),
      found('folder', 'OK', home),
      found('lock', 'OK', `process ${server.pid} on ${hostname()}`),
      found('database', 'OK', 'none pending'),
      found('releases', 'OK', 'bls-oews May 2025 (starter)'),
      found('releases', 'NOTE', 'published files of '),
    ]),
  );

  server.kill('SIGKILL');
  await server.ended;
  const killed = await doctor(environment, 0);
  expect(killed.findings).toContainEqual(found('lock', 'NOTE', 'has ended without releasing its lock'));
  expect(killed.findings).toContainEqual(found('database', 'OK', 'none pending'));

  // The lock of a version that answers no other process.
  const lock = { token: 'x', pid: process.pid, host: hostname(), command: 'older', since: 'today', started: null };
  await writeFile(join(home, 'lock.json'), JSON.stringify(lock));
  const older = await doctor(environment, 0);
  expect(older.findings).toContainEqual(found('database', 'UNKNOWN', `is in use by process ${process.pid}`));
  await writeFile(join(home, 'lock.json'), JSON.stringify({ ...lock, pid: 2 ** 22 + 1 }));

  const later = `insert into public._prisma_migrations (id, checksum, migration_name, finished_at)
                 values ('x', 'x', '29990101000000_later', now())`;
  await rawSql({ home }, [later]);
  const newer = await doctor(environment, 1);
  expect(newer.findings).toContainEqual(
    found('database', 'PROBLEM', 'does not know the migration 29990101000000_later'),
  );
  await rawSql({ home }, [`delete from public._prisma_migrations where migration_name > '20261128150000' or id = 'x'`]);
  const behind = await doctor(environment, 0);
  expect(behind.findings).toContainEqual(found('database', 'NOTE', 'pending: 20261128150124_programs'));
});

test('a damaged database, an unusable folder, and invalid variables are problems; an empty folder is none', async () => {
  const empty = join(await folder(), 'new');
  const first = await doctor({ CAREERGRAPH_HOME: empty }, 0);
  expect(first.findings).toContainEqual(found('folder', 'NOTE', `${empty} does not exist yet`));
  expect(first.findings).toContainEqual(found('database', 'NOTE', 'there is none yet'));

  const invalid = await maintain({ DATABASE_URL: 'mysql://user:secret@host/x' }, 'doctor');
  expect(invalid.code).toBe(1);
  expect(invalid.stdout).toMatch(/PROBLEM {2}environment +DATABASE_URL must be a URL like postgres:/);
  expect(invalid.stdout).not.toContain('secret');
  const unreachable = await doctor({ DATABASE_URL: 'postgres://user:secret@127.0.0.1:9/x' }, 1);
  expect(unreachable.findings).toContainEqual(
    found('database', 'PROBLEM', 'postgres://127.0.0.1:9/x cannot be reached'),
  );

  const { home } = await database('migrated');
  const control = join(home, 'pgdata/global/pg_control');
  const bytes = await readFile(control);
  await writeFile(control, Buffer.alloc(bytes.length, 7));
  const damaged = await doctor({ CAREERGRAPH_HOME: home }, 1);
  expect(damaged.findings).toContainEqual(found('database', 'PROBLEM', 'its files are damaged'));
});
