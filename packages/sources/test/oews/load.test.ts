import { describeFault } from '@careergraph/extract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AREA_COLUMNS_2018,
  CALIFORNIA,
  COLUMNS,
  COLUMNS_2019,
  cellsOf,
  DETAILED,
  type Folder,
  loadPart,
  makeFolder,
  NORTHWEST_ALABAMA,
  ORLANDO,
  type Row,
  recognizeOne,
  STATE_COLUMNS_2018,
  TOTAL,
} from './files.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const load = async (rows: readonly Row[], name = 'national_M2024_dl.xlsx', columns?: readonly string[]) =>
  loadPart(await recognizeOne(await folder.workbook(name, cellsOf(rows, columns))));

const faultsOf = async (rows: readonly Row[], name?: string, columns?: readonly string[]) =>
  (await load(rows, name, columns)).faults.map(describeFault);

describe('a row', () => {
  it('is stored in the smallest unit, with its place', async () => {
    const loaded = await load([TOTAL, DETAILED]);
    expect(loaded.faults).toEqual([]);
    expect(loaded.of('WageEstimate')[1]).toEqual({
      occupationCode: '43-6011',
      areaCode: 'US',
      areaKind: 'NATION',
      sheet: 'national_M2024_dl',
      row: 3,
      employmentPersons: 3000,
      employmentMarker: null,
      employmentPrseTenths: 13,
      employmentPrseMarker: null,
      meanPrseTenths: 4,
      meanPrseMarker: null,
      jobsPer1000Thousandths: null,
      jobsPer1000Marker: 'NOT_PUBLISHED',
      locationQuotientThousandths: null,
      locationQuotientMarker: 'NOT_PUBLISHED',
      annualMeanUsd: 77_060,
      annualMeanMarker: null,
      annualP10Usd: 48_300,
      annualP10Marker: null,
      annualP25Usd: 59_990,
      annualP25Marker: null,
      annualP50Usd: 74_260,
      annualP50Marker: null,
      annualP75Usd: 90_440,
      annualP75Marker: null,
      annualP90Usd: 107_700,
      annualP90Marker: null,
      hourlyMeanCents: 37_05,
      hourlyMeanMarker: null,
      hourlyP10Cents: 23_22,
      hourlyP10Marker: null,
      hourlyP25Cents: 28_84,
      hourlyP25Marker: null,
      hourlyP50Cents: 35_70,
      hourlyP50Marker: null,
      hourlyP75Cents: 43_48,
      hourlyP75Marker: null,
      hourlyP90Cents: 51_78,
      hourlyP90Marker: null,
      annualOnly: false,
      hourlyOnly: false,
    });
  });

  it('keeps each marker as the reason that it stands for', async () => {
    const markers: Row = {
      ...DETAILED,
      ...CALIFORNIA,
      TOT_EMP: '**',
      EMP_PRSE: '**',
      JOBS_1000: ' ** ',
      LOC_QUOTIENT: '~',
      MEAN_PRSE: '*',
      A_PCT90: '#',
      H_PCT90: '#',
      H_MEAN: '*',
    };
    const [row] = (await load([markers], 'state_M2024_dl.xlsx')).of('WageEstimate');
    expect(row).toMatchObject({
      employmentPersons: null,
      employmentMarker: 'EMPLOYMENT_NOT_RELEASED',
      employmentPrseMarker: 'EMPLOYMENT_NOT_RELEASED',
      jobsPer1000Marker: 'EMPLOYMENT_NOT_RELEASED',
      locationQuotientMarker: 'UNDER_HALF_PERCENT',
      meanPrseTenths: null,
      meanPrseMarker: 'WAGE_NOT_RELEASED',
      annualP90Usd: null,
      annualP90Marker: 'TOP_CODED',
      hourlyP90Marker: 'TOP_CODED',
      hourlyMeanCents: null,
      hourlyMeanMarker: 'WAGE_NOT_RELEASED',
      annualMeanUsd: 77_060,
    });
  });

  it('is read the same from text, with the commas that old files print', async () => {
    const text = cellsOf([{ ...DETAILED, TOT_EMP: '472,770', A_MEAN: '77,060', ANNUAL: '' }])
      .map((cells) => cells.map((cell) => (String(cell).includes(',') ? `"${cell}"` : (cell ?? ''))).join(','))
      .join('\r\n');
    const [file] = await folder.file('national_M2024_dl.csv', `${text}\r\n`);
    const loaded = await loadPart(await recognizeOne(file as never));
    expect(loaded.faults).toEqual([]);
    expect(loaded.of('WageEstimate')[0]).toMatchObject({
      sheet: 'national_M2024_dl',
      row: 2,
      employmentPersons: 472_770,
      annualMeanUsd: 77_060,
      hourlyP50Cents: 35_70,
      employmentPrseTenths: 13,
    });
  });

  it('is read without the noise of binary fractions', async () => {
    const [row] = (await load([{ ...DETAILED, H_MEAN: 37.049999999999997 }])).of('WageEstimate');
    expect(row).toMatchObject({ hourlyMeanCents: 37_05 });
  });

  it.each([
    ['TRUE', true],
    ['true', true],
    [true, true],
    [false, false],
    ['', false],
    [null, false],
  ])('is annual-only where ANNUAL is %j: %s', async (flag, expected) => {
    const hourly = { H_MEAN: '*', H_PCT10: '*', H_PCT25: '*', H_MEDIAN: '*', H_PCT75: '*', H_PCT90: '*' };
    const [row] = (await load([{ ...DETAILED, ...hourly, ANNUAL: flag }])).of('WageEstimate');
    expect(row).toMatchObject({ annualOnly: expected, hourlyOnly: false, hourlyP50Marker: 'WAGE_NOT_RELEASED' });
  });
});

describe('areas and occupations', () => {
  const area = (row: Row, name: string, columns?: readonly string[]) =>
    load([{ ...TOTAL, ...row }], name, columns).then((loaded) => {
      expect(loaded.faults).toEqual([]);
      const [wage] = loaded.of('WageEstimate');
      return [wage?.areaCode, wage?.areaKind, ...loaded.of('FileArea')];
    });

  it.each([
    [{}, 'national_M2024_dl.xlsx', undefined, ['US', 'NATION']],
    [CALIFORNIA, 'state_M2024_dl.xlsx', undefined, ['US-CA', 'STATE']],
    [{ ...CALIFORNIA, AREA: 6 }, 'state_M2016_dl.xlsx', STATE_COLUMNS_2018, ['US-CA', 'STATE']],
    [
      { AREA: '72', AREA_TITLE: 'Puerto Rico', AREA_TYPE: '3', PRIM_STATE: 'PR' },
      'state_M2024_dl.xlsx',
      undefined,
      ['US-PR', 'TERRITORY'],
    ],
  ])('%j in %s', async (row, name, columns, expected) => {
    expect(await area(row, name, columns)).toEqual(expected);
  });

  it('of metros and nonmetros come with their names and primary states', async () => {
    const orlando = { code: 'CBSA-36740', kind: 'METRO', name: 'Orlando-Kissimmee-Sanford, FL' };
    const alabama = { code: 'NONMETRO-0100001', kind: 'NONMETRO', name: 'Northwest Alabama nonmetropolitan area' };
    expect(await area(ORLANDO, 'MSA_M2024_dl.xlsx')).toEqual([
      'CBSA-36740',
      'METRO',
      { ...orlando, parentCode: 'US-FL' },
    ]);
    expect(await area({ ...ORLANDO, AREA: '0036740' }, 'MSA_M2016_dl.xlsx', AREA_COLUMNS_2018)).toEqual([
      'CBSA-36740',
      'METRO',
      { ...orlando, parentCode: 'US-FL' },
    ]);
    expect(await area(ORLANDO, 'MSA_M2019_dl.xlsx', COLUMNS_2019)).toEqual([
      'CBSA-36740',
      'METRO',
      { ...orlando, parentCode: null },
    ]);
    expect(await area({ ...NORTHWEST_ALABAMA, AREA: 100001 }, 'BOS_M2024_dl.xlsx')).toEqual([
      'NONMETRO-0100001',
      'NONMETRO',
      { ...alabama, parentCode: 'US-AL' },
    ]);
  });

  it('gives an occupation that is listed as broad and as detailed one row, as detailed', async () => {
    const buyers = { ...DETAILED, OCC_CODE: '13-1020', OCC_TITLE: 'Buyers and Purchasing Agents' };
    for (const levels of [
      ['broad', 'detailed'],
      ['detailed', 'broad'],
    ]) {
      const loaded = await load([TOTAL, ...levels.map((level) => ({ ...buyers, O_GROUP: level })), DETAILED]);
      expect(loaded.faults).toEqual([]);
      expect(loaded.of('WageEstimate').map(({ occupationCode, row }) => [occupationCode, row])).toEqual([
        ['00-0000', 2],
        ['13-1020', levels[0] === 'detailed' ? 3 : 4],
        ['43-6011', 5],
      ]);
      expect(loaded.of('FileOccupation')[1]).toMatchObject({
        code: '13-1020',
        title: 'Buyers and Purchasing Agents',
        level: 'DETAILED',
      });
    }
  });
});

describe('what is refused, with its place', () => {
  const row3 = 'national_M2024_dl.xlsx, sheet "national_M2024_dl", row 3, ';

  it.each<[string, Row, string]>([
    [
      'an unknown marker',
      { A_MEDIAN: 'n/a' },
      'A_MEDIAN = "n/a": is neither an annual wage in whole dollars nor a marker of this column (*, #).',
    ],
    [
      'the marker of another column',
      { TOT_EMP: '#' },
      'TOT_EMP = "#": is neither a number of persons nor a marker of this column (*, **, ~).',
    ],
    ['a negative count', { TOT_EMP: -10 }, 'TOT_EMP = -10: is not a number of persons: it is out of range.'],
    [
      'a fraction of a person',
      { TOT_EMP: 472_770.5 },
      'TOT_EMP = 472770.5: is not a number of persons: it is more precise than that.',
    ],
    [
      'a tenth of a cent',
      { H_MEDIAN: 35.705 },
      'H_MEDIAN = 35.705: is not an hourly wage in dollars, to the cent: it is more precise than that.',
    ],
    ['a wage of nothing', { A_PCT10: 0 }, 'A_PCT10 = 0: is not an annual wage in whole dollars: it is out of range.'],
    [
      'a percentile below a lower one',
      { A_PCT75: 70_000 },
      'A_PCT75 = 70000: is below a lower percentile of this row: are the columns shifted?',
    ],
    [
      'a number above a top code',
      { A_PCT75: '#' },
      'A_PCT90 = 107700: is a number, but a lower percentile of this row is "#".',
    ],
    ['a yes that is not TRUE', { ANNUAL: 'yes' }, 'ANNUAL = "yes": is not TRUE or empty.'],
    [
      'both flags',
      { ANNUAL: 'TRUE', HOURLY: 'TRUE' },
      'HOURLY = "TRUE": is TRUE, and so is ANNUAL: only one of them can be.',
    ],
    [
      'an hourly wage of an occupation that has none',
      { ANNUAL: 'TRUE' },
      'ANNUAL = "TRUE": says that only annual wages are released, but the row has an hourly one.',
    ],
    [
      'a yearly wage of an occupation that has none',
      { HOURLY: 'TRUE' },
      'HOURLY = "TRUE": says that only hourly wages are released, but the row has an annual one.',
    ],
    [
      'an occupation code of another form',
      { OCC_CODE: '436011' },
      'OCC_CODE = "436011": is not an occupation code of OEWS, such as 11-9111.',
    ],
    [
      'an unknown level',
      { O_GROUP: 'line' },
      'O_GROUP = "line": is not a level (total, major, minor, broad, detailed).',
    ],
    [
      'the level of another code',
      { O_GROUP: 'major' },
      'O_GROUP = "major": is not the level of 43-6011, which is detailed.',
    ],
    [
      'another type of area',
      { AREA_TYPE: '4' },
      'AREA_TYPE = "4": is not the area type of the nation (99), which this file has.',
    ],
    ['another area', { AREA: '06' }, 'AREA = "06": is not the nation (99).'],
    [
      'one industry',
      { NAICS: '622000' },
      'NAICS = "622000": is not 000000, all industries: take the file without a breakdown',
    ],
    ['the level of an industry', { I_GROUP: 'sector' }, 'I_GROUP = "sector": is not "cross-industry": take the file'],
    ['one kind of owner', { OWN_CODE: '5' }, 'OWN_CODE = "5": is not 1235, all owners: take the file'],
    [
      'an occupation twice',
      { OCC_CODE: '00-0000', OCC_TITLE: 'All Occupations', O_GROUP: 'total' },
      'OCC_CODE = "00-0000": is a duplicate of row 2: 00-0000, 99, TOTAL.',
    ],
  ])('%s', async (_, row, message) => {
    const faults = await faultsOf([TOTAL, { ...DETAILED, ...row }]);
    expect(
      faults.some((fault) => fault.startsWith(row3) && fault.includes(message)),
      faults.join('\n'),
    ).toBe(true);
  });

  it('a broad occupation that differs from its detailed listing', async () => {
    const buyers = { ...DETAILED, OCC_CODE: '13-1020', O_GROUP: 'broad' };
    expect(await faultsOf([TOTAL, buyers, { ...buyers, O_GROUP: 'detailed', TOT_EMP: 10 }])).toEqual([
      'national_M2024_dl.xlsx, sheet "national_M2024_dl", row 4, OCC_CODE = "13-1020": differs from row 3, the same occupation, in employmentPersons.',
    ]);
  });

  it('an occupation that has another title or level in another area', async () => {
    const hawaii = { ...CALIFORNIA, AREA: '15', AREA_TITLE: 'Hawaii', PRIM_STATE: 'HI' };
    const buyers = { ...DETAILED, OCC_CODE: '13-1020', OCC_TITLE: 'Buyers and Purchasing Agents', O_GROUP: 'broad' };
    const rows = [
      { ...TOTAL, ...CALIFORNIA },
      { ...buyers, ...CALIFORNIA },
      { ...TOTAL, ...hawaii, OCC_TITLE: 'Every Occupation' },
      { ...buyers, ...hawaii, O_GROUP: 'detailed' },
    ];
    expect(await faultsOf(rows, 'state_M2024_dl.xlsx')).toEqual([
      'state_M2024_dl.xlsx, sheet "state_M2024_dl", row 4, OCC_TITLE = "Every Occupation": is not the title of 00-0000 in row 2, "All Occupations".',
      'state_M2024_dl.xlsx, sheet "state_M2024_dl", row 5, O_GROUP = "detailed": is not the level of 13-1020 in row 3, broad.',
    ]);
  });

  it('a state that is another one than its code', async () => {
    const row = { ...TOTAL, ...CALIFORNIA };
    expect(await faultsOf([{ ...row, PRIM_STATE: 'CO' }], 'state_M2024_dl.xlsx')).toEqual([
      'state_M2024_dl.xlsx, sheet "state_M2024_dl", row 2, PRIM_STATE = "CO": is not the state of AREA, California.',
    ]);
    expect(await faultsOf([{ ...row, AREA: '03' }], 'state_M2024_dl.xlsx')).toEqual([
      'state_M2024_dl.xlsx, sheet "state_M2024_dl", row 2, AREA = "03": is not a state or territory, by FIPS code (06).',
    ]);
  });

  it('a metropolitan area under two names', async () => {
    const rows = [
      { ...TOTAL, ...ORLANDO },
      { ...DETAILED, ...ORLANDO, AREA_TITLE: 'Miami, FL' },
    ];
    expect(await faultsOf(rows, 'MSA_M2024_dl.xlsx')).toEqual([
      'MSA_M2024_dl.xlsx, sheet "MSA_M2024_dl", row 3, AREA_TITLE = "Miami, FL": has another name or state for CBSA-36740 than row 2, "Orlando-Kissimmee-Sanford, FL".',
    ]);
  });

  it('a "#" in a release that has no top code', async () => {
    const [fault] = await faultsOf([{ ...TOTAL, A_PCT90: '#' }], 'national_M2025_dl.xlsx');
    expect(fault).toBe(
      'national_M2025_dl.xlsx, sheet "national_M2025_dl", row 2, A_PCT90 = "#": stands for a wage above the top code, and May 2025 has none (releases.ts).',
    );
  });

  it('values that are shifted by one column', async () => {
    const [header, total] = cellsOf([TOTAL]) as [string[], (string | number | null)[]];
    const from = COLUMNS.indexOf('A_PCT10');
    const shifted = [...total.slice(0, from), null, ...total.slice(from)];
    const file = await folder.workbook('national_M2024_dl.xlsx', [header, [...shifted, 'x']]);
    const { faults } = await loadPart(await recognizeOne(file));
    expect(faults.map(describeFault)).toEqual([
      'national_M2024_dl.xlsx, sheet "national_M2024_dl", row 2, column AH = "x": is in a column without a header.',
    ]);
  });

  it('a line above the header', async () => {
    const file = await folder.workbook('national_M2024_dl.xlsx', [['Preliminary'], ...cellsOf([TOTAL])]);
    const { faults } = await loadPart(await recognizeOne(file));
    expect(faults.map(describeFault)).toEqual([
      'national_M2024_dl.xlsx, sheet "national_M2024_dl", row 1, column A = "Preliminary": is not a line that is known above the header.',
    ]);
  });

  it('text that is not UTF-8', async () => {
    const text = cellsOf([{ ...TOTAL, ...ORLANDO, AREA_TITLE: 'Mayagüez' }])
      .map((cells) => cells.join(','))
      .join('\n');
    const [file] = await folder.file('MSA_M2024_dl.csv', Buffer.from(text, 'latin1'));
    await expect(recognizeOne(file as never)).rejects.toThrow(/MSA_M2024_dl\.csv.*UTF-8/);
  });
});
