import { join } from 'node:path';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { describe, expect, it } from 'vitest';
import { areaOf, type SyntheticArea } from './area-rows.js';
import { planting } from './planting.js';
import { type Plant, SHIFTED, SWAPPED } from './wage-errors.js';
import { randomOf, readWorkbook, type Workbook } from './workbook-rows.js';

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
  const { give, write, plantEach: plant, summary } = planting();
  const random = randomOf(SEED);
  const plantEach = (name: string, untouched: Workbook, errors: readonly Plant[]) =>
    plant({ importer: 'oews', name, random }, untouched, errors);
  const national = (year: number) => join(dataDir, 'oews', `national_M${year}_dl.xlsx`);

  it('no audit fails on untouched files', async () => {
    const nation = await readWorkbook(national(2024));
    expect(await plantEach('national_M2024_dl.xlsx', nation, [...SHIFTED, ...SHIFTED])).toEqual([]);
    await give('oews', national(2024), false);
    const state = areaOf(nation, FLORIDA, random);
    expect(await plantEach('state_M2024_dl.xlsx', state, [...SHIFTED, ...SHIFTED])).toEqual([]);
    await give('oews', await write(areaOf(nation, ORLANDO, random), 'MSA_M2024_dl.xlsx'), false);
    const metro = areaOf(await readWorkbook(national(2025)), ORLANDO, random);
    expect(await plantEach('MSA_M2025_dl.xlsx', metro, [...SHIFTED, SWAPPED, SWAPPED, SWAPPED])).toEqual([
      'oews/parts-kept',
      'oews/coverage',
    ]);
  }, 600_000);

  it('at least three of four errors are reported', () => {
    expect(summary(SEED).share).toBeGreaterThanOrEqual(LEAST_NOTICED_SHARE);
  });
});
