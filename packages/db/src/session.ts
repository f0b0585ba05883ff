import type { LoadedRows, LoadedTable } from './copy.js';

/** Runs SQL with numbered parameters; an array parameter is for `= ANY($1)`. */
export interface Sql {
  query<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** One transaction for bulk work. */
export interface Session extends Sql {
  /** Appends rows of a file to a table. They are sent in pieces, so that their number does not matter. */
  copy<T extends LoadedTable>(table: T, fileId: number, rows: readonly LoadedRows[T][]): Promise<void>;
}

/** Thrown by the work of a transaction to end it without keeping anything and without an error. */
export class Rollback<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('rolled back on purpose');
    this.name = 'Rollback';
    this.result = result;
  }
}
