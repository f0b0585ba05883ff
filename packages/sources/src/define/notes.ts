import type { Cell, CellTypes } from '@careergraph/extract';
import type { FileKindDefinition } from './file-kind.js';
import type { FileOutput } from './output.js';

type KnownNotes = Pick<FileKindDefinition<CellTypes, unknown>, 'notes' | 'lastNote'>;

interface Line {
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

/** The lines below a table. The last one shows that the table is whole. */
export class Notes {
  readonly #known: KnownNotes;
  readonly #allowsUnknown: boolean;
  readonly #out: FileOutput<string>;
  readonly #unknown: Line[] = [];
  #isWhole: boolean;

  /** @param allowsUnknown whether other lines may follow the table: they are reported, and no row may follow them */
  constructor(known: KnownNotes, allowsUnknown: boolean, out: FileOutput<string>) {
    this.#known = known;
    this.#allowsUnknown = allowsUnknown;
    this.#out = out;
    this.#isWhole = known.lastNote === undefined;
  }

  /** Whether a row of the file is such a line. */
  takes(row: number, cells: readonly Cell[]): boolean {
    const { notes, lastNote } = this.#known;
    const [value] = cells;
    if (!notes || typeof value !== 'string' || cells.some((cell, index) => index > 0 && cell !== null)) return false;
    if (lastNote?.test(value)) this.#isWhole = true;
    else if (!notes.some((known) => known.test(value))) {
      this.#unknown.push({ row, column: 'column A', value });
      if (!this.#allowsUnknown) this.beforeRow();
    }
    return true;
  }

  /** A row of the table follows, so the lines before it are not below the table. */
  beforeRow(): void {
    for (const line of this.#unknown.splice(0)) {
      this.#out.faultAt({ ...line, message: 'is neither a row of the table nor a note that is known.' });
    }
  }

  end(): void {
    if (!this.#isWhole) {
      this.#out.faultAt({
        row: this.#out.row,
        message:
          'is the last row, and the note that ends the table is missing: the file was cut off. Download it again.',
      });
    }
    for (const { row, value } of this.#unknown) {
      this.#out.remark(
        `Row ${row} below the table is a note that is not known: ${JSON.stringify(value.slice(0, 200))}.`,
      );
    }
  }
}
