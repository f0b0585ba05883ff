import {
  type Cell,
  type CellTypes,
  columnLetters,
  type FieldOf,
  foldName,
  rowReader,
  type SkippedColumn,
} from '@careergraph/extract';
import type { RowSink } from '@careergraph/releases';
import type { FileKindDefinition, LoadingFile } from './file-kind.js';
import { Notes } from './notes.js';
import { FileOutput } from './output.js';

const ROWS_PER_REPORT = 1_000;

/** Reads a file row by row and gives its rows and errors to the sink. */
export async function readFile<C extends CellTypes, Memory>(
  kind: FileKindDefinition<C, Memory>,
  file: LoadingFile<FieldOf<C>>,
  sink: RowSink,
): Promise<void> {
  const { sheet, header } = file;
  const out = new FileOutput(file, sink);
  const read = rowReader(kind.cells, file.columns, file.table.kind === 'text' ? kind.emptyText : null);
  const onWrong = out.fault.bind(out);
  const memory = (await kind.memory?.(file)) as Memory;
  const notes = new Notes(kind, file.layout.skipsUnknown === true, out);
  const isOutside = outsideOf(header.cells);
  const repeats = kind.key && repeatsOf(kind.key);
  let rows = 0;
  if (file.skipped.length > 0) out.remark(`Skipped without effect on any figure: ${describeColumns(file.skipped)}.`);
  if (kind.preamble) checkPreamble(kind.preamble, file, out);
  for await (const { number, cells } of sheet.rows()) {
    if (number <= header.end) continue;
    out.begin(number, cells);
    rows += 1;
    if (rows % ROWS_PER_REPORT === 0) sink.progress(rows, sheet.rowsExpected);
    if (notes.takes(number, cells)) continue;
    notes.beforeRow();
    if (kind.skips?.((field) => cells[file.columns[field] ?? -1] ?? null, memory)) continue;
    const outside = isOutside(cells);
    if (outside !== null) {
      out.faultAt({
        row: number,
        column: `column ${columnLetters(outside)}`,
        value: cells[outside],
        message: 'is in a column without a header.',
      });
      continue;
    }
    const values = read(cells, onWrong);
    if (values === null) continue;
    if (repeats?.(values, out)) continue;
    kind.row(values, out, memory);
    const sent = out.send();
    // Waiting for each of some million rows would cost more than the rows.
    if (sent) await sent;
  }
  notes.end();
  kind.end?.(out, memory);
  await out.send();
  sink.progress(rows, sheet.rowsExpected);
}

/** Files of some sources have hundreds of columns that are not read. */
const NAMED_COLUMNS = 10;

function describeColumns(columns: readonly SkippedColumn[]): string {
  const named = columns.slice(0, NAMED_COLUMNS).map(({ column, name }) => `${column} ${JSON.stringify(name)}`);
  const rest = columns.length - named.length;
  return named.join(', ') + (rest > 0 ? `, and ${rest} more` : '');
}

/** Finds a value to the right of the header, or below a column that has no name. */
function outsideOf(header: readonly Cell[]): (cells: readonly Cell[]) => number | null {
  const width = header.findLastIndex((name) => foldName(name) !== '') + 1;
  const unnamed = header.slice(0, width).flatMap((name, index) => (foldName(name) === '' ? [index] : []));
  return (cells) => {
    for (const index of unnamed) if (foldName(cells[index] ?? null) !== '') return index;
    for (let index = width; index < cells.length; index += 1) if (foldName(cells[index] ?? null) !== '') return index;
    return null;
  };
}

function checkPreamble<Field extends string>(
  known: readonly RegExp[],
  { above }: LoadingFile<Field>,
  out: FileOutput<Field>,
): void {
  for (const { number, cells } of above) {
    const [line, ...others] = cells.filter((cell) => cell !== null);
    if (others.length === 0 && known.some((pattern) => pattern.test(String(line).trim()))) continue;
    out.faultAt({
      row: number,
      column: 'column A',
      value: line,
      message: 'is not a line that is known above the header.',
    });
  }
}

/** Refuses a row that has the key of an earlier one. A row without a value in any of the fields has no key. */
function repeatsOf<Field extends string>([field, ...others]: readonly [Field, ...Field[]]): (
  values: Readonly<Record<Field, unknown>>,
  out: FileOutput<Field>,
) => boolean {
  // One map per group of the other fields, because a string per row takes more memory.
  const groups = new Map<string, Map<unknown, number>>();
  return (values, out) => {
    let group = '';
    for (const other of others) group += `\t${values[other] ?? ''}`;
    let rowOf = groups.get(group);
    if (!rowOf) {
      rowOf = new Map();
      groups.set(group, rowOf);
    }
    const earlier = rowOf.get(values[field]);
    if (earlier === undefined) {
      rowOf.set(values[field], out.row);
      return false;
    }
    const filled = [field, ...others].filter((part) => values[part] !== null);
    const [first] = filled;
    if (first === undefined) return false;
    const parts = filled.map((part) => values[part]);
    out.fault(first, `is a duplicate of row ${earlier}${others.length > 0 ? `: ${parts.join(', ')}` : ''}.`);
    return true;
  };
}
