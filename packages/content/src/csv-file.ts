import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { excerpt, type Fault } from './faults.js';
import { messageOf } from './schema-messages.js';
import { readText } from './text-file.js';

/** A CSV file whose rows match their schema. */
export interface CsvFile<Row> {
  /** Path below the guides folder, with forward slashes. */
  readonly file: string;
  readonly sha256: string;
  readonly rows: readonly Row[];
  /** Creates a fault at a row, counted from 0. */
  at(index: number, message: string): Fault;
}

/**
 * Reads a CSV file with one line per row and validates its rows.
 *
 * @param schema its keys are the header of the file, in this order
 * @returns the file, or all faults with line and value
 */
export async function readCsv<S extends z.ZodObject>(
  folder: string,
  path: string,
  schema: S,
): Promise<CsvFile<z.infer<S>> | readonly Fault[]> {
  const read = await readText(folder, path);
  if ('message' in read) return [read];
  const { file, sha256, text } = read;
  const columns = Object.keys(schema.shape);
  let lines: string[][];
  try {
    lines = parse(text);
  } catch (error) {
    const line = Reflect.get(error as Error, 'lines') as unknown;
    const message = `is not valid CSV: ${(error as Error).message}`;
    return [{ file, line: typeof line === 'number' ? line : null, message }];
  }
  const [header = [], ...records] = lines;
  if (header.join() !== columns.join()) {
    return [{ file, line: 1, message: `the header is ${excerpt(header.join())}; expected "${columns.join()}"` }];
  }
  const at = (index: number, message: string): Fault => ({ file, line: index + 2, message });
  const faults: Fault[] = [];
  const rows: z.infer<S>[] = [];
  for (const [index, cells] of records.entries()) {
    const parsed = schema.safeParse(Object.fromEntries(columns.map((column, place) => [column, cells[place]])));
    if (parsed.success) rows.push(parsed.data);
    else {
      for (const issue of parsed.error.issues) {
        const column = String(issue.path[0] ?? '');
        faults.push(at(index, `${column}: ${messageOf(issue, cells[columns.indexOf(column)])}`));
      }
    }
  }
  return faults.length > 0 ? faults : { file, sha256, rows, at };
}
