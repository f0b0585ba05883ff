import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '@careergraph/db';
import type { AuditEntry } from '@careergraph/domain';
import type { Importer } from '@careergraph/releases';
import { importers } from '@careergraph/sources';
import { createTestDatabase, type TestDatabase } from '@careergraph/testkit';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importInputs } from '../../dist/import-inputs.js';
import { noticed } from './noticed.js';
import { PROJECTION_ERRORS } from './projection-errors.js';
import { type Plant, WAGE_ERRORS } from './wage-errors.js';
import { copyOf, randomOf, readWorkbook, type Workbook, write } from './workbook-rows.js';

const SEED = 20_261_127;
const LEAST_NOTICED_SHARE = 35 / 40;

const importerOf = (name: string) => importers.find((importer) => importer.name === name) as Importer;

interface Outcome {
  readonly planted: string;
  /** What noticed it: an id of an audit, or `refused` with the beginning of the message. */
  readonly by: string | null;
}

describe.skipIf(!haveData)(`errors that are planted in published files${skipped}`, () => {
  let folder: string;
  let testDatabase: TestDatabase;
  let database: OpenDatabase;
  const outcomes: Outcome[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'careergraph-planted-'));
    testDatabase = await createTestDatabase('migrated');
    database = await openDatabase(testDatabase.location);
  });
  afterAll(async () => {
    await database?.close();
    await testDatabase?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** The command `check` or `import`, on a database that stays open. */
  const give = (importer: string, path: string, check: boolean) =>
    importInputs(importerOf(importer), [path], {
      open: async () => ({ ...database, close: async () => {} }),
      store: join(folder, 'snapshots'),
      release: null,
      check,
    });

  async function failed(importer: string, path: string): Promise<readonly AuditEntry[]> {
    const { audit } = await give(importer, path, true);
    return (audit?.audits ?? []).filter(({ outcome }) => outcome === 'FAILED');
  }

  async function plantEach(importer: string, name: string, untouched: Workbook, errors: readonly Plant[]) {
    const random = randomOf(SEED);
    const usual = await failed(importer, await write(untouched, folder, name));
    for (const plant of errors) {
      const workbook = copyOf(untouched);
      const planted = `${name}: ${plant(workbook, random)}`;
      const path = await write(workbook, folder, name);
      outcomes.push({ planted, by: await noticed(() => failed(importer, path), usual) });
    }
    return usual.map(({ id }) => id);
  }

  const wages = (year: number) => join(dataDir, 'oews', `national_M${year}_dl.xlsx`);

  it('no audit fails on an untouched file but that of new and vanished codes', async () => {
    await give('oews', wages(2022), false);
    expect(await plantEach('oews', 'national_M2024_dl.xlsx', await readWorkbook(wages(2024)), WAGE_ERRORS)).toEqual([
      'oews/coverage',
    ]);
    const renamed = await readWorkbook(wages(2022));
    const path = await write(renamed, folder, 'national_M2023_dl.xlsx');
    outcomes.push({
      planted: 'national_M2023_dl.xlsx: the file of May 2022',
      by: await noticed(() => failed('oews', path), []),
    });

    await give('oews', wages(2024), false);
    const ofErrorsWithoutTopCode = WAGE_ERRORS.filter((_, index) => index % 3 !== 1);
    expect(
      await plantEach('oews', 'national_M2025_dl.xlsx', await readWorkbook(wages(2025)), ofErrorsWithoutTopCode),
    ).toEqual(['oews/coverage']);
  }, 300_000);

  it('nor on untouched projections', async () => {
    const { sheets } = await readWorkbook(join(dataDir, 'projections', 'occupation_2024-34.xlsx'));
    const table = { sheets: sheets.filter(({ name }) => name === 'Table 1.2') };
    expect(await plantEach('projections', 'occupation.xlsx', table, PROJECTION_ERRORS)).toEqual([]);
  }, 300_000);

  it('at least 35 of 40 errors are refused or reported', () => {
    console.log(outcomes.map(({ planted, by }) => `${planted}: ${by ?? 'NOT NOTICED'}`).join('\n'));
    const count = outcomes.filter(({ by }) => by !== null).length;
    console.log(`${count} of ${outcomes.length} planted errors were noticed (seed ${SEED}).`);
    expect(outcomes.length).toBeGreaterThanOrEqual(40);
    expect(count / outcomes.length).toBeGreaterThanOrEqual(LEAST_NOTICED_SHARE);
  });
});
