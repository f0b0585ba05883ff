import type { LoadedRows, LoadedTable, Session } from '@careergraph/db';
import type { TopCode } from '@careergraph/domain';
import { Faults, type RowFault } from '@careergraph/extract';
import type { RowSink } from './importer.js';

/** Large enough that the cost of a statement does not matter, small enough for any memory. */
const ROWS_PER_COPY = 5_000;

/** Collects the rows of one file by table and copies them to the database in batches. */
export class CopySink implements RowSink {
  readonly remarks: string[] = [];
  statedTopCode: TopCode | null = null;
  readonly #sent = new Map<LoadedTable, number>();
  readonly #session: Session;
  readonly #fileId: number;
  readonly #onProgress: (rowsRead: number, rowsExpected: number | null) => void;
  readonly #signal: AbortSignal | undefined;
  readonly #waiting = new Map<LoadedTable, LoadedRows[LoadedTable][]>();
  readonly #faults = new Faults();
  #sending: Promise<void> = Promise.resolve();
  #faulty = false;

  constructor(
    session: Session,
    fileId: number,
    onProgress: (rowsRead: number, rowsExpected: number | null) => void,
    signal?: AbortSignal,
  ) {
    this.#session = session;
    this.#fileId = fileId;
    this.#onProgress = onProgress;
    this.#signal = signal;
  }

  add<T extends LoadedTable>(table: T, row: LoadedRows[T]): Promise<void> | undefined {
    this.#signal?.throwIfAborted();
    let rows = this.#waiting.get(table);
    if (!rows) {
      rows = [];
      this.#waiting.set(table, rows);
    }
    rows.push(row);
    return rows.length < ROWS_PER_COPY ? undefined : this.#send(table);
  }

  fault(fault: RowFault): void {
    this.#faulty = true;
    this.#faults.add(fault);
  }

  remark(text: string): void {
    this.remarks.push(text);
  }

  topCode(topCode: TopCode): void {
    this.statedTopCode = topCode;
  }

  progress(rowsRead: number, rowsExpected: number | null = null): void {
    this.#onProgress(rowsRead, rowsExpected);
  }

  /** Rows of the file, counted in its largest table: one row may also add a title or an area to another table. */
  get rows(): number {
    return Math.max(0, ...this.#sent.values());
  }

  #sentTo(table: LoadedTable): number {
    const sent = this.#sent.get(table);
    return sent === undefined ? 0 : sent;
  }

  /** Sends the remaining rows and waits until all of them have arrived. */
  async end(): Promise<void> {
    this.#faults.end();
    for (const table of this.#waiting.keys()) await this.#send(table);
    await this.#sending;
  }

  /** Resolves when the previous batch has arrived, so that the database works while the next rows are read. */
  async #send(table: LoadedTable): Promise<void> {
    const rows = this.#waiting.get(table);
    this.#waiting.delete(table);
    // A file with faults is not kept. Reading continues only to find its other faults.
    if (!rows || this.#faulty) return;
    await this.#sending;
    this.#sending = this.#session.copy(table, this.#fileId, rows);
    // A failure is thrown by the next await of this promise.
    this.#sending.catch(() => {});
    this.#sent.set(table, this.#sentTo(table) + rows.length);
  }
}
