import { zipOf } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oewsImporter } from '../../src/oews/index.ts';
import {
  AREA_COLUMNS_2018,
  CALIFORNIA,
  COLUMNS_2019,
  cellsOf,
  DETAILED,
  type Folder,
  legend,
  makeFolder,
  NORTHWEST_ALABAMA,
  ORLANDO,
  recognizeOne,
  STATE_COLUMNS_2018,
  TOTAL,
} from './files.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const said = async (name: string, cells: ReturnType<typeof cellsOf>, release: string | null = null) => {
  const part = await recognizeOne(await folder.workbook(name, cells), release);
  return `${part.release} ${part.role}`;
};

describe('which part of which release a file is', () => {
  it.each([
    ['national_M2024_dl.xlsx', TOTAL, undefined, '2024-05 national'],
    ['STATE_m2024_DL.xlsx', { ...TOTAL, ...CALIFORNIA }, undefined, '2024-05 state'],
    ['MSA_M2024_dl.xlsx', { ...TOTAL, ...ORLANDO }, undefined, '2024-05 metro'],
    ['BOS_M2024_dl.xlsx', { ...TOTAL, ...NORTHWEST_ALABAMA }, undefined, '2024-05 nonmetro'],
    ['state_M2019_dl.xlsx', { ...TOTAL, ...CALIFORNIA }, COLUMNS_2019, '2019-05 state'],
    ['state_M2016_dl.xlsx', { ...TOTAL, ...CALIFORNIA }, STATE_COLUMNS_2018, '2016-05 state'],
    ['MSA_M2013_dl_1_AK_IN.xlsx', { ...TOTAL, ...ORLANDO }, AREA_COLUMNS_2018, '2013-05 metro-1'],
    ['aMSA_M2016_dl.xlsx', { ...TOTAL, ...ORLANDO }, AREA_COLUMNS_2018, '2016-05 metro-whole'],
    ['BOS_M2016_dl.xlsx', { ...TOTAL, ...NORTHWEST_ALABAMA }, AREA_COLUMNS_2018, '2016-05 nonmetro'],
  ])('%s', async (name, row, columns, expected) => {
    expect(await said(name, cellsOf([row], columns))).toBe(expected);
  });

  it.each([
    ['state', { ...TOTAL, ...CALIFORNIA }, undefined],
    ['metro', { ...TOTAL, ...ORLANDO }, AREA_COLUMNS_2018],
    ['metro', { ...TOTAL, ...ORLANDO, AREA: '0036740' }, AREA_COLUMNS_2018],
    ['nonmetro', { ...TOTAL, ...NORTHWEST_ALABAMA, AREA: 100001 }, AREA_COLUMNS_2018],
    ['state', { ...TOTAL, ...CALIFORNIA, AREA: 6 }, STATE_COLUMNS_2018],
    ['national', TOTAL, ['OCC_CODE', 'OCC_TITLE', 'OCC_GROUP', 'TOT_EMP', 'EMP_PRSE', ...STATE_COLUMNS_2018.slice(10)]],
  ])('a file of another name is %s by its columns and first row', async (role, row, columns) => {
    expect(await said('download.xlsx', cellsOf([row], columns), '2016-05')).toBe(`2016-05 ${role}`);
  });

  it('takes the members of the published archive, and leaves the descriptions of their columns', async () => {
    const { readFile } = await import('node:fs/promises');
    const msa = await folder.workbook('MSA_M2024_dl.xlsx', cellsOf([{ ...TOTAL, ...ORLANDO }]));
    const bos = await folder.workbook('BOS_M2024_dl.xlsx', cellsOf([{ ...TOTAL, ...NORTHWEST_ALABAMA }]));
    const archive = await zipOf({
      'oesm24ma/MSA_M2024_dl.xlsx': await readFile(msa.path),
      'oesm24ma/BOS_M2024_dl.xlsx': await readFile(bos.path),
      'oesm24ma/file_descriptions.xlsx': 'not read',
    });
    const files = await folder.file('oesm24ma.zip', archive);
    const parts = await oewsImporter.recognize(files, { release: '2024-05' });
    expect(parts.map(({ release, role, file }) => [release, role, file.name, file.archive])).toEqual([
      ['2024-05', 'metro', 'MSA_M2024_dl.xlsx', 'oesm24ma.zip'],
      ['2024-05', 'nonmetro', 'BOS_M2024_dl.xlsx', 'oesm24ma.zip'],
    ]);
  });

  it('knows the release from the legend where the name does not say it', async () => {
    const file = await folder.workbook('wages.xlsx', cellsOf([TOTAL]), [legend('May 2024 OEWS Estimates')]);
    expect((await recognizeOne(file)).release).toBe('2024-05');
  });
});

describe('what is refused', () => {
  it.each([
    [
      null,
      'national_M2023_dl.xlsx is of 2023-05 according to its name, but of 2024-05 according to its sheet "Field Descriptions".',
    ],
    [
      '2022-05',
      'national_M2023_dl.xlsx is of 2023-05 according to its name, but of 2024-05 according to its sheet "Field Descriptions".',
    ],
  ])('a name that contradicts the legend (asked: %s)', async (asked, message) => {
    const file = await folder.workbook('national_M2023_dl.xlsx', cellsOf([TOTAL]), [legend('May 2024 OEWS Estimates')]);
    await expect(recognizeOne(file, asked)).rejects.toThrow(message);
  });

  it('another release than was asked for', async () => {
    const file = await folder.workbook('national_M2024_dl.xlsx', cellsOf([TOTAL]));
    await expect(recognizeOne(file, '2025-05')).rejects.toThrow(
      'national_M2024_dl.xlsx is of 2024-05 according to its name, but of 2025-05 according to --release.',
    );
  });

  it('a file that does not say its release', async () => {
    const file = await folder.workbook('wages.xlsx', cellsOf([TOTAL]));
    await expect(recognizeOne(file)).rejects.toThrow(
      'wages.xlsx does not say which release it is. Add it, as in --release 2024-05.',
    );
  });

  it('a file of states under the name of the national one', async () => {
    const file = await folder.workbook('national_M2024_dl.xlsx', cellsOf([{ ...TOTAL, ...CALIFORNIA }]));
    await expect(recognizeOne(file)).rejects.toThrow(
      'national_M2024_dl.xlsx is named as a file of the nation, but its first row (AREA "06", "California") is of states.',
    );
  });

  it('a file of another source, saying what is in it', async () => {
    const cells = [['O*NET-SOC Code', 'Title', 'Description']];
    const file = await folder.workbook('Occupation Data.xlsx', cells);
    await expect(recognizeOne(file)).rejects.toThrow(
      'Occupation Data.xlsx is not a file of OEWS estimates. It seems to be O*NET: import it with "onet".',
    );
  });

  it('an empty sheet, and one with nothing but a header', async () => {
    const empty = await folder.workbook('national_M2024_dl.xlsx', []);
    await expect(recognizeOne(empty)).rejects.toThrow('has no rows. Download it again.');
    const header = await folder.workbook('national_M2024_dl.xlsx', cellsOf([]));
    await expect(recognizeOne(header)).rejects.toThrow('has a header and no rows');
  });

  it('a page that an agency sends in place of a file, and a file that was cut off', async () => {
    const [page] = await folder.file(
      'national_M2024_dl.xlsx',
      '<!DOCTYPE html><html><body>Access denied</body></html>',
    );
    await expect(recognizeOne(page as never)).rejects.toThrow(/national_M2024_dl\.xlsx.*web page/);
    const whole = await folder.workbook('whole.xlsx', cellsOf(Array.from({ length: 500 }, () => DETAILED)));
    const { readFile } = await import('node:fs/promises');
    const bytes = await readFile(whole.path);
    await expect(
      folder
        .file('state_M2024_dl.xlsx', bytes.subarray(0, bytes.length / 2))
        .then(([cut]) => recognizeOne(cut as never)),
    ).rejects.toThrow(/state_M2024_dl\.xlsx.*download it again/);
  });

  it.each([
    [
      'an unknown column',
      [...(cellsOf([])[0] as string[]), 'WAGE_INDEX'],
      'column AG = "WAGE_INDEX": is not a column that this importer knows.',
    ],
    [
      'a missing column',
      (cellsOf([])[0] as string[]).filter((name) => name !== 'A_PCT75'),
      'row 1: has no column A_PCT75.',
    ],
    [
      'a column that is there twice',
      (cellsOf([])[0] as string[]).map((name) => (name === 'A_PCT75' ? 'a_mean' : name)),
      'column AC = "a_mean": is a duplicate of column S.',
    ],
  ])('%s', async (_, header, message) => {
    const file = await folder.workbook('national_M2024_dl.xlsx', [header, ...cellsOf([TOTAL]).slice(1)]);
    await expect(recognizeOne(file)).rejects.toThrow(`national_M2024_dl.xlsx, sheet "national_M2024_dl", row 1`);
    await expect(recognizeOne(file)).rejects.toThrow(message);
  });
});
