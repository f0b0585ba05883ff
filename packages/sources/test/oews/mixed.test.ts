import { describeFault } from '@careergraph/extract';
import { zipOf } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oewsImporter } from '../../src/oews/index.ts';
import {
  CALIFORNIA,
  cellsOf,
  DETAILED,
  type Folder,
  legend,
  loadPart,
  makeFolder,
  NORTHWEST_ALABAMA,
  ORLANDO,
  type Row,
  recognizeOne,
  TOTAL,
} from './files.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder?.remove());

const recognize = async (name: string, rows: readonly Row[]) =>
  oewsImporter.recognize([await folder.workbook(name, cellsOf(rows))], { release: null });

const HOSPITALS: Row = { NAICS: '622000', NAICS_TITLE: 'Hospitals', I_GROUP: '3-digit' };
const PRIVATE: Row = { NAICS: '000001', NAICS_TITLE: 'Cross-industry, Private', I_GROUP: 'cross-industry, ownership' };
const GOVERNMENT: Row = { OWN_CODE: '123' };

describe('the file of all data', () => {
  const rows = [TOTAL, DETAILED, CALIFORNIA, ORLANDO, NORTHWEST_ALABAMA].flatMap((area, index) => {
    const row = index < 2 ? area : { ...TOTAL, ...area };
    return [row, { ...row, ...HOSPITALS, TOT_EMP: 10 }, { ...row, ...PRIVATE }, { ...row, ...GOVERNMENT }];
  });

  it('is each part whose areas it has, and its rows by industry or ownership are skipped and counted', async () => {
    const parts = await recognize('all_data_M_2024.xlsx', rows);
    expect(parts.map(({ role, release }) => [role, release])).toEqual([
      ['national', '2024-05'],
      ['state', '2024-05'],
      ['metro', '2024-05'],
      ['nonmetro', '2024-05'],
    ]);
    const loaded = await Promise.all(parts.map(loadPart));
    expect(loaded.flatMap(({ faults }) => faults.map(describeFault))).toEqual([]);
    expect(
      loaded.map(({ of }) =>
        of('WageEstimate').map((row) => [row.occupationCode, row.areaCode, row.employmentPersons]),
      ),
    ).toEqual([
      [
        ['00-0000', 'US', 3_000],
        ['43-6011', 'US', 3_000],
      ],
      [['00-0000', 'US-CA', 3_000]],
      [['00-0000', 'CBSA-36740', 3_000]],
      [['00-0000', 'NONMETRO-0100001', 3_000]],
    ]);
    expect(loaded.map(({ remarks }) => remarks)).toEqual(
      Array(4).fill(['15 rows by industry or ownership were skipped.']),
    );
  });

  it('may have some of the areas only', async () => {
    const parts = await recognize('all_data_M_2024.xlsx', rows.slice(8, 16));
    expect(parts.map(({ role }) => role)).toEqual(['state', 'metro']);
  });

  it('has an error where the type of an area is not known', async () => {
    const [part] = await recognize('all_data_M_2024.xlsx', [TOTAL, { ...DETAILED, AREA_TYPE: '9' }]);
    const { faults } = await loadPart(part as NonNullable<typeof part>);
    expect(faults.map(describeFault)).toEqual([
      expect.stringMatching(/row 3, AREA_TYPE = "9": is not a type of area \(1 nation, /),
    ]);
  });
});

it.each(['nat4d_M2024_dl.xlsx', 'natsector_M2024_dl.xlsx', 'all_data_M_2024.xlsx'])(
  'a file by industry, %s, is refused with the file to give instead',
  async (name) => {
    await expect(recognize(name, [{ ...TOTAL, ...HOSPITALS }])).rejects.toThrow(
      `${name} is by industry or ownership: no row is for all jobs together. For OEWS, take the file without a breakdown by industry or ownership, which is national_M…_dl (oesm…nat.zip),`,
    );
  },
);

it('a file by industry under the name of the national one is told as such', async () => {
  await expect(recognize('national_M2024_dl.xlsx', [{ ...TOTAL, ...HOSPITALS }])).rejects.toThrow(
    'national_M2024_dl.xlsx is by industry or ownership: its first row is one industry or kind of owner, NAICS 622000. For OEWS, take the file',
  );
});

describe('a year that nobody has seen', () => {
  const name = 'national_M2026_dl.xlsx';
  const note = '# = indicates a wage equal to or greater than $120.00 per hour or $249,600 per year';
  const topCoded: Row = { ...DETAILED, A_PCT90: '#', H_PCT90: '#' };
  const load = async (row: Row, ...others: Parameters<typeof legend>[]) =>
    loadPart(
      await recognizeOne(
        await folder.workbook(
          name,
          cellsOf([TOTAL, row]),
          others.map((args) => legend(...args)),
        ),
      ),
    );

  it('has the top code of its legend', async () => {
    const { faults, topCodes } = await load(topCoded, ['May 2026 OEWS Estimates', note]);
    expect(faults).toEqual([]);
    expect(topCodes).toEqual([{ annualUsd: 249_600, hourlyCents: 12_000 }]);
  });

  it('has none where no cell needs one, whatever the legend says', async () => {
    expect((await load(DETAILED, ['May 2026 OEWS Estimates', note])).topCodes).toEqual([]);
  });

  it('is refused where a "#" has no legend, with what to do', async () => {
    const { faults } = await load(topCoded);
    expect(faults.map(describeFault)[0]).toBe(
      `${name}, sheet "national_M2026_dl", row 3, A_PCT90 = "#": stands for a wage above the top code, and that of May 2026 is not known: the file has no sheet "Field Descriptions" that states it. Give the workbook as it is published, or add the release to releases.ts.`,
    );
  });
});

it('an old workbook in an archive is refused with how to convert it', async () => {
  const xls = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
  const files = await folder.file('oesm12nat.zip', await zipOf({ 'oesm12nat/national_M2012_dl.xls': xls }));
  await expect(oewsImporter.recognize(files, { release: null })).rejects.toThrow(
    'national_M2012_dl.xls is in the old Excel format (.xls), which is not read. Convert it: run soffice --headless --convert-to xlsx "national_M2012_dl.xls" (LibreOffice), or open it in Excel and save it as "Excel Workbook (*.xlsx)". Then give the new file, alone if it was in an archive.',
  );
});
