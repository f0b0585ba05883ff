import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkbookSheet } from '@careergraph/testkit/files';
import { describe, expect, it } from 'vitest';
import { socImporter } from '../../src/soc/index.js';
import { loadFiles, published, workbookAt, workFolder } from '../reading.js';
import {
  DEFINITIONS,
  definitions,
  PREAMBLE,
  STRUCTURE,
  structure,
  TITLES,
  TITLES_HEADER,
  titles,
} from './workbooks.js';

const folder = workFolder();
let made = 0;

async function load(sheets: readonly WorkbookSheet[], release: string | null = null) {
  made += 1;
  return loadFiles(socImporter, [await workbookAt(join(folder.path, `soc-${made}.xlsx`), sheets)], release);
}

async function faultsOf(sheets: readonly WorkbookSheet[]): Promise<readonly string[]> {
  return (await load(sheets)).faults.map((fault) => fault.replace(/^soc-\d+\.xlsx, /, ''));
}

describe('the three files', () => {
  it('the structure gives the tree', async () => {
    const { parts, rows, faults } = await load(structure());
    expect(faults).toEqual([]);
    expect(parts).toEqual([{ role: 'structure', release: '2018' }]);
    expect(
      rows.FileOccupation?.map(({ code, title, level, parentCode, row }) => [code, title, level, parentCode, row]),
    ).toEqual([
      ['11-0000', 'Management Occupations', 'MAJOR', null, 2],
      ['11-1000', 'Top Executives', 'MINOR', '11-0000', 3],
      ['11-1010', 'Chief Executives', 'BROAD', '11-1000', 4],
      ['11-1011', 'Chief Executives', 'DETAILED', '11-1010', 5],
      ['15-0000', 'Computer and Mathematical Occupations', 'MAJOR', null, 6],
      ['15-1200', 'Computer Occupations', 'MINOR', '15-0000', 7],
      ['15-1250', 'Software and Web Developers', 'BROAD', '15-1200', 8],
      ['15-1252', 'Software Developers', 'DETAILED', '15-1250', 9],
    ]);
  });

  it('the definitions give what the detailed occupations are', async () => {
    const { parts, rows, faults } = await load(definitions());
    expect(faults).toEqual([]);
    expect(parts).toEqual([{ role: 'definitions', release: '2018' }]);
    expect(rows.FileOccupation?.map(({ level, definition }) => [level, definition])).toEqual([
      ['MAJOR', null],
      ['MINOR', null],
      ['BROAD', null],
      ['DETAILED', 'Run an organization.'],
      ['MAJOR', null],
      ['MINOR', null],
      ['BROAD', null],
      ['DETAILED', 'Write programs.'],
    ]);
    expect(rows.FileOccupation?.[3]).toEqual({
      code: '11-1011',
      title: 'Chief Executives',
      level: 'DETAILED',
      parentCode: null,
      definition: 'Run an organization.',
      sheet: '2018 SOC',
      row: 5,
    });
  });

  it('the direct match titles say which are illustrative examples', async () => {
    const { parts, rows, faults } = await load(titles());
    expect(faults).toEqual([]);
    expect(parts).toEqual([{ role: 'titles', release: '2018' }]);
    expect(rows.OccupationTitle?.map(({ title, sources, row }) => [title, sources, row])).toEqual([
      ['Admiral', ['illustrative'], 9],
      ['CEO', [], 10],
      ['Applications Developer', ['illustrative'], 11],
    ]);
    expect(rows.OccupationTitle?.[0]).toEqual({
      sheet: 'Sorted by SOC',
      row: 9,
      occupationCode: '11-1011',
      kind: 'DIRECT_MATCH',
      title: 'Admiral',
      shortTitle: null,
      sources: ['illustrative'],
      shownInMyNextMove: null,
    });
  });

  it('a title that the agency lists twice is taken once, where it is known', async () => {
    const repeated = [
      ['47-4011', 'Construction and Building Inspectors', 'Home Inspector', 'x'],
      ['47-4011', 'Construction and Building Inspectors', 'Home Inspector', ''],
    ];
    const { rows, faults } = await load(titles(repeated));
    expect(faults).toEqual([]);
    expect(rows.OccupationTitle?.map(({ title, sources, row }) => [title, sources, row])).toEqual([
      ['Home Inspector', ['illustrative'], 9],
    ]);
    expect(await faultsOf(titles([...repeated].reverse()))).toEqual([
      expect.stringMatching(
        /^sheet "Sorted by SOC", row 10, 2018 SOC Direct Match Title = "Home Inspector": is a duplicate of row 9 for 47-4011\./,
      ),
    ]);
  });

  it('more physicians than 29-1210 has numbers stand below it', async () => {
    const { rows, faults } = await load(
      structure([
        ['29-0000', null, null, null, 'Healthcare Practitioners and Technical Occupations'],
        [null, '29-1000', null, null, 'Healthcare Diagnosing or Treating Practitioners'],
        [null, null, '29-1210', null, 'Physicians'],
        [null, null, null, '29-1221', 'Pediatricians, General'],
      ]),
    );
    expect(faults).toEqual([]);
    expect(rows.FileOccupation?.[3]?.parentCode).toBe('29-1210');
  });
});

describe('a file that is none of them', () => {
  it('is refused with how it begins', async () => {
    await expect(load([{ name: 'File Guide', rows: [['File Name', 'Description']] }])).rejects.toThrow(
      /is not a file of the Standard Occupational Classification.* It begins with "File Name \| Description" \(row 1\)\./,
    );
    await expect(load([{ name: 'Sheet1', rows: [] }])).rejects.toThrow('has no rows');
  });

  it('is refused when it is a web page', async () => {
    const path = join(folder.path, 'page.xlsx');
    await writeFile(path, '<html><body>Not found</body></html>');
    await expect(socImporter.recognize([published(path)], { release: null })).rejects.toThrow(
      /page\.xlsx.*(HTML|web page)/i,
    );
  });

  it('is refused when it is of another classification', async () => {
    await expect(load(structure(STRUCTURE, '2010 Structure'))).rejects.toThrow(
      /is of 2010 according to the name "2010 Structure" in it, which is not a release of this source, such as 2018/,
    );
    await expect(load(structure(), '2010')).rejects.toThrow('--release "2010" is not a release of this source');
  });

  it('needs its year named where it does not say it', async () => {
    await expect(load(structure(STRUCTURE, 'Structure'))).rejects.toThrow(
      /does not say which release it is.*--release 2018/,
    );
    expect((await load(structure(STRUCTURE, 'Structure'), '2018')).parts).toEqual([
      { role: 'structure', release: '2018' },
    ]);
  });

  it('is refused with a column that is not known', async () => {
    await expect(load(titles(TITLES, PREAMBLE, [...TITLES_HEADER, 'Remarks']))).rejects.toThrow(
      /sheet "Sorted by SOC", row 8, column E = "Remarks": is not a column that this importer knows/,
    );
  });

  it('is refused with a line above the columns that is not known', async () => {
    expect(await faultsOf(titles(TITLES, [['Draft, not for citation']]))).toEqual([
      'sheet "Sorted by SOC", row 1, column A = "Draft, not for citation": is not a line that is known above the header.',
    ]);
  });
});

const replaced = (
  rows: readonly (readonly (string | number | boolean | null)[])[],
  index: number,
  row: readonly (string | null)[],
) => rows.with(index, row);

describe('a row of the structure', () => {
  const at = 'sheet "2018 Structure", row 5, ';
  it.each([
    [
      [null, null, null, '11-1021', 'General Managers'],
      'Detailed Occupation = "11-1021": is not below the broad group 11-1010.',
    ],
    [
      [null, null, null, '11-1010', 'Chief Executives'],
      'Detailed Occupation = "11-1010": is not the code of a detailed occupation.',
    ],
    [
      [null, null, null, '111011', 'Chief Executives'],
      'Detailed Occupation = "111011": is not the code of a detailed occupation.',
    ],
    [
      [null, null, '11-1010', '11-1011', 'Chief Executives'],
      'Detailed Occupation = "11-1011": is in a row with 2 codes: each row has one.',
    ],
    [[null, null, null, '11-1011', null], 'SOC title (column without a name) = null: is empty.'],
    [
      [null, null, null, null, 'Footnote'],
      'SOC title (column without a name) = "Footnote": is in a row with 0 codes: each row has one.',
    ],
    [[null, null, '11-1010', null, 'Chief Executives'], 'Broad Group = "11-1010": is a duplicate of row 4: 11-1010.'],
  ])('that is %j is refused', async (row, message) => {
    expect(await faultsOf(structure(replaced(STRUCTURE, 3, row)))).toEqual([at + message]);
  });

  it('without the groups above it is refused', async () => {
    expect(await faultsOf(structure(STRUCTURE.slice(1, 2)))).toEqual([
      'sheet "2018 Structure", row 2, Minor Group = "11-1000": has no major group above it.',
    ]);
  });
});

describe('a row of the definitions', () => {
  const at = 'sheet "2018 SOC", row 5, ';
  it.each([
    [
      ['Detail', '11-1011', 'Chief Executives', 'Run.'],
      'SOC Group = "Detail": is not one of Major, Minor, Broad, Detailed.',
    ],
    [['Broad', '11-1011', 'Chief Executives', 'Run.'], 'SOC Code = "11-1011": is not the code of a broad group.'],
    [
      ['Detailed', '11-1011', 'Chief Executives', null],
      'SOC Definition = null: is empty, and 11-1011 is a detailed occupation.',
    ],
    [['Broad', '11-1010', 'Chief Executives', null], 'SOC Code = "11-1010": is a duplicate of row 4.'],
  ])('that is %j is refused', async (row, message) => {
    expect(await faultsOf(definitions(replaced(DEFINITIONS, 3, row)))).toEqual([at + message]);
  });
});

describe('a row of the direct match titles', () => {
  const at = 'sheet "Sorted by SOC", row 10, ';
  it.each([
    [
      ['11-1010', 'Chief Executives', 'CEO', ''],
      '2018 SOC Code = "11-1010": is not the code of a detailed occupation.',
    ],
    [
      ['11-1011', 'Chief Executive', 'CEO', ''],
      '2018 SOC Title = "Chief Executive": differs from the title of 11-1011 in row 9, "Chief Executives".',
    ],
    [['11-1011', 'Chief Executives', 'CEO', 'yes'], 'Illustrative Example = "yes": is not one of x, X.'],
    [['11-1011', 'Chief Executives', '', ''], '2018 SOC Direct Match Title = null: is empty.'],
    [
      ['11-1011', 'Chief Executives', 'Admiral', ''],
      '2018 SOC Direct Match Title = "Admiral": is a duplicate of row 9 for 11-1011. If the agency means it, add it to soc/repeated-titles.ts.',
    ],
  ])('that is %j is refused', async (row, message) => {
    expect(await faultsOf(titles(replaced(TITLES, 1, row)))).toEqual([at + message]);
  });
});
