import { pick, type Random, Rows, transposed, type Workbook } from './workbook-rows.js';

const STATISTICS = ['MEAN', 'PCT10', 'PCT25', 'MEDIAN', 'PCT75', 'PCT90'];
const PERCENTILES = STATISTICS.slice(1);
const WAGES = STATISTICS.flatMap((name) => [`A_${name}`, `H_${name}`]);

/** Changes a workbook of wages and says what it changed. */
export type Plant = (workbook: Workbook, random: Random) => string;

/** An error in one detailed row whose employment and wages are all published. */
const inRow =
  (what: string, change: (rows: Rows, row: number, random: Random) => void, condition = isComplete): Plant =>
  (workbook, random) => {
    const rows = new Rows(workbook, 0, 0);
    const row = pick(
      rows.where((index) => condition(rows, index)),
      random,
    );
    change(rows, row, random);
    return `${what}, ${rows.get(row, 'OCC_CODE')}`;
  };

const inFile =
  (what: string, change: (rows: Rows, random: Random) => void): Plant =>
  (workbook, random) => {
    change(new Rows(workbook, 0, 0), random);
    return what;
  };

function isComplete(rows: Rows, row: number): boolean {
  return (
    rows.get(row, 'O_GROUP') === 'detailed' &&
    ['TOT_EMP', 'EMP_PRSE', 'MEAN_PRSE', ...WAGES].every((column) => typeof rows.get(row, column) === 'number')
  );
}

/** The annual wage is the hourly one times 2,080, so only both together are in line. */
function setBoth(rows: Rows, row: number, statistic: string, hourly: number): void {
  rows.set(row, `H_${statistic}`, Math.round(hourly * 100) / 100);
  rows.set(row, `A_${statistic}`, Math.round((hourly * 2080) / 10) * 10);
}

function shift(rows: Rows, row: number, by: 1 | -1): void {
  const hourly = PERCENTILES.map((name) => rows.number(row, `H_${name}`));
  for (const [index, name] of PERCENTILES.entries()) {
    setBoth(rows, row, name, hourly[Math.min(4, Math.max(0, index + by))] as number);
  }
}

const total = (rows: Rows) => rows.where((row) => rows.get(row, 'OCC_CODE') === '00-0000')[0] as number;

const isUnnoticed = (value: unknown) => value === '#' || value === '*' || value === '**';

/** Each percentile has the figure of the next higher or of the next lower one. */
export const SHIFTED: readonly Plant[] = [
  inRow('percentiles shifted down by one', (rows, row) => shift(rows, row, 1)),
  inRow('percentiles shifted up by one', (rows, row) => shift(rows, row, -1)),
];

export const SWAPPED = inRow('standard errors swapped', (rows, row) => rows.swap(row, 'EMP_PRSE', 'MEAN_PRSE'));

export const WAGE_ERRORS: readonly Plant[] = [
  inRow('mean of another row', (rows, row, random) => {
    const others = rows.where((index) => isComplete(rows, index) && isBetween(rows, row, rows.number(index, 'H_MEAN')));
    setBoth(rows, row, 'MEAN', rows.number(pick(others, random), 'H_MEAN'));
  }),
  inRow('"#" for the 90th percentile', (rows, row) => {
    for (const period of ['A', 'H']) rows.set(row, `${period}_PCT90`, '#');
  }),
  ...SHIFTED,
  SWAPPED,
  inFile('standard errors swapped in all rows', (rows) => {
    for (const row of rows.where(() => true)) rows.swap(row, 'EMP_PRSE', 'MEAN_PRSE');
  }),
  inFile('markers erased', (rows) => {
    for (const row of rows.where(() => true)) {
      for (const column of WAGES) if (isUnnoticed(rows.get(row, column))) rows.set(row, column, null);
    }
  }),
  inRow('median emptied', (rows, row) => {
    for (const period of ['A', 'H']) rows.set(row, `${period}_MEDIAN`, null);
  }),
  inRow('employment with digits transposed', (rows, row, random) =>
    rows.set(row, 'TOT_EMP', transposed(rows.number(row, 'TOT_EMP'), random)),
  ),
  inRow('annual median with digits transposed', (rows, row, random) =>
    rows.set(row, 'A_MEDIAN', transposed(rows.number(row, 'A_MEDIAN'), random)),
  ),
  inRow('hourly mean with digits transposed, and the annual one in line', (rows, row, random) =>
    setBoth(rows, row, 'MEAN', transposed(rows.number(row, 'H_MEAN') * 100, random) / 100),
  ),
  inFile('mean and median columns swapped', (rows) => {
    for (const row of rows.where(() => true)) {
      for (const period of ['A', 'H']) rows.swap(row, `${period}_MEAN`, `${period}_MEDIAN`);
    }
  }),
  inRow('row dropped', (rows, row) => rows.rows.splice(row, 1)),
  inRow('row doubled', (rows, row) => rows.rows.splice(row, 0, [...(rows.rows[row] as [])])),
  inFile('total employment 1.5% higher', (rows) =>
    rows.set(total(rows), 'TOT_EMP', Math.round(rows.number(total(rows), 'TOT_EMP') * 0.1015) * 10),
  ),
  inFile('total mean 1% lower', (rows) =>
    setBoth(rows, total(rows), 'MEAN', rows.number(total(rows), 'H_MEAN') * 0.99),
  ),
  inRow('hourly wages in the annual columns', (rows, row) => {
    for (const name of STATISTICS) rows.set(row, `A_${name}`, Math.round(rows.number(row, `H_${name}`)));
  }),
  inRow('employment in thousands', (rows, row) =>
    rows.set(row, 'TOT_EMP', Math.max(1, Math.round(rows.number(row, 'TOT_EMP') / 1000))),
  ),
  inRow(
    'code with two digits transposed',
    (rows, row) => {
      const code = String(rows.get(row, 'OCC_CODE'));
      rows.set(row, 'OCC_CODE', `${code.slice(0, 4)}${code[5]}${code[4]}${code[6]}`);
    },
    (rows, row) =>
      isComplete(rows, row) && rows.get(row, 'OCC_CODE')?.toString()[4] !== rows.get(row, 'OCC_CODE')?.toString()[5],
  ),
  inRow('another level', (rows, row) => rows.set(row, 'O_GROUP', 'minor')),
  inRow('wages of the next row', (rows, row) => {
    for (const column of WAGES) rows.set(row, column, rows.get(row + 1, column));
  }),
  inRow('median 5% higher, by hour and year', (rows, row) =>
    setBoth(rows, row, 'MEDIAN', rows.number(row, 'H_MEDIAN') * 1.05),
  ),
  inFile('cut off after two thirds', (rows) => {
    rows.rows.length = Math.round((rows.rows.length * 2) / 3);
  }),
  inRow('0 for an employment', (rows, row) => rows.set(row, 'TOT_EMP', 0)),
];

function isBetween(rows: Rows, row: number, hourly: number): boolean {
  const mean = rows.number(row, 'H_MEAN');
  const isInside = hourly > rows.number(row, 'H_PCT10') && hourly < rows.number(row, 'H_PCT90');
  return isInside && Math.abs(hourly / mean - 1) > 0.02;
}
