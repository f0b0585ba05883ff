import { TableError } from './errors.js';
import { headOf, kindOf, refuseOtherKinds } from './kind.js';
import type { Table } from './table.js';
import type { TextEncoding } from './text/bytes.js';
import { openText } from './text/table.js';
import { openWorkbook } from './xlsx/workbook.js';

/**
 * Opens a workbook (.xlsx) or a text file (comma-separated or tab-delimited). The content decides which it is.
 *
 * @param name the published file name, for messages; `path` may be a temporary file
 * @param encoding of a text file; `utf-8-or-windows-1252` also reads what is not UTF-8, byte by byte
 * @throws TableError if the file is neither, or is damaged
 * @example
 * const table = await openTable(path, 'national_M2024_dl.xlsx');
 * for await (const { number, cells } of table.sheets[0].rows()) console.log(number, cells);
 * await table.close();
 */
export async function openTable(path: string, name: string, encoding: TextEncoding = 'utf-8'): Promise<Table> {
  const head = await headOf(path, name);
  const kind = kindOf(head);
  if (kind === 'zip') return openWorkbook(path, name);
  if (kind === 'gzip') {
    throw new TableError({ file: name }, 'is compressed (gzip), not a table. Unpack it and give the file in it.');
  }
  await refuseOtherKinds(head, path, name);
  return openText(path, name, head, encoding);
}
