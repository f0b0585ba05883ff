import { type CellTypes, type FieldOf, type Values, Wrong } from '../cells/cell-type.js';
import type { Cell } from '../tables/table.js';

/** Told of each cell that is wrong. */
export type OnWrong<F> = (field: F, message: string) => void;

/**
 * Reads the cells of a row into typed values; null if any is wrong, and `onWrong` is told of every one.
 *
 * @param columns which cell holds which field; a field that is not among them has its `absent` value
 * @param empty text that means an empty cell
 */
export function rowReader<C extends CellTypes>(
  types: C,
  columns: Readonly<Partial<Record<FieldOf<C>, number>>>,
  empty: string | null = null,
): (cells: readonly Cell[], onWrong: OnWrong<FieldOf<C>>) => Values<C> | null {
  const fields = Object.keys(types) as FieldOf<C>[];
  const absent: Partial<Record<FieldOf<C>, unknown>> = {};
  const present: { readonly field: FieldOf<C>; readonly index: number; readonly type: C[FieldOf<C>] }[] = [];
  for (const field of fields) {
    const type = types[field] as C[FieldOf<C>];
    const index = columns[field];
    absent[field] = type.absent;
    if (index !== undefined) present.push({ field, index, type });
    else if (!('absent' in type)) throw new TypeError(`No layout may leave out ${field}: it has no value for that.`);
  }
  return (cells, onWrong) => {
    const values: Partial<Record<FieldOf<C>, unknown>> = { ...absent };
    let sound = true;
    for (const { field, index, type } of present) {
      let cell = cells[index] ?? null;
      if (typeof cell === 'string') {
        if (type.asItIs === undefined) cell = cell.trim();
        if (cell === '' || cell === empty) cell = null;
      }
      const value = type.read(cell);
      if (value instanceof Wrong) {
        sound = false;
        onWrong(field, value.message);
      } else {
        values[field] = value;
      }
    }
    return sound ? (values as Values<C>) : null;
  };
}
