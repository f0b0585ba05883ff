import type { Plant } from './wage-errors.js';
import { pick, type Random, Rows, transposed, type Workbook } from './workbook-rows.js';

const BASE = 'Employment, 2024';
const PROJECTED = 'Employment, 2034';
const CHANGE = 'Employment change, numeric, 2024–34';
const PERCENT = 'Employment change, percent, 2024–34';
const OPENINGS = 'Occupational openings, 2024–34 annual average';
/** The figures of smaller occupations are too rough for an error in a last digit to show. */
const LEAST_THOUSANDS = 20;

const inRow =
  (what: string, change: (rows: Rows, row: number, random: Random) => void): Plant =>
  (workbook: Workbook, random: Random) => {
    const rows = new Rows(workbook, 0, 1);
    const row = pick(
      rows.where(
        (index) => rows.get(index, 'Occupation type') === 'Line item' && rows.number(index, BASE) > LEAST_THOUSANDS,
      ),
      random,
    );
    change(rows, row, random);
    return `${what}, ${rows.get(row, '2024 National Employment Matrix code')}`;
  };

const tenth = (value: number) => Math.round(value * 10) / 10;

export const PROJECTION_ERRORS: readonly Plant[] = [
  inRow('base employment with digits transposed', (rows, row, random) =>
    rows.set(row, BASE, transposed(rows.number(row, BASE) * 10, random) / 10),
  ),
  inRow('projected employment of the next row', (rows, row) => rows.set(row, PROJECTED, rows.get(row + 1, PROJECTED))),
  inRow('base and projected employment swapped', (rows, row) => rows.swap(row, BASE, PROJECTED)),
  inRow('percent with the other sign', (rows, row) => rows.set(row, PERCENT, -rows.number(row, PERCENT) || 1)),
  inRow('openings ten times as many', (rows, row) => rows.set(row, OPENINGS, tenth(rows.number(row, OPENINGS) * 10))),
  inRow('persons instead of thousands', (rows, row) => {
    for (const column of [BASE, PROJECTED, CHANGE]) rows.set(row, column, Math.round(rows.number(row, column) * 1000));
  }),
  inRow('row dropped', (rows, row) => rows.rows.splice(row, 1)),
  inRow('row doubled', (rows, row) => rows.rows.splice(row, 0, [...(rows.rows[row] as [])])),
];
