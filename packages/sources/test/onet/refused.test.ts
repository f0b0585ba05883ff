import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFault } from '@careergraph/extract';
import type { Part } from '@careergraph/releases';
import { type WorkbookSheet, writeWorkbook } from '@careergraph/testkit/files';
import { describe, expect, it } from 'vitest';
import { type Cells, changed, load, loadFile, newFolder, OLD, partsOf, RENAMED, textOf } from './fixture.js';

const rowsOf = (name: string) => OLD[name] as readonly Cells[];
const faultsOf = async (name: string, rows: readonly Cells[], release = '29.3') =>
  (await loadFile(name, rows, 'txt', release)).faults.map(describeFault);
const errorOf = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    return (error as Error).message;
  }
  return 'not refused';
};

describe('a value is refused with its place', () => {
  it.each<[string, string, number, string, Cells[number], string]>([
    [
      'a code of another form',
      'Occupation Data',
      3,
      'O*NET-SOC Code',
      '29-1141',
      'is not an O*NET-SOC code such as 11-9111.00.',
    ],
    ['a missing title', 'Occupation Data', 3, 'Title', null, 'is empty.'],
    ['an unknown marker', 'Skills', 2, 'Data Value', '*', 'is not a number with up to two decimal places.'],
    [
      'a value with too many places',
      'Skills',
      2,
      'Data Value',
      4.125,
      'is not a number with up to two decimal places: it is more precise than that.',
    ],
    ['a negative value', 'Skills', 2, 'Data Value', -1, 'is negative, on the scale IM.'],
    ['a negative count', 'Skills', 3, 'N', -8, 'is not a count: it is out of range.'],
    ['a broken count', 'Skills', 3, 'N', 7.5, 'is not a count: it is more precise than that.'],
    ['bounds the wrong way round', 'Skills', 3, 'Upper CI Bound', 3.5, 'is less than the lower bound, 3.88.'],
    ['an unknown flag', 'Skills', 3, 'Recommend Suppress', 'maybe', 'is neither Y nor N.'],
    ['a missing flag', 'Technology Skills', 2, 'Hot Technology', null, 'is neither Y nor N.'],
    ['a date of another form', 'Skills', 3, 'Date', '2023-08', 'is not a month such as 08/2023.'],
    ['an element of another form', 'Skills', 3, 'Element ID', 'Reading', 'is not an element ID such as 2.A.1.a.'],
    ['a scale of another form', 'Skills', 3, 'Scale ID', 'Level', 'is not a scale ID such as IM.'],
    ['an unknown type', 'Task Statements', 2, 'Task Type', 'Main', 'is not one of Core, Supplemental.'],
    ['a job zone that is none', 'Job Zones', 2, 'Job Zone', 6, 'is not a job zone from 1 to 5: it is out of range.'],
    [
      'an unknown source list',
      'Alternate Titles',
      2,
      'Source(s)',
      'web',
      'is not a list of two-digit codes such as 02,10.',
    ],
    [
      'a commodity that is none',
      'Technology Skills',
      2,
      'Commodity Code',
      4323,
      'is not an eight-digit commodity code: it is out of range.',
    ],
    ['a blank at the end', 'Alternate Titles', 2, 'Alternate Title', 'Manager ', 'starts or ends with whitespace.'],
  ])('%s', async (_what, name, row, column, value, message) => {
    const printed = JSON.stringify(String(value ?? 'n/a'));
    expect(await faultsOf(name, changed(rowsOf(name), row, column, value))).toEqual([
      `${name}.txt, row ${row}, ${column} = ${printed}: ${message}`,
    ]);
  });

  it('a number that stands for a title, in a workbook', async () => {
    const { faults } = await loadFile(
      'Alternate Titles',
      changed(rowsOf('Alternate Titles'), 2, 'Alternate Title', 7),
      'xlsx',
    );
    expect(faults.map(describeFault)).toEqual([
      'Alternate Titles.xlsx, sheet "Alternate Titles", row 2, Alternate Title = 7: is not text.',
    ]);
  });

  it('"n/a" in a workbook, which has empty cells for that', async () => {
    const { faults } = await loadFile('Skills', changed(rowsOf('Skills'), 2, 'N', 'n/a'), 'xlsx');
    expect(faults.map(describeFault)).toEqual(['Skills.xlsx, sheet "Skills", row 2, N = "n/a": is not a count.']);
  });

  it('every fault of a file is told', async () => {
    const rows = changed(changed(rowsOf('Skills'), 2, 'Data Value', '#'), 4, 'N', -1);
    expect(await faultsOf('Skills', rows)).toHaveLength(2);
  });
});

describe('a key that is there twice is refused', () => {
  it.each([
    ['Occupation Data', 'O*NET-SOC Code = "11-9111.00": is a duplicate of row 2.'],
    ['Skills', 'O*NET-SOC Code = "11-9111.00": is a duplicate of row 2: 11-9111.00, 2.A.1.a, IM.'],
    [
      'Education, Training, and Experience',
      'O*NET-SOC Code = "11-9111.00": is a duplicate of row 2: 11-9111.00, 2.D.1, RL, 1.',
    ],
    ['Task Statements', 'Task ID = "46": is a duplicate of row 2.'],
    ['Job Zones', 'O*NET-SOC Code = "11-9111.00": is a duplicate of row 2.'],
    [
      'Technology Skills',
      'O*NET-SOC Code = "11-9111.00": is a duplicate of row 2: 11-9111.00, Microsoft Excel, 43232110.',
    ],
    ['Related Occupations', 'O*NET-SOC Code = "29-1141.00": is a duplicate of row 2: 29-1141.00, 29-1141.01.'],
    ['Scales Reference', 'Scale ID = "IM": is a duplicate of row 2.'],
  ])('in %s', async (name, message) => {
    const rows = rowsOf(name);
    expect(await faultsOf(name, [...rows, rows[1] as Cells])).toEqual([
      `${name}.txt, row ${rows.length + 1}, ${message}`,
    ]);
  });

  it('but a title with another short title is not', async () => {
    const rows = [...rowsOf('Alternate Titles'), ['29-1141.00', 'Staff Nurse (SN)', null, '10']];
    expect(await faultsOf('Alternate Titles', rows)).toEqual([]);
  });
});

describe('columns are refused by name', () => {
  it('that are not known', async () => {
    const rows = rowsOf('Job Zones').map((cells, index) => [...cells, index === 0 ? 'Mood' : 'good']);
    expect(await errorOf(faultsOf('Job Zones', rows))).toContain(
      'Job Zones.txt, row 1, column E = "Mood": is not a column that this importer knows.',
    );
  });

  it('that are missing', async () => {
    const rows = rowsOf('Job Zones').map((cells) => cells.slice(0, 3));
    expect(await errorOf(faultsOf('Job Zones', rows))).toContain('Job Zones.txt, row 1: has no column Domain Source.');
  });

  it('that are of the other layout', async () => {
    expect(await errorOf(faultsOf('Software Skills', rowsOf('Technology Skills'), '30.3'))).toContain(
      'column B = "Example": is not a column that this importer knows.',
    );
    expect(await errorOf(faultsOf('Work Styles', rowsOf('Work Styles'), '30.1'))).toContain(
      'column F = "N": is not a column that this importer knows.',
    );
    expect((await loadFile('Work Styles', RENAMED['Work Styles'] ?? [], 'txt', '30.1')).rows).toHaveLength(1);
  });

  it('that every release since 27.2 has, and earlier ones may lack', async () => {
    const rows = rowsOf('Technology Skills').map((cells) => cells.slice(0, -1));
    expect(await errorOf(faultsOf('Technology Skills', rows, '27.2'))).toContain(
      'Technology Skills.txt, row 1: has no column In Demand.',
    );
    for (const release of ['25.1', '26.3', '27.0', '27.1']) {
      const { rows: loaded, faults } = await loadFile('Technology Skills', rows, 'txt', release);
      expect(faults).toEqual([]);
      expect(loaded).toMatchObject([{ example: 'Microsoft Excel', hot: true, inDemand: null }]);
    }
    const told = await loadFile('Technology Skills', rowsOf('Technology Skills'), 'txt', '27.1');
    expect(told.rows).toMatchObject([{ inDemand: false }]);
  });

  it('while their case and order do not matter', async () => {
    const rows = rowsOf('Job Zones').map((cells, index) =>
      cells.toReversed().map((cell) => (index === 0 ? String(cell).toUpperCase() : cell)),
    );
    expect((await loadFile('Job Zones', rows)).rows[0]).toMatchObject({ occupationCode: '11-9111.00', jobZone: 4 });
  });

  it('and cells that slipped one column to the right are seen', async () => {
    const rows = rowsOf('Skills').map((cells, index) => (index === 0 ? cells : [null, ...cells.slice(0, -1)]));
    const faults = await faultsOf('Skills', rows);
    expect(faults.filter((fault) => fault.includes('O*NET-SOC Code'))).toEqual(
      [2, 3, 4].map(
        (row) => `Skills.txt, row ${row}, O*NET-SOC Code = "n/a": is not an O*NET-SOC code such as 11-9111.00.`,
      ),
    );
  });
});

describe('a file is refused', () => {
  const folderWith = async (name: string, content: string | Uint8Array) => {
    const folder = await newFolder('db_29_3_text');
    await writeFile(join(folder, name), content);
    return folder;
  };

  it('that is a web page under the name of a workbook', async () => {
    const folder = await folderWith('Skills.xlsx', '<!DOCTYPE html><html><body>503</body></html>');
    expect(await errorOf(partsOf(folder))).toMatch(/Skills\.xlsx .*web page|Skills\.xlsx .*HTML/);
  });

  it('that is not UTF-8', async () => {
    const rows = changed(rowsOf('Alternate Titles'), 2, 'Alternate Title', 'Café Manager');
    const folder = await folderWith('Alternate Titles.txt', Buffer.from(textOf(rows), 'latin1'));
    const loading = partsOf(folder).then(([part]) => load(part as Part));
    expect(await errorOf(loading)).toMatch(/Alternate Titles\.txt, row 2.*UTF-8/);
  });

  it('that has a header and no row, or nothing', async () => {
    const [part] = await partsOf(await folderWith('Skills.txt', textOf(rowsOf('Skills').slice(0, 1))));
    expect((await load(part as Part)).rows).toEqual([]);
    expect(await errorOf(partsOf(await folderWith('Skills.txt', '')))).toMatch(/Skills\.txt/);
  });

  it.each<[string, readonly WorkbookSheet[], string]>([
    ['has an empty sheet', [{ name: 'Skills', rows: [] }], 'Skills.xlsx has no rows. Download it again.'],
    [
      'has two sheets',
      [
        { name: 'Skills', rows: rowsOf('Skills') },
        { name: 'Notes', rows: [['Hello']] },
      ],
      'Skills.xlsx has skills and knowledge on two sheets, "Skills" and "Notes": leave one of them.',
    ],
    [
      'is of another source',
      [
        {
          name: 'national',
          rows: [
            ['AREA', 'OCC_CODE'],
            ['99', '00-0000'],
          ],
        },
      ],
      'Skills.xlsx, sheet "national", row 1, column A = "AREA": is not a column that this importer knows.',
    ],
  ])('that %s', async (_what, sheets, message) => {
    const folder = await newFolder('db_29_3_excel');
    await writeWorkbook(join(folder, 'Skills.xlsx'), sheets);
    expect(await errorOf(partsOf(folder))).toContain(message);
  });
});

it.each(['25.0', '24.3', '20.1'])(
  'release %s, which has other codes, is refused with the oldest that is not',
  async (release) => {
    expect(await errorOf(loadFile('Occupation Data', rowsOf('Occupation Data'), 'txt', release))).toBe(
      `Occupation Data.txt is of O*NET ${release}, whose codes are those of O*NET-SOC 2010. Give release 25.1 or a later one: they have O*NET-SOC 2019, which is based on SOC 2018.`,
    );
  },
);
