import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent, readContent } from '@careergraph/content';
import { type OpenDatabase, openDatabase } from '@careergraph/db';
import { describe, expect, onTestFinished, test } from 'vitest';
import { copyOfGuides, database, edit } from '../start/starting.js';

/** What content that was edited leaves in the database: which release answers, which is kept, and which goes. */

interface Loading {
  readonly open: OpenDatabase;
  /** Replaces text in a file of the guides. */
  edit(file: string, from: string, to: string): Promise<unknown>;
  readonly guides: string;
  load(): Promise<'loaded' | 'unchanged'>;
}

async function loading(): Promise<Loading> {
  const open = await openDatabase(await database('loaded'));
  onTestFinished(() => open.close());
  const guides = await copyOfGuides();
  return {
    open,
    guides,
    edit: (file, from, to) => edit(join(guides, file), from, to),
    load: async () => loadContent(open, await readContent(guides)),
  };
}

/** Each release of a source as "key revision status", in the order of its revisions. */
async function releasesOf({ open }: Loading, sourceId: string): Promise<readonly string[]> {
  const releases = await open.prisma.release.findMany({
    where: { sourceId },
    orderBy: [{ key: 'asc' }, { revision: 'asc' }],
  });
  return releases.map(({ key, revision, status }) => `${key} ${revision} ${status}`);
}

/** The files of a revision, with the contents that tests edit. */
async function contentOf({ open }: Loading, sourceId: string, key: string, revision: number) {
  const release = await open.prisma.release.findUniqueOrThrow({
    where: { sourceId_key_revision: { sourceId, key, revision } },
    include: { files: { include: { file: { include: { wageEstimates: true, projections: true } } } } },
  });
  const files = release.files.map(({ file }) => file);
  return {
    ids: files.map(({ id }) => id),
    secretariesP75: files
      .flatMap((file) => file.wageEstimates)
      .filter(({ occupationCode }) => occupationCode === '43-6011')
      .map(({ annualP75Usd }) => annualP75Usd),
    managersOpenings: files
      .flatMap((file) => file.projections)
      .filter(({ occupationCode }) => occupationCode === '11-9111')
      .map(({ annualOpeningsPersons }) => annualOpeningsPersons),
    alabamaMean: files
      .flatMap((file) => file.wageEstimates)
      .filter(({ areaCode }) => areaCode === 'US-AL')
      .map(({ annualMeanUsd }) => annualMeanUsd),
  };
}

const WAGES = 'starter/oews-2024-05.csv';
const PROJECTIONS = 'starter/projections-2024-34.csv';
const CAREER = 'careers/emt.yaml';
const PAGE = 'documents/definitive-guide.yaml';

describe('a starter', () => {
  test('as it was: nothing is loaded', async () => {
    const it = await loading();
    expect(await it.load()).toBe('unchanged');
    expect(await releasesOf(it, 'bls-oews')).toEqual(['2024-05 1 SUPERSEDED', '2025-05 1 ACTIVE']);
    expect(await releasesOf(it, 'bls-ep')).toEqual(['2024-34 1 ACTIVE']);
  });

  test('that is edited: another revision, the one before withdrawn, and removed by the next', async () => {
    const it = await loading();
    const p75 = async (revision: number) => (await contentOf(it, 'bls-oews', '2024-05', revision)).secretariesP75;
    const rows = () => it.open.prisma.wageEstimate.count({ where: { file: { sourceId: 'bls-oews' } } });
    const [first] = (await contentOf(it, 'bls-oews', '2024-05', 1)).ids;
    const inOneStarter = await it.open.prisma.wageEstimate.count({ where: { fileId: first as number } });
    const before = await rows();

    await it.edit(WAGES, '90440,107710', '90450,107710');
    expect(await it.load()).toBe('loaded');
    const second = ['2024-05 1 WITHDRAWN', '2024-05 2 SUPERSEDED', '2025-05 1 ACTIVE'];
    expect(await releasesOf(it, 'bls-oews')).toEqual(second);
    expect([await p75(1), await p75(2)]).toEqual([[90_440], [90_450]]);
    expect(await rows()).toBe(before + inOneStarter);

    // Edits of other files leave it alone.
    await it.edit(CAREER, 'title: EMT', 'title: Ambulance Technician');
    expect(await it.load()).toBe('loaded');
    expect(await releasesOf(it, 'bls-oews')).toEqual(second);
    expect(await releasesOf(it, 'bls-ep')).toEqual(['2024-34 1 ACTIVE']);

    // As it was at first: the file that is still there is taken again.
    await it.edit(WAGES, '90450,107710', '90440,107710');
    await it.load();
    expect(await releasesOf(it, 'bls-oews')).toEqual([
      '2024-05 2 WITHDRAWN',
      '2024-05 3 SUPERSEDED',
      '2025-05 1 ACTIVE',
    ]);
    expect([await p75(2), await p75(3)]).toEqual([[90_450], [90_440]]);
    expect((await contentOf(it, 'bls-oews', '2024-05', 3)).ids).toEqual([first]);

    await it.edit(WAGES, '90440,107710', '90430,107710');
    await it.load();
    expect(await releasesOf(it, 'bls-oews')).toEqual([
      '2024-05 3 WITHDRAWN',
      '2024-05 4 SUPERSEDED',
      '2025-05 1 ACTIVE',
    ]);
    expect([await p75(3), await p75(4)]).toEqual([[90_440], [90_430]]);
    expect(await rows()).toBe(before + inOneStarter);
  });

  test('that is active and edited: its next revision is active', async () => {
    const it = await loading();
    await it.edit(PROJECTIONS, ',23.2,62.1,', ',23.2,62.2,');
    await it.load();
    expect(await releasesOf(it, 'bls-ep')).toEqual(['2024-34 1 WITHDRAWN', '2024-34 2 ACTIVE']);
    expect((await contentOf(it, 'bls-ep', '2024-34', 1)).managersOpenings).toEqual([62_100]);
    expect((await contentOf(it, 'bls-ep', '2024-34', 2)).managersOpenings).toEqual([62_200]);
    const active = await it.open.prisma.release.findFirstOrThrow({ where: { sourceId: 'bls-ep', status: 'ACTIVE' } });
    expect(active.activatedAt).not.toBeNull();
  });

  /** A starter of another month, made of the one of May 2024. */
  async function another(it: Loading, key: string): Promise<void> {
    const name = join(it.guides, 'starter', `oews-${key}`);
    for (const end of ['.yaml', '.csv']) {
      await copyFile(join(it.guides, WAGES.replace('.csv', end)), `${name}${end}`);
    }
    await it.edit(`starter/oews-${key}.yaml`, 'release: 2024-05', `release: ${key}`);
  }

  test.each([
    ['newer', '2026-05', ['2024-05 1 SUPERSEDED', '2025-05 1 SUPERSEDED', '2026-05 1 ACTIVE']],
    ['older', '2023-05', ['2023-05 1 SUPERSEDED', '2024-05 1 SUPERSEDED', '2025-05 1 ACTIVE']],
  ])('that is %s than the active one', async (_, key, expected) => {
    const it = await loading();
    await another(it, key);
    await it.load();
    expect(await releasesOf(it, 'bls-oews')).toEqual(expected);
  });

  test('beside the published file that was imported: that one stays, and a newer release of the starter answers before it', async () => {
    const it = await loading();
    await it.open.prisma.file.updateMany({
      where: { sourceId: 'bls-oews', releaseKey: '2025-05' },
      data: { edition: 'published', contentSha256: 'published' },
    });
    await it.edit('starter/oews-2025-05.csv', '155495730,', '155495740,');
    await another(it, '2026-05');
    await it.load();
    expect(await releasesOf(it, 'bls-oews')).toEqual([
      '2024-05 1 SUPERSEDED',
      '2025-05 1 SUPERSEDED',
      '2026-05 1 ACTIVE',
    ]);
  });
});

describe('guides', () => {
  test('that are edited: the release before is kept until the next edit', async () => {
    const it = await loading();
    const careers = async () => {
      const rows = await it.open.prisma.career.findMany({
        where: { slug: 'emt' },
        include: { release: true },
        orderBy: { releaseId: 'asc' },
      });
      return rows.map(({ title, release }) => [title, release.status]);
    };
    expect(await careers()).toEqual([['EMT', 'ACTIVE']]);
    await it.edit(CAREER, 'title: EMT', 'title: Second');
    await it.load();
    expect(await careers()).toEqual([
      ['EMT', 'SUPERSEDED'],
      ['Second', 'ACTIVE'],
    ]);
    await it.edit(CAREER, 'title: Second', 'title: EMT');
    await it.load();
    expect(await careers()).toEqual([
      ['Second', 'SUPERSEDED'],
      ['EMT', 'ACTIVE'],
    ]);
    expect(await it.load()).toBe('unchanged');
    expect(await careers()).toHaveLength(2);
  });
});

describe('a page', () => {
  const SOURCE = 'page-definitive-guide';
  const alabama = async (it: Loading, revision: number) =>
    (await contentOf(it, SOURCE, '2024-05', revision)).alabamaMean;

  test('that is edited: another revision, the one before withdrawn, and removed by the next load', async () => {
    const it = await loading();
    await it.edit(PAGE, 'printed: "$70,050", value: 70050', 'printed: "$70,060", value: 70060');
    await it.load();
    expect(await releasesOf(it, SOURCE)).toEqual(['2024-05 1 WITHDRAWN', '2024-05 2 ACTIVE']);
    expect([await alabama(it, 1), await alabama(it, 2)]).toEqual([[70_050], [70_060]]);
    // The other page was not edited.
    const other = await it.open.prisma.release.findMany({ where: { sourceId: 'page-guide-2025' } });
    expect(other.map(({ revision, status }) => [revision, status])).toEqual([[1, 'ACTIVE']]);

    await it.edit(CAREER, 'title: EMT', 'title: Ambulance Technician');
    await it.load();
    expect(await releasesOf(it, SOURCE)).toEqual(['2024-05 2 ACTIVE']);
    expect(await alabama(it, 2)).toEqual([70_060]);
    expect(await it.open.prisma.file.count({ where: { sourceId: SOURCE } })).toBe(1);

    await it.edit(PAGE, 'printed: "$70,060", value: 70060', 'printed: "$70,050", value: 70050');
    await it.load();
    expect(await releasesOf(it, SOURCE)).toEqual(['2024-05 2 WITHDRAWN', '2024-05 3 ACTIVE']);
    expect([await alabama(it, 2), await alabama(it, 3)]).toEqual([[70_060], [70_050]]);
  });

  test('that is added, and taken away again: it goes when no kept release of the guides has it', async () => {
    const it = await loading();
    const path = join(it.guides, 'documents/third.yaml');
    await writeFile(
      path,
      `slug: third\ntitle: A third page\ncareer: emt\nsha256: ${'a'.repeat(64)}\npublishedAs: Nowhere\nclaims: []\n`,
    );
    const left = async () => {
      const where = { sourceId: 'page-third' };
      const { release, file, document, source } = it.open.prisma;
      return [
        await source.count({ where: { id: 'page-third' } }),
        (await release.findMany({ where })).map(({ status }) => status),
        await file.count({ where }),
        await document.count({ where }),
      ];
    };
    await it.load();
    expect(await left()).toEqual([1, ['ACTIVE'], 1, 1]);
    await rm(path);
    await it.load();
    expect(await left()).toEqual([1, ['WITHDRAWN'], 1, 1]);
    await it.edit(CAREER, 'title: EMT', 'title: Ambulance Technician');
    await it.load();
    expect(await left()).toEqual([0, [], 0, 0]);
  });
});
