import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseLocation } from '@careergraph/db';
import { environmentOf, rawSql, tableCounts } from '@careergraph/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { nationalFile } from './national-file.js';
import { database, done, folder, type Running, refused, start, type Variables } from './running.js';

/** Waits until an import of this database is under way. */
async function underWay({ url, home }: DatabaseLocation): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (url === undefined) {
      if (existsSync(join(home, 'lock.json'))) return;
    } else {
      const importing = await rawSql({ url, home }, [
        `select 1 from pg_stat_activity where datname = current_database() and application_name like 'careergraph: import oews%'
           and exists (select from pg_locks l where l.pid = pg_stat_activity.pid and locktype = 'advisory' and granted)`,
      ]);
      if (importing.length > 0) return;
    }
    await sleep(50);
  }
  throw new Error('The import has not begun.');
}

/** An import that has begun; it does not outlive the test. */
async function begun(location: DatabaseLocation, environment: Variables, file: string): Promise<Running> {
  const importing = start(environment, 'import', 'oews', file);
  onTestFinished(() => importing.kill('SIGKILL'));
  await underWay(location);
  return importing;
}

test('of two imports one is refused with the name of the other', async () => {
  const location = await database();
  const environment = environmentOf(location);
  const file = await nationalFile(await folder(), { year: 2025, occupations: 1_200 });
  const first = await begun(location, environment, file);
  first.kill('SIGSTOP');
  const said = await refused(environment, 3, 'import', 'oews', file);
  if (location.url === undefined) {
    expect(said).toContain(`The embedded database in ${location.home} is in use by process ${first.pid} on `);
    expect(said).toMatch(/\(careergraph data import, since /);
  } else {
    expect(said).toContain(`running (careergraph: import oews, process ${first.pid} on `);
    expect(said).toContain('Wait until it ends, then run this command again.');
  }
  first.kill('SIGCONT');
  const end = await first.ended;
  expect(end.code, end.stderr).toBe(0);
  expect(await done(environment, 'import', 'oews', file)).toMatchObject({ outcome: 'UNCHANGED', status: 'ACTIVE' });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends an import with %i, and keeps nothing of it', async (signal, code) => {
  const [location, temporary] = [await database(), await folder()];
  const environment = { ...environmentOf(location), TMPDIR: temporary };
  const before = await tableCounts(location);
  const file = await nationalFile(await folder(), { year: 2025, occupations: 5_000 });
  const importing = await begun(location, environment, file);
  importing.kill(signal);
  const end = await importing.ended;
  expect({ code: end.code, signal: end.signal, stdout: end.stdout }).toEqual({ code, signal: null, stdout: '' });
  expect(end.stderr).toContain(`${signal}: stopped. Nothing was changed. Run the same command again`);
  expect(readdirSync(temporary)).toEqual([]);
  expect(await tableCounts(location)).toEqual(before);
});
