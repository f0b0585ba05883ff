import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '@careergraph/db';
import type { Importer } from '@careergraph/releases';
import { importers } from '@careergraph/sources';
import { createTestDatabase, type TestDatabase } from '@careergraph/testkit';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importInputs } from '../../dist/import-inputs.js';
import { areaOf, type SyntheticArea } from './area-rows.js';
import { noticed } from './noticed.js';
import { type Plant, SHIFTED, SWAPPED } from './wage-errors.js';
import { copyOf, randomOf, readWorkbook, type Workbook, write } from './workbook-rows.js';

const SEED = 20_261_128;
/** Lower than where a release before is loaded: standard errors that are nearly equal, and flat percentiles, show nothing. */
const LEAST_NOTICED_SHARE = 3 / 4;
const FLORIDA: SyntheticArea = {
  ...{ AREA: '12', AREA_TITLE: 'Florida', AREA_TYPE: '2', PRIM_STATE: 'FL' },
  ...{ employment: 0.06, wages: 0.95 },
};
const ORLANDO: SyntheticArea = {
  ...{ AREA: '36740', AREA_TITLE: 'Orlando-Kissimmee-Sanford, FL', AREA_TYPE: '4', PRIM_STATE: 'FL' },
  ...{ employment: 0.01, wages: 0.93 },
};

/** Errors in a row of the first release that is loaded, and in rows of areas. */
describe.skipIf(!haveData)(`errors that are planted where little is loaded before${skipped}`, () => {
  let folder: string;
  let testDatabase: TestDatabase;
  let database: OpenDatabase;
  const outcomes: { readonly planted: string; readonly by: string | null }[] = [];
  const random = randomOf(SEED);
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

  const importer = importers.find(({ name }) => name === 'oews') as Importer;
  const give = (path: string, check: boolean) =>
    importInputs(importer, [path], {
      open: async () => ({ ...database, close: async () => {} }),
      store: join(folder, 'snapshots'),
      release: null,
      check,
    });
  async function failed(path: string) {
    const { audit } = await give(path, true);
    return (audit?.audits ?? []).filter(({ outcome }) => outcome === 'FAILED');
  }
  async function plantEach(name: string, untouched: Workbook, errors: readonly Plant[]) {
    const usual = await failed(await write(untouched, folder, name));
    for (const plant of errors) {
      const workbook = copyOf(untouched);
      const planted = `${name}: ${plant(workbook, random)}`;
      const path = await write(workbook, folder, name);
      outcomes.push({ planted, by: await noticed(() => failed(path), usual) });
    }
    return usual.map(({ id }) => id);
  }
  const national = (year: number) => join(dataDir, 'oews', `national_M${year}_dl.xlsx`);

  it('no audit fails on untouched files', async () => {
    const nation = await readWorkbook(national(2024));
    expect(await plantEach('national_M2024_dl.xlsx', nation, [...SHIFTED, ...SHIFTED])).toEqual([]);
    await give(national(2024), false);
    const state = areaOf(nation, FLORIDA, random);
    expect(await plantEach('state_M2024_dl.xlsx', state, [...SHIFTED, ...SHIFTED])).toEqual([]);
    await give(await write(areaOf(nation, ORLANDO, random), folder, 'MSA_M2024_dl.xlsx'), false);
    const metro = areaOf(await readWorkbook(national(2025)), ORLANDO, random);
    expect(await plantEach('MSA_M2025_dl.xlsx', metro, [...SHIFTED, SWAPPED, SWAPPED, SWAPPED])).toEqual([
      'oews/parts-kept',
      'oews/coverage',
    ]);
  }, 600_000);

  it('at least three of four errors are reported', () => {
    console.log(outcomes.map(({ planted, by }) => `${planted}: ${by ?? 'NOT NOTICED'}`).join('\n'));
    const count = outcomes.filter(({ by }) => by !== null).length;
    console.log(`${count} of ${outcomes.length} planted errors were noticed (seed ${SEED}).`);
    expect(count / outcomes.length).toBeGreaterThanOrEqual(LEAST_NOTICED_SHARE);
  });
});
