import type { Cell } from '../tables/table.js';
import { type CellType, Wrong } from './cell-type.js';

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/**
 * A code of so many digits. A number in a workbook has lost the code's leading zeros and gets them back; text must have
 * them.
 *
 * @param what for messages: `ZIP code`
 */
export function code(length: number, what: string): CellType<string> {
  const message = `is not a ${WORDS[length] ?? length}-digit ${what}.`;
  const wrong = new Wrong(message);
  const short = new Wrong(
    `${message} Its leading zeros may have been lost in a spreadsheet: use the file as published.`,
  );
  return {
    read(cell) {
      const found = digits(cell, length);
      if (found !== undefined) return found;
      return typeof cell === 'string' && cell.length < length && /^\d+$/.test(cell) ? short : wrong;
    },
  };
}

function digits(cell: Cell, length: number): string | undefined {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 0) {
    const padded = String(cell).padStart(length, '0');
    return padded.length === length ? padded : undefined;
  }
  return typeof cell === 'string' && cell.length === length && /^\d+$/.test(cell) ? cell : undefined;
}
