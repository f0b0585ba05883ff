import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guidesFolder, loadContent, readContent } from '@careergraph/content';
import { type OpenDatabase, openDatabase } from '@careergraph/db';
import { SOURCES } from '@careergraph/domain';
import { type NewRelease, type Published, publish, removeRelease, rollback } from '@careergraph/releases';
import { createTestDatabase } from '@careergraph/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';

/** How loads of content are recorded, and how they meet an operator's imports, rollbacks and removals. */

const CONTENT = 'load of guides and starter figures';
const OEWS = SOURCES.oews.id;
const STARTER = 'starter/oews-2025-05.csv';

interface Setting {
  readonly database: OpenDatabase;
  edit(file: string, from: string, to: string): Promise<void>;
  load(): Promise<'loaded' | 'unchanged'>;
}

async function setting(): Promise<Setting> {
  const { location, remove } = await createTestDatabase('loaded');
  onTestFinished(remove);
  const database = await openDatabase(location);
  onTestFinished(() => database.close());
  const guides = await mkdtemp(join(tmpdir(), 'careergraph-activations-'));
  onTestFinished(() => rm(guides, { recursive: true, force: true }));
  await cp(guidesFolder, guides, { recursive: true, filter: (source) => !source.includes('node_modules') });
  return {
    database,
    edit: async (file, from, to) => {
      const text = await readFile(join(guides, file), 'utf8');
      expect(text).toContain(from);
      await writeFile(join(guides, file), text.replace(from, to));
    },
    load: async () => loadContent(database, await readContent(guides)),
  };
}

/** Publishes one file of May 2025 as an import does. */
async function importFile({ database }: Setting, role: string): Promise<Published> {
  const release: NewRelease = {
    source: SOURCES.oews,
    key: '2025-05',
    description: { label: 'May 2025', citation: 'OEWS', url: null, topCode: null },
    files: [
      {
        role,
        name: `${role}.xlsx`,
        archive: null,
        sha256: role,
        url: null,
        edition: 'published',
        contentSha256: role,
        load: async (sink) => {
          await sink.add('FileArea', { code: 'US-CA', kind: 'STATE', name: 'California', parentCode: 'US' });
        },
      },
    ],
    ownRows: null,
    audit: async () => ({ audits: [] }),
  };
  return database.session((session) => publish(session, release, { cause: `import oews ${role}.xlsx` }));
}

/** `2025-05 2 ACTIVE: national starter, state published` */
async function releasesOf({ database }: Setting, sourceId: string = OEWS): Promise<readonly string[]> {
  const releases = await database.prisma.release.findMany({
    where: { sourceId },
    include: { files: { include: { file: true }, orderBy: { file: { role: 'asc' } } } },
    orderBy: [{ key: 'asc' }, { revision: 'asc' }],
  });
  return releases.map(({ key, revision, status, files }) => {
    const roles = files.map(({ file }) => `${file.role} ${file.edition}`);
    return `${key} ${revision} ${status}: ${roles.join(', ')}`;
  });
}

/** Cause and statuses of each activation that was not taken back, oldest first. */
async function activationsOf({ database }: Setting, sourceId: string): Promise<readonly string[]> {
  const activations = await database.prisma.activation.findMany({
    where: { sourceId, undoneAt: null },
    orderBy: { id: 'asc' },
  });
  return activations.map(({ cause, changes }) => {
    const steps = (changes as { from: string; to: string }[]).map(({ from, to }) => `${from} to ${to}`);
    return `${cause}: ${steps.join(', ')}`;
  });
}

const roll = ({ database }: Setting) => database.session((session) => rollback(session, OEWS));

describe('a load of content is recorded', () => {
  test('for starter figures, guides and pages alike', async () => {
    const it = await setting();
    expect(await activationsOf(it, OEWS)).toEqual([
      `${CONTENT}: STAGED to ACTIVE`,
      `${CONTENT}: ACTIVE to SUPERSEDED, STAGED to ACTIVE`,
    ]);
    for (const sourceId of ['bls-ep', 'careergraph-guides', 'page-definitive-guide', 'page-guide-2025']) {
      expect(await activationsOf(it, sourceId)).toEqual([`${CONTENT}: STAGED to ACTIVE`]);
    }
    await it.edit(
      'documents/definitive-guide.yaml',
      'printed: "$70,050", value: 70050',
      'printed: "$70,060", value: 70060',
    );
    expect(await it.load()).toBe('loaded');
    expect(await activationsOf(it, 'page-definitive-guide')).toEqual([
      `${CONTENT}: STAGED to ACTIVE`,
      `${CONTENT}: ACTIVE to WITHDRAWN`,
      `${CONTENT}: STAGED to ACTIVE`,
    ]);
    expect(await activationsOf(it, 'careergraph-guides')).toEqual([
      `${CONTENT}: STAGED to ACTIVE`,
      `${CONTENT}: ACTIVE to SUPERSEDED, STAGED to ACTIVE`,
    ]);
    expect(await it.load()).toBe('unchanged');
    expect(await activationsOf(it, 'careergraph-guides')).toHaveLength(2);
  });

  test('only as long as its releases are kept', async () => {
    const it = await setting();
    const titles = ['EMT', 'Second', 'Third', 'Fourth'];
    for (const [index, title] of titles.entries()) {
      if (index > 0) await it.edit('careers/emt.yaml', `title: ${titles[index - 1]}`, `title: ${title}`);
      await it.load();
    }
    expect(await activationsOf(it, 'careergraph-guides')).toEqual([
      `${CONTENT}: ACTIVE to SUPERSEDED, STAGED to ACTIVE`,
    ]);
  });
});

describe('a rollback', () => {
  test('has nothing to take back where only content was loaded', async () => {
    const it = await setting();
    await expect(roll(it)).rejects.toThrow('Nothing of bls-oews can be rolled back');
  });

  test('takes back the import, and not the load of another starter since', async () => {
    const it = await setting();
    expect(await importFile(it, 'national')).toMatchObject({ outcome: 'PUBLISHED', status: 'ACTIVE' });
    await it.edit('starter/oews-2024-05.csv', '90440,107710', '90450,107710');
    expect(await it.load()).toBe('loaded');
    expect(await roll(it)).toMatchObject({ cause: 'import oews national.xlsx' });
    expect(await releasesOf(it)).toEqual([
      '2024-05 1 WITHDRAWN: national starter',
      '2024-05 2 SUPERSEDED: national starter',
      '2025-05 1 ACTIVE: national starter',
      '2025-05 2 STAGED: national published',
    ]);
    expect(await it.load()).toBe('unchanged');
    await expect(roll(it)).rejects.toThrow('Nothing of bls-oews can be rolled back');
  });

  test('takes back the load of a starter that became a part of the import, and the next load brings it again', async () => {
    const it = await setting();
    await importFile(it, 'state');
    await it.edit(STARTER, '140970,73390', '140960,73390');
    await it.load();
    expect(await releasesOf(it)).toEqual([
      '2024-05 1 SUPERSEDED: national starter',
      '2025-05 1 WITHDRAWN: national starter',
      '2025-05 2 WITHDRAWN: national starter, state published',
      '2025-05 3 ACTIVE: national starter, state published',
    ]);
    expect(await roll(it)).toMatchObject({ cause: 'import oews state.xlsx' });
    expect(await releasesOf(it)).toEqual([
      '2024-05 1 SUPERSEDED: national starter',
      '2025-05 1 ACTIVE: national starter',
      '2025-05 2 STAGED: national starter, state published',
      '2025-05 3 STAGED: national starter, state published',
    ]);
    expect(await it.load()).toBe('loaded');
    expect((await releasesOf(it)).filter((release) => release.includes('ACTIVE'))).toEqual([
      '2025-05 4 ACTIVE: national starter',
    ]);
    expect(await it.load()).toBe('unchanged');
  });
});

test('a starter never replaces a published release, be it newer', async () => {
  const it = await setting();
  await importFile(it, 'national');
  const before = await releasesOf(it);
  await it.edit(STARTER, '140970,73390', '140960,73390');
  expect(await it.load()).toBe('loaded');
  expect(await releasesOf(it)).toEqual(before);
});

test('a release that was removed comes back with its starter at the next load', async () => {
  const it = await setting();
  const before = await releasesOf(it);
  await removeRelease(it.database, OEWS, '2024-05');
  expect(await it.load()).toBe('loaded');
  expect(await releasesOf(it)).toEqual(before);
});

test('a source gets the name and licence of this version of the program', async () => {
  const { database, load } = await setting();
  const licence = async () => {
    const [row] = await database.session((session) =>
      session.query<{ licence: string }>('select licence from source where id = $1', [OEWS]),
    );
    return row?.licence;
  };
  await database.session((session) => session.query("update source set licence = 'of an older version'"));
  expect(await load()).toBe('unchanged');
  expect(await licence()).toBe(SOURCES.oews.licence);
});
