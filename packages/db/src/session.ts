import type { LoadedRows, LoadedTable } from './copy.js';

/** Runs SQL with numbered parameters. Pass an array for `= ANY($1)`. */
export interface Sql {
  query<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

export async function hasRelease(sql: Sql): Promise<boolean> {
  return (await sql.query("select from public.release where status = 'ACTIVE' limit 1")).length > 0;
}

/** One transaction for bulk loads. */
export interface Session extends Sql {
  /**
   * Appends rows of a file or a release to a table.
   *
   * @param ownerId ID of the file or release that the rows belong to
   */
  copy<T extends LoadedTable>(table: T, ownerId: number, rows: readonly LoadedRows[T][]): Promise<void>;
}

/** Thrown inside a session to discard its changes and return a result instead of an error. */
export class Rollback<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('rolled back on purpose');
    this.name = 'Rollback';
    this.result = result;
  }
}
