import type { LoadedRows, LoadedTable } from '@careergraph/db';
import type { TopCode } from '@careergraph/domain';
import type {
  Cell,
  CellTypes,
  FieldOf,
  FittedLayout,
  Layout,
  PublishedFile,
  Table,
  Values,
} from '@careergraph/extract';
import type { FindSheets, FoundSheet } from './find.js';
import type { StatedRelease } from './release.js';

/** A file whose kind is known, before its columns are read. */
export interface FoundFile extends FoundSheet {
  readonly file: PublishedFile;
  readonly table: Table;
}

/** A file whose release and layout are known as well. */
export interface OpenFile<Field extends string> extends FoundFile, FittedLayout<Field> {
  readonly release: string;
  /** Each field's column as the header names it. */
  readonly names: Readonly<Partial<Record<Field, string>>>;
  /** The first row of data, by field and as it is in the file; null if there is none. */
  first(): Promise<Readonly<Partial<Record<Field, Cell>>> | null>;
}

/** A file of a release, about to be read. */
export interface LoadingFile<Field extends string> extends OpenFile<Field> {
  readonly role: string;
}

/** Takes what a row gives. It belongs to one file, and to the row that is being read. */
export interface Output<Field extends string> {
  readonly row: number;
  readonly sheet: string;
  /** Whether any row so far had an error. What a later row belongs to may be unknown then. */
  readonly hasFaults: boolean;
  /** The cell of this row as it is in the file. */
  cell(field: Field): Cell;
  add<T extends LoadedTable>(table: T, row: LoadedRows[T]): void;
  /** @param at another row than the one that is being read, with its value */
  fault(field: Field, message: string, at?: { readonly row: number; readonly value: unknown }): void;
  /** What the operator should know although the import goes on, as a sentence. */
  remark(text: string): void;
  /** The top code of the release, as the file states it. */
  topCode(topCode: TopCode): void;
}

type Roles = string | readonly string[];

/** One kind of file that a source publishes: how to recognize it, its layouts, its cells, and the rows that it gives. */
export interface FileKindDefinition<C extends CellTypes, Memory> {
  /** Completes "is not …" for a file of another kind: `HUD's ZIP–CBSA crosswalk`. */
  readonly what: string;
  /** Its part in a release: a name, or a function if files of one kind are several parts. A file may hold several. */
  readonly role: string | ((file: OpenFile<FieldOf<C>>) => Roles | Promise<Roles>);
  /** Recognizes its files by name, if only their names tell them apart. */
  readonly isNamed?: (fileName: string) => boolean;
  readonly find: FindSheets;
  /** What the file itself says about its release. */
  readonly statedRelease?: (file: FoundFile) => readonly StatedRelease[] | Promise<readonly StatedRelease[]>;
  readonly layouts:
    | readonly Layout<FieldOf<C>>[]
    | ((file: FoundFile, release: string) => readonly Layout<FieldOf<C>>[]);
  /** Throws an ImportError for a file that has the right columns and is another one still. */
  readonly check?: (file: OpenFile<FieldOf<C>>) => void | Promise<void>;
  /** Lines that may stand above the header. Without it, any may. */
  readonly preamble?: readonly RegExp[];
  /** Lines below the table, in the first column. */
  readonly notes?: readonly RegExp[];
  /** The note that ends a table which is whole. */
  readonly lastNote?: RegExp;
  /** Text that means an empty cell in the text edition. */
  readonly emptyText?: string;
  readonly cells: C;
  /** Fields whose values together are different in every row. */
  readonly key?: readonly [FieldOf<C>, ...FieldOf<C>[]];
  /** Makes what is kept from row to row of one file. */
  readonly memory?: (file: LoadingFile<FieldOf<C>>) => Memory | Promise<Memory>;
  /** Whether a row belongs to something that is not loaded. Its cells are not read then. */
  readonly skips?: (cell: (field: FieldOf<C>) => Cell, memory: Memory) => boolean;
  /** Gives the rows of tables that a row of the file becomes. */
  row(values: Values<C>, out: Output<FieldOf<C>>, memory: Memory): void;
  /** Gives what is only known after the last row. */
  end?(out: Output<FieldOf<C>>, memory: Memory): void;
}
