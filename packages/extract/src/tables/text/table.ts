import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, type Options, parse } from 'csv-parse';
import { quoted, TableError } from '../errors.js';
import type { Sheet, SheetRow, Table } from '../table.js';
import { type TextEncoding, textBytes } from './bytes.js';
import { type Delimiter, delimiterOf } from './delimiter.js';

/** Far above any record; without it a quote that is never closed would take the whole file into memory. */
const MAX_RECORD_CHARACTERS = 1024 ** 2;

/** Opens text whose first bytes are `head`. */
export function openText(path: string, file: string, head: Buffer, encoding: TextEncoding): Table {
  const delimiter = delimiterOf(head, file);
  const lineEnds = head.includes('\n') ? ['\r\n', '\n'] : ['\r'];
  let closed = false;
  let expected: number | null = null;
  const sheet: Sheet = {
    name: file.slice(0, file.length - extname(file).length),
    get rowsExpected() {
      return expected;
    },
    rows: () => {
      if (closed) throw new Error(`${file} was closed before its rows were read.`);
      return rowsOf(path, file, encoding, delimiter, lineEnds, (rows) => {
        expected = rows;
      });
    },
  };
  return {
    kind: 'text',
    sheets: [sheet],
    close: async () => {
      closed = true;
    },
  };
}

async function* rowsOf(
  path: string,
  file: string,
  encoding: TextEncoding,
  delimiter: Delimiter,
  lineEnds: string[],
  onExpected: (rows: number) => void,
): AsyncGenerator<SheetRow, void, void> {
  const { size } = await stat(path);
  let width: number | undefined;
  let lastLine = 0;
  let emptyLines = 0;
  const options: Options<SheetRow, string[]> = {
    bom: true,
    delimiter,
    max_record_size: MAX_RECORD_CHARACTERS,
    // In tab-delimited text, O*NET's among it, a quote is a character like any other.
    quote: delimiter === ',' ? '"' : null,
    record_delimiter: lineEnds,
    relax_column_count: true,
    skip_empty_lines: true,
    // The lines that the parser counts are not used: a CR LF inside of quotes is two to it.
    on_record: (record, { empty_lines, bytes, records }) => {
      onExpected(bytes > 0 ? Math.round((records / bytes) * size) : records);
      const number = lastLine + 1 + empty_lines - emptyLines;
      emptyLines = empty_lines;
      lastLine = number + lineBreaks(record);
      width ??= record.length;
      if (record.length !== width) throw unlikeHeader(record, width, { file, row: number });
      return { number, cells: record.map((cell) => (cell === '' ? null : cell)) };
    },
  };
  // Only `parse` with `columns` is declared with records of another type than they are read as.
  const parser = parse(options as unknown as Options);
  // What fails on the way comes out of the parser as well, which is read below.
  const fed = pipeline(Readable.from(textBytes(path, file, encoding)), parser).catch(() => {});
  try {
    yield* parser as AsyncIterable<SheetRow>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = lastLine + 1 + parser.info.empty_lines - emptyLines;
    const between = delimiter === ',' ? 'commas' : 'tabs';
    throw new TableError(
      { file, row },
      `is not text with ${between} between cells: ${error.message}. Correct the line or download the file again.`,
      { cause: error },
    );
  } finally {
    parser.destroy();
    await fed;
  }
}

function lineBreaks(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) if (/[\r\n]/.test(cell)) count += cell.split(/\r\n|\n|\r/).length - 1;
  return count;
}

function unlikeHeader(
  record: readonly string[],
  width: number,
  place: { readonly file: string; readonly row: number },
): TableError {
  const cells = record.length === 1 ? '1 cell' : `${record.length} cells`;
  return new TableError(
    place,
    `has ${cells} and the first row has ${width}: ${quoted(record.join(' | '))}. The line was cut or has a delimiter too many; download the file again.`,
  );
}
