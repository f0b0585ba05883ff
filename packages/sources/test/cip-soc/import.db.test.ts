import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cipSocImporter } from '../../src/cip-soc/index.js';
import { importFiles, rowCounts, testDatabase } from '../importing.js';
import { loadFiles, workbookAt, workFolder } from '../reading.js';

const folder = workFolder();
const database = testDatabase();
const HEADER = ['CIP2020Code', 'CIP2020Title', 'SOC2018Code', 'SOC2018Title'];
const ROWS = [
  ['51.3801', 'Registered Nursing/Registered Nurse.', '29-1141', 'Registered Nurses'],
  ['51.3801', 'Registered Nursing/Registered Nurse.', '29-1171', 'Nurse Practitioners'],
  ['01.0508', 'Taxidermy/Taxidermist.', '99-9999', 'NO MATCH'],
  ['99.9999', 'NO MATCH', '27-1023', 'Floral Designers'],
];

/** With another sheet of the same columns, as the published workbook has. */
const workbook = (rows: readonly (readonly string[])[]) =>
  workbookAt(join(folder.path, 'CIP2020_SOC2018_Crosswalk.xlsx'), [
    { name: 'File Guide', rows: [['File Name', 'Description']] },
    { name: 'CIP-SOC', rows: [HEADER, ...rows.map((row) => [...row])] },
    { name: 'New CIP', rows: [HEADER, ...rows.slice(0, 1).map((row) => [...row])] },
  ]);

describe('a small crosswalk', () => {
  it('gives pairs, titles, and codes without a match', async () => {
    const { parts, rows, faults, remarks } = await loadFiles(cipSocImporter, [await workbook(ROWS)]);
    expect(faults).toEqual([]);
    expect(parts).toEqual([{ role: 'crosswalk', release: '2020' }]);
    const sheet = 'CIP-SOC';
    expect(rows).toEqual({
      CipOccupation: [
        { sheet, row: 2, cipCode: '51.3801', occupationCode: '29-1141' },
        { sheet, row: 3, cipCode: '51.3801', occupationCode: '29-1171' },
        { sheet, row: 4, cipCode: '01.0508', occupationCode: null },
        { sheet, row: 5, cipCode: null, occupationCode: '27-1023' },
      ],
      CipTitle: [
        { sheet, row: 2, cipCode: '51.3801', title: 'Registered Nursing/Registered Nurse' },
        { sheet, row: 4, cipCode: '01.0508', title: 'Taxidermy/Taxidermist' },
      ],
    });
    expect(remarks).toEqual([
      'Kept without a match, as the crosswalk says: 1 fields of study that lead to no occupation, and 1 occupations that no field of study leads to.',
    ]);
  });

  it.each([
    [
      'that lacks occupations',
      ROWS,
      /cip-soc\/all-occupations: [\s\S]*has 3 occupations of the SOC 2018, which has 867\./,
    ],
    [
      'with a match of a code without one',
      [...ROWS, ['01.0508', 'Taxidermy/Taxidermist.', '29-1141', 'Registered Nurses']],
      /cip-soc\/match-or-none: [\s\S]*row 4, CIP2020Code = "01\.0508": has no match, and has one in another row\./,
    ],
    [
      'with a pair twice',
      [...ROWS, ROWS[0] as string[]],
      /row 6, CIP2020Code = "51\.3801": is a duplicate of row 2: 51\.3801, 29-1141\./,
    ],
    [
      'with two titles of a code',
      [...ROWS, ['51.3801', 'Nursing.', '11-9111', 'Managers']],
      /row 6, CIP2020Title = "Nursing\.": is not the title of 51\.3801 in an earlier row/,
    ],
    [
      'with NO MATCH beside a code',
      [...ROWS, ['51.3802', 'NO MATCH', '11-9111', 'Managers']],
      /row 6, CIP2020Title = "NO MATCH": is not the title of 51\.3802\./,
    ],
    [
      'with a code that is none',
      [['51.38', 'Nursing.', '29-1141', 'Nurses']],
      /CIP2020Code = "51\.38": is not a CIP code/,
    ],
  ])('%s is refused, and nothing is changed', async (_, rows, message) => {
    const before = await rowCounts(database.open);
    await expect(importFiles(database.open, cipSocImporter, [await workbook(rows)])).rejects.toThrow(message);
    expect(await rowCounts(database.open)).toEqual(before);
  });
});
