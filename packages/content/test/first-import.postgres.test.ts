import { guidesFolder, loadContent, readContent } from '@careergraph/content';
import { type OpenDatabase, openDatabase } from '@careergraph/db';
import { SOURCES } from '@careergraph/domain';
import { type NewRelease, publish } from '@careergraph/releases';
import { createTestDatabase } from '@careergraph/testkit';
import { expect, onTestFinished, test, vi } from 'vitest';

/** Another process on the database: a connection of its own. */
async function open(location: Parameters<typeof openDatabase>[0]): Promise<OpenDatabase> {
  const database = await openDatabase(location);
  onTestFinished(() => database.close());
  return database;
}

test('a server starts while the first import of a source runs, without a deadlock', async () => {
  const { location, remove } = await createTestDatabase('migrated');
  onTestFinished(remove);
  const [importing, starting, observing] = [await open(location), await open(location), await open(location)];
  const content = await readContent(guidesFolder);
  const isServerWaiting = async () => {
    const waiting = await observing.session((session) =>
      session.query(`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
    );
    expect(waiting.length).toBeGreaterThan(0);
  };
  let start: Promise<unknown> = Promise.resolve();
  const release: NewRelease = {
    source: SOURCES.oews,
    key: '2025-05',
    description: { label: 'May 2025', citation: 'OEWS', url: null, topCode: null },
    files: [
      {
        role: 'national',
        name: 'national.xlsx',
        archive: null,
        sha256: 'national',
        url: null,
        edition: 'published',
        contentSha256: 'national',
        load: async (sink) => {
          await sink.add('FileArea', { code: 'US-CA', kind: 'STATE', name: 'California', parentCode: 'US' });
          start = loadContent(starting, content);
          start.catch(() => {});
          await vi.waitFor(isServerWaiting, { timeout: 60_000 });
        },
      },
    ],
    ownRows: null,
    audit: async () => ({ audits: [] }),
  };
  const { outcome } = await importing.session((session) => publish(session, release, { cause: 'import oews' }));
  expect(outcome).toBe('PUBLISHED');
  expect(await start).toBe('loaded');
});
