import type { RowFault } from '@careergraph/extract';
import type { Field } from './columns.js';
import type { RawRow } from './parse.js';

/** A row that is not taken, with the place and value that is why. */
export class RefusedRow extends Error {
  readonly fault: RowFault;

  constructor(fault: RowFault) {
    super(fault.message);
    this.name = 'RefusedRow';
    this.fault = fault;
  }
}

/** Refuses a row for the value of one of its cells. */
export function refuse(row: RawRow, field: Field, message: string): never {
  throw new RefusedRow({
    file: row.file,
    sheet: row.sheet,
    row: row.number,
    column: row.columnOf(field),
    value: row.cells.get(field),
    message,
  });
}

/** A text, or null where the cell is empty or the release has no such column. */
export function optionalText(row: RawRow, field: Field): string | null {
  const cell = row.cells.get(field) ?? null;
  if (cell === null) return null;
  if (typeof cell !== 'string') refuse(row, field, 'is not text.');
  if (cell !== cell.trim() || cell === '') refuse(row, field, 'begins or ends with a blank.');
  return cell;
}

export function text(row: RawRow, field: Field): string {
  return present(row, field, optionalText(row, field));
}

/** A text of a known form. */
export function matching(row: RawRow, field: Field, pattern: RegExp, form: string): string {
  const found = text(row, field);
  if (!pattern.test(found)) refuse(row, field, `is not ${form}.`);
  return found;
}

/** One of the words that the publisher uses, or null. */
export function optionalWord<Word extends string>(row: RawRow, field: Field, words: readonly Word[]): Word | null {
  const found = optionalText(row, field);
  if (found === null) return null;
  const word = words.find((known) => known === found);
  if (word === undefined) refuse(row, field, `is not a word that this importer knows here (${words.join(', ')}).`);
  return word;
}

export function word<Word extends string>(row: RawRow, field: Field, words: readonly Word[]): Word {
  return present(row, field, optionalWord(row, field, words));
}

/** Y or N as true or false, or null. */
export function optionalFlag(row: RawRow, field: Field): boolean | null {
  const found = optionalWord(row, field, ['Y', 'N']);
  return found === null ? null : found === 'Y';
}

export function flag(row: RawRow, field: Field): boolean {
  return word(row, field, ['Y', 'N']) === 'Y';
}

/**
 * A number in units of its last decimal place, or null: 4.12 with two places is 412.
 *
 * @param places how many decimal places the publication has
 */
export function optionalScaled(row: RawRow, field: Field, places: number): number | null {
  const cell = row.cells.get(field) ?? null;
  if (cell === null) return null;
  const value = typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
  if (typeof value !== 'number') refuse(row, field, 'is not a number.');
  const scaled = value * 10 ** places;
  const rounded = Math.round(scaled);
  if (Math.abs(scaled - rounded) > 1e-6) {
    refuse(row, field, places === 0 ? 'is not a whole number.' : `has more than ${places} decimal places.`);
  }
  return rounded;
}

export function scaled(row: RawRow, field: Field, places: number): number {
  return present(row, field, optionalScaled(row, field, places));
}

/** A whole number within bounds, or null. */
export function optionalWhole(
  row: RawRow,
  field: Field,
  { min, max = Number.POSITIVE_INFINITY }: { readonly min: number; readonly max?: number },
): number | null {
  const found = optionalScaled(row, field, 0);
  if (found !== null && (found < min || found > max)) {
    refuse(row, field, max === Number.POSITIVE_INFINITY ? `is less than ${min}.` : `is not from ${min} to ${max}.`);
  }
  return found;
}

export function whole(row: RawRow, field: Field, bounds: { readonly min: number; readonly max?: number }): number {
  return present(row, field, optionalWhole(row, field, bounds));
}

/** `08/2023` as `2023-08`, or null. */
export function optionalMonth(row: RawRow, field: Field): string | null {
  const found = optionalText(row, field);
  if (found === null) return null;
  const [, month, year] = /^(0[1-9]|1[0-2])\/((?:19|20)\d\d)$/.exec(found) ?? [];
  if (month === undefined) refuse(row, field, 'is not a month, as 08/2023.');
  return `${year}-${month}`;
}

function present<T>(row: RawRow, field: Field, value: T | null): T {
  if (value === null) refuse(row, field, 'is empty, and must have a value.');
  return value;
}
