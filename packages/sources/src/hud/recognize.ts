import { findColumns, ImportError, openTable, sheetsWith, type Table, type TableSheet } from '@careergraph/extract';
import type { Importer, Part } from '@careergraph/releases';
import { isReadMe, notOfSource } from '../places/other-file.js';
import { releaseOf } from '../places/release.js';
import { COLUMNS } from './columns.js';

/** Of a quarter, by its last month. */
export const RELEASE_KEY: Importer['releaseKey'] = { pattern: /^\d{4}-(03|06|09|12)$/, example: '2024-12' };
export const ROLE = 'zip-cbsa';

const SOURCE = "HUD's ZIP–CBSA crosswalk";
/** `ZIP_CBSA_122024.xlsx`, month and year. */
const PUBLISHED_NAME = /^ZIP_CBSA_(\d{2})(\d{4})(?!\d)/i;
const WHERE = 'The published name has its month, as in ZIP_CBSA_122024.xlsx; the quarter was chosen at the download.';

export const recognize: Importer['recognize'] = async (files, { release: asked }) => {
  const parts: Part[] = [];
  for (const file of files) {
    if (isReadMe(file.name)) continue;
    const table = await openTable(file.path, file.name);
    try {
      await crosswalkOf(table, file.name);
      const [, month, year] = PUBLISHED_NAME.exec(file.name) ?? [];
      const stated = month === undefined ? null : `${year}-${month}`;
      parts.push({ file, role: ROLE, release: releaseOf(file.name, stated, asked, RELEASE_KEY, WHERE) });
    } finally {
      await table.close();
    }
  }
  return parts;
};

/**
 * The sheet of the crosswalk with its header.
 *
 * @throws ImportError where the file is another one, or its columns are not those that are known
 */
export async function crosswalkOf(table: Table, file: string): Promise<TableSheet> {
  const [crosswalk, second] = await sheetsWith(table, 'RES_RATIO');
  if (!crosswalk) throw await notOfSource(file, SOURCE, table);
  if (second) {
    throw new ImportError(
      `${file} has a crosswalk on two sheets, "${crosswalk.sheet.name}" and "${second.sheet.name}": give one alone.`,
    );
  }
  const { sheet, header } = crosswalk;
  const columns = findColumns(header.cells, COLUMNS, { file, sheet: sheet.name, row: header.number });
  if (columns.area < columns.zip) {
    throw new ImportError(
      `${file} has CBSA before ZIP: it seems to be the CBSA–ZIP crosswalk, whose ratios are shares of a CBSA's addresses. Give the ZIP–CBSA one.`,
    );
  }
  return crosswalk;
}
