import { findColumns, ImportError, openTable, sheetsWith, type Table, type TableSheet } from '@careergraph/extract';
import type { Importer, Part } from '@careergraph/releases';
import { isReadMe, notOfSource } from '../places/other-file.js';
import { releaseOf } from '../places/release.js';
import { COLUMNS, IGNORED } from './columns.js';

export const RELEASE_KEY: Importer['releaseKey'] = { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2023-07' };
export const ROLE = 'delineation';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const TITLE_MONTH = new RegExp(`\\b(${MONTHS.join('|')})\\s+(\\d{4})\\s*$`, 'i');

export const recognize: Importer['recognize'] = async (files, { release: asked }) => {
  const parts: Part[] = [];
  for (const file of files) {
    if (isReadMe(file.name)) continue;
    const table = await openTable(file.path, file.name);
    try {
      const { above } = await listOf(table, file.name);
      const stated = monthIn(above.flatMap(({ cells }) => cells).map(String));
      const where = 'The title above the table names the month, and so does the OMB bulletin that it follows.';
      parts.push({ file, role: ROLE, release: releaseOf(file.name, stated, asked, RELEASE_KEY, where) });
    } finally {
      await table.close();
    }
  }
  return parts;
};

/**
 * The sheet of the list with its header.
 *
 * @throws ImportError where the file is another one, or its columns are not those that are known
 */
export async function listOf(table: Table, file: string): Promise<TableSheet> {
  const [list, second] = await sheetsWith(table, 'CBSA Code');
  if (!list) throw await notOfSource(file, 'the delineation of metropolitan areas (List 1)', table);
  if (second) {
    throw new ImportError(
      `${file} has a table of CBSAs on two sheets, "${list.sheet.name}" and "${second.sheet.name}": give List 1 alone.`,
    );
  }
  findColumns(list.header.cells, COLUMNS, { file, sheet: list.sheet.name, row: list.header.number }, IGNORED);
  return list;
}

function monthIn(titles: readonly string[]): string | null {
  for (const title of titles) {
    const [, month, year] = TITLE_MONTH.exec(title) ?? [];
    if (month === undefined) continue;
    const number = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
    return `${year}-${String(number).padStart(2, '0')}`;
  }
  return null;
}
