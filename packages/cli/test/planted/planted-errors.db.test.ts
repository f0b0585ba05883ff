import { join } from 'node:path';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { describe, expect, it } from 'vitest';
import { planting } from './planting.js';
import { PROJECTION_ERRORS } from './projection-errors.js';
import { type Plant, WAGE_ERRORS } from './wage-errors.js';
import { randomOf, readWorkbook, type Workbook } from './workbook-rows.js';

const SEED = 20_261_127;
const LEAST_NOTICED_SHARE = 35 / 40;

describe.skipIf(!haveData)(`errors that are planted in published files${skipped}`, () => {
  const { give, write, record, plantEach: plant, summary } = planting();
  const plantEach = (importer: string, name: string, untouched: Workbook, errors: readonly Plant[]) =>
    plant({ importer, name, random: randomOf(SEED) }, untouched, errors);

  const wages = (year: number) => join(dataDir, 'oews', `national_M${year}_dl.xlsx`);

  it('no audit fails on an untouched file but that of new and vanished codes', async () => {
    await give('oews', wages(2022), false);
    expect(await plantEach('oews', 'national_M2024_dl.xlsx', await readWorkbook(wages(2024)), WAGE_ERRORS)).toEqual([
      'oews/coverage',
    ]);
    const renamed = await readWorkbook(wages(2022));
    const path = await write(renamed, 'national_M2023_dl.xlsx');
    await record('national_M2023_dl.xlsx: the file of May 2022', 'oews', path, []);

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
    const { planted, share } = summary(SEED);
    expect(planted).toBeGreaterThanOrEqual(40);
    expect(share).toBeGreaterThanOrEqual(LEAST_NOTICED_SHARE);
  });
});
