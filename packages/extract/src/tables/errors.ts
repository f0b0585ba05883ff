import { basename } from 'node:path';

/** Where in a published file something was found. Rows count from 1; a column is a letter, as a spreadsheet shows it. */
export interface Place {
  readonly file: string;
  readonly sheet?: string | null;
  readonly row?: number | null;
  readonly column?: string | null;
}

/**
 * A published file that cannot be read, or something in it that must not be read as a figure.
 *
 * @example
 * throw new TableError({ file, sheet, row: 7, column: 'L' }, 'has "n/a" for a wage. Wages are numbers or a marker.');
 */
export class TableError extends Error {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;

  /** @param problem what was found and what to do about it, as the predicate of the place: "has …", "is …" */
  constructor(place: Place, problem: string, options?: ErrorOptions) {
    const { file, sheet = null, row = null, column = null } = place;
    const parts = [
      file,
      ...(sheet === null ? [] : [`sheet "${sheet}"`]),
      ...(row === null ? [] : [`row ${row}`]),
      ...(column === null ? [] : [`column ${column}`]),
    ];
    super(`${parts.join(', ')} ${problem}`, options);
    this.name = 'TableError';
    this.file = file;
    this.sheet = sheet;
    this.row = row;
    this.column = column;
  }
}

/** The first 80 characters of a value, in quotes. */
export function quoted(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}

/** The fault of a file that could not be opened or read, with the system's reason. */
export function unreadable(path: string, name: string, error: unknown): TableError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'it is a folder' : message;
  const shown = basename(path) === name ? path : `${name} (${path})`;
  return new TableError({ file: name }, `cannot be read: ${reason}. Asked for ${shown}.`, { cause: error });
}
