import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpack } from '@careergraph/extract';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oewsImporter } from '../../src/oews/index.js';
import { oohImporter } from '../../src/ooh/index.js';
import { projectionsImporter } from '../../src/projections/index.js';
import { importFiles, testDatabase } from '../importing.js';
import { published } from '../reading.js';

const database = testDatabase();

describe.skipIf(!haveData)(`the figures of the 342 published pages${skipped}`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ooh-'));
    const wages = published(join(dataDir, 'oews/national_M2024_dl.xlsx'));
    const projections = published(join(dataDir, 'projections/occupation_2024-34.xlsx'));
    await importFiles(database.open, oewsImporter, [wages]);
    await importFiles(database.open, projectionsImporter, [projections]);
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are those of the wages and projections, each one that can be compared', async () => {
    const pages = await unpack(join(dataDir, 'ooh/ooh-pages-2026-03.zip'), folder);
    const { audit, files, release, status } = await importFiles(database.open, oohImporter, pages);
    expect([release, status, files.length]).toEqual(['2024-34-pay-2024', 'ACTIVE', 342]);
    const claims = audit?.audits.find(({ id }) => id === 'ooh/claims-equal-official');
    expect(claims).toMatchObject({ outcome: 'PASSED', failures: 0 });
    expect(claims?.examples).toEqual([
      '12191 figures equal',
      '2446 figures rounded',
      '1753 figures not comparable: shares of industries are in no release that this project imports',
      '1610 figures not comparable: wages by industry are in no release that this project imports',
      '653 figures not comparable: no official wage covers exactly these occupations together',
      '391 figures not comparable: the occupations of the profile differ in this',
      '10 figures not comparable: the publisher does not release the official figure',
      '4 figures not comparable: the profile states words instead of a number',
      '3 figures not comparable: bls-oews/2017-05 is not loaded',
      '1 figures not comparable: the official figure is not published',
    ]);
    expect(audit?.audits.find(({ id }) => id === 'ooh/codes-known')).toMatchObject({ outcome: 'PASSED' });
    expect(audit?.audits.find(({ id }) => id === 'ooh/sections')).toMatchObject({ checked: 342, failures: 6 });
  }, 600_000);
});
