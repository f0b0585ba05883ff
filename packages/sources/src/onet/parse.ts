import { type Cell, findColumns, ImportError, openTable, type PublishedFile, type Sheet } from '@careergraph/extract';
import { columnsOf, type Field, type Shape } from './columns.js';

/** A row with its cells by field, as they stand in the file. */
export interface RawRow {
  readonly file: string;
  readonly sheet: string;
  readonly number: number;
  /** How many rows the file is expected to have: `Sheet.rowsExpected`. */
  readonly rowsExpected: number | null;
  readonly cells: ReadonlyMap<Field, Cell>;
  /** The publisher's name of a field's column. */
  columnOf(field: Field): string;
}

/** What the text edition has where the Excel edition has an empty cell. */
const EMPTY_IN_TEXT = 'n/a';

/**
 * Reads the one table of a file.
 *
 * @throws ImportError where its columns are not those of the release, or it has none; TableError where it is damaged
 */
export async function* parse(file: PublishedFile, shape: Shape, release: string): AsyncGenerator<RawRow, void, void> {
  const table = await openTable(file.path, file.name);
  try {
    const [sheet, ...others] = table.sheets;
    if (!sheet || others.length > 0) {
      const names = table.sheets.map(({ name }) => `"${name}"`).join(', ');
      throw new ImportError(
        `${file.name} has ${table.sheets.length} sheets (${names}), and a file of O*NET's has one.`,
      );
    }
    yield* rowsOf(sheet, file.name, shape, release, table.kind === 'text');
  } finally {
    await table.close();
  }
}

async function* rowsOf(
  sheet: Sheet,
  file: string,
  shape: Shape,
  release: string,
  isText: boolean,
): AsyncGenerator<RawRow, void, void> {
  const { wanted, ignored } = columnsOf(shape, release);
  let columns: readonly (readonly [Field, number])[] | undefined;
  let names: readonly Cell[] = [];
  for await (const { number, cells } of sheet.rows()) {
    if (!columns) {
      const found = findColumns(
        cells,
        wanted as Record<Field, readonly string[]>,
        { file, sheet: sheet.name, row: number },
        ignored,
      );
      columns = Object.entries(found) as [Field, number][];
      names = cells;
      continue;
    }
    const fields = new Map<Field, Cell>();
    for (const [field, index] of columns) {
      const cell = cells[index] ?? null;
      fields.set(field, isText && cell === EMPTY_IN_TEXT ? null : cell);
    }
    const indexes = columns;
    const columnOf = (field: Field) => String(names[indexes.find(([name]) => name === field)?.[1] ?? -1]);
    yield { file, sheet: sheet.name, number, rowsExpected: sheet.rowsExpected, cells: fields, columnOf };
  }
  if (!columns) {
    throw new ImportError(`${file}, sheet "${sheet.name}" has no rows: nothing was changed. Download the file again.`);
  }
}
