import type { Cell } from '../tables/table.js';

const PRINTED = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
/** Far above the noise of binary fractions (36.229999999999997), far below any digit that is printed. */
const NOISE = 1e-6;

/** The number that a cell holds or, in a text file, prints: `1,234.5`. Null if it is anything else. */
export function numberOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || !PRINTED.test(cell.trim())) return null;
  return Number(cell.replaceAll(',', ''));
}

/**
 * A number in the smallest unit, e.g. 33.54 dollars as 3354 cents. Null if it is finer than that.
 *
 * @param perUnit how many of the smallest unit make one: 100 cents, 10 tenths
 */
export function inSmallestUnit(value: number, perUnit: number): number | null {
  const scaled = value * perUnit;
  const whole = Math.round(scaled);
  return Math.abs(scaled - whole) <= NOISE ? whole : null;
}
