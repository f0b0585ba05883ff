import type { Cell } from '../tables/table.js';

/**
 * A code of so many digits; undefined for what is none. A number in a workbook has lost the zeros that its code begins
 * with and gets them back; a text must have them.
 */
export function digits(cell: Cell, length: number): string | undefined {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 0) {
    const text = String(cell).padStart(length, '0');
    return text.length === length ? text : undefined;
  }
  return typeof cell === 'string' && cell.length === length && /^\d+$/.test(cell) ? cell : undefined;
}

/** A decimal number as published, without exponents or separators; undefined for anything else. */
export function decimal(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : undefined;
}
