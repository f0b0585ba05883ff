import type { Cell } from '../tables/table.js';

/** What is wrong with a cell, as the predicate of its place: `is not a share from 0 to 1.` */
export class Wrong {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** How the cells of a column are read. */
export interface CellType<T> {
  /** Text arrives trimmed, and null if it was blank, unless `asItIs` is set. */
  read(cell: Cell): T | Wrong;
  /** Leaves whitespace around text alone. */
  readonly asItIs?: true;
  /** The value in a layout that has no such column. Without it, every layout must have the column. */
  readonly absent?: T;
}

/** The columns of a file, by field. */
export type CellTypes = Readonly<Record<string, CellType<unknown>>>;

export type FieldOf<C extends CellTypes> = keyof C & string;

/** The typed values of one row. */
export type Values<C extends CellTypes> = {
  readonly [F in keyof C]: C[F] extends CellType<infer T> ? T : never;
};

/** Null if the cell is empty. */
export function optional<T>(type: CellType<T>): CellType<T | null> {
  return { ...type, read: (cell) => (cell === null ? null : type.read(cell)) };
}

/** A column that only some layouts have, with its value in the others. */
export function inSome<T, A>(type: CellType<T>, absent: A): CellType<T | A> {
  return { ...type, absent };
}

/** A value that a function makes of the cell; undefined is an error. */
export function parsed<T>(what: string, parse: (cell: Cell) => T | undefined): CellType<T> {
  const wrong = new Wrong(`is not ${what}.`);
  return {
    read(cell) {
      const value = parse(cell);
      return value === undefined ? wrong : value;
    },
  };
}
