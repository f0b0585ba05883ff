import { type Random, Rows, type Workbook } from './workbook-rows.js';

const PERCENTILES = ['PCT10', 'PCT25', 'MEDIAN', 'PCT75', 'PCT90'];

export interface SyntheticArea {
  readonly AREA: string;
  readonly AREA_TITLE: string;
  readonly AREA_TYPE: string;
  readonly PRIM_STATE: string;
  /** Employment and wages, as a share of those of the nation. */
  readonly employment: number;
  readonly wages: number;
}

/**
 * All occupations and the detailed ones of the nation as rows of a smaller area: synthetic, because the published files of
 * areas are not at hand.
 * Each percentile differs by up to 3% and each standard error by up to a third, and both errors are three times as large.
 */
export function areaOf({ sheets }: Workbook, { employment, wages, ...area }: SyntheticArea, random: Random): Workbook {
  const [table] = sheets;
  if (!table) throw new Error('The workbook has no sheet.');
  const copied = new Rows({ sheets: [{ name: table.name, rows: table.rows.map((cells) => [...cells]) }] }, 0, 0);
  const kept = copied.where((row) => ['total', 'detailed'].includes(String(copied.get(row, 'O_GROUP'))));
  const cells = [0, ...kept].flatMap((row) => [copied.rows[row] ?? []]);
  const workbook = { sheets: [{ name: table.name, rows: cells }] };
  const rows = new Rows(workbook, 0, 0);
  const about = (share: number) => 1 + share * (2 * random() - 1);
  for (const row of rows.where(() => true)) {
    for (const [column, value] of Object.entries(area)) rows.set(row, column, value);
    const scale = (column: string, factor: number, unit: number) => {
      const value = rows.get(row, column);
      if (typeof value === 'number') rows.set(row, column, Math.round((value * factor) / unit) * unit);
    };
    scale('TOT_EMP', employment, 10);
    for (const column of ['EMP_PRSE', 'MEAN_PRSE']) scale(column, 3 * about(1 / 3), 0.1);
    for (const name of ['MEAN', ...PERCENTILES]) {
      const factor = wages * (name === 'MEAN' ? 1 : about(0.03));
      const hourly = rows.get(row, `H_${name}`);
      const isAnnual = typeof hourly !== 'number';
      if (isAnnual) scale(`A_${name}`, factor, 10);
      else {
        scale(`H_${name}`, factor, 0.01);
        if (typeof rows.get(row, `A_${name}`) === 'number')
          rows.set(row, `A_${name}`, Math.round((rows.number(row, `H_${name}`) * 2080) / 10) * 10);
      }
    }
    inOrder(rows, row);
  }
  return workbook;
}

/** Puts percentiles that the changes brought out of order back into order. */
function inOrder(rows: Rows, row: number): void {
  for (const period of ['H', 'A']) {
    const names = PERCENTILES.map((name) => `${period}_${name}`).filter(
      (name) => typeof rows.get(row, name) === 'number',
    );
    const values = names.map((name) => rows.number(row, name)).toSorted((a, b) => a - b);
    names.forEach((name, index) => {
      rows.set(row, name, values[index] as number);
    });
  }
}
