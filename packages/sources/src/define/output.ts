import type { LoadedRows, LoadedTable } from '@careergraph/db';
import type { TopCode } from '@careergraph/domain';
import type { Cell, RowFault } from '@careergraph/extract';
import type { RowSink } from '@careergraph/releases';
import type { LoadingFile, Output } from './file-kind.js';

/** Collects the rows and errors of the row that is being read. */
export class FileOutput<Field extends string> implements Output<Field> {
  row = 0;
  readonly sheet: string;
  hasFaults = false;
  readonly #file: LoadingFile<Field>;
  readonly #sink: RowSink;
  readonly #sheetInFaults: string | null;
  #cells: readonly Cell[] = [];
  #tables: LoadedTable[] = [];
  #rows: LoadedRows[LoadedTable][] = [];

  constructor(file: LoadingFile<Field>, sink: RowSink) {
    this.#file = file;
    this.#sink = sink;
    this.sheet = file.sheet.name;
    this.#sheetInFaults = file.table.kind === 'text' ? null : file.sheet.name;
  }

  begin(row: number, cells: readonly Cell[]): void {
    this.row = row;
    this.#cells = cells;
  }

  cell(field: Field): Cell {
    const index = this.#file.columns[field];
    return index === undefined ? null : (this.#cells[index] ?? null);
  }

  add<T extends LoadedTable>(table: T, row: LoadedRows[T]): void {
    this.#tables.push(table);
    this.#rows.push(row);
  }

  fault(field: Field, message: string, at = { row: this.row, value: this.cell(field) as unknown }): void {
    this.faultAt({ row: at.row, column: this.#file.names[field] ?? field, value: at.value, message });
  }

  faultAt(fault: Omit<RowFault, 'file' | 'sheet'>): void {
    this.hasFaults = true;
    this.#sink.fault({ file: this.#file.file.name, sheet: this.#sheetInFaults, ...fault });
  }

  remark(text: string): void {
    this.#sink.remark(text);
  }

  topCode(topCode: TopCode): void {
    this.#sink.topCode(topCode);
  }

  /** Gives the collected rows to the sink. A promise only where the sink asks to wait: most rows need none. */
  send(): Promise<void> | undefined {
    for (let index = 0; index < this.#rows.length; index += 1) {
      const sent = this.#sink.add(this.#tables[index] as LoadedTable, this.#rows[index] as never);
      if (sent) return this.#sendRest(sent, index + 1);
    }
    this.#tables.length = 0;
    this.#rows.length = 0;
    return undefined;
  }

  async #sendRest(sent: Promise<void>, from: number): Promise<void> {
    await sent;
    this.#tables.splice(0, from);
    this.#rows.splice(0, from);
    await this.send();
  }
}
