import { beginningOf, ImportError, openTable, type PublishedFile } from '@careergraph/extract';
import type { Part } from '@careergraph/releases';
import { releaseKeyOf } from './columns.js';
import { occupationSheets } from './parse.js';

/**
 * The round stands in the title of the occupation table; the file's name says nothing.
 *
 * @throws ImportError for a file without such a table, or of another round than asked for
 */
export async function recognize(
  files: readonly PublishedFile[],
  { release: asked }: { readonly release: string | null },
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const file of files) parts.push({ file, release: await releaseOf(file, asked), role: 'national' });
  return parts;
}

async function releaseOf({ path, name }: PublishedFile, asked: string | null): Promise<string> {
  const table = await openTable(path, name);
  try {
    const [found, ...others] = await occupationSheets(table);
    if (!found) {
      throw new ImportError(
        `${name} is not the occupation workbook of the Employment Projections: no sheet begins with ` +
          `"Table 1.x Occupational projections, …, and worker characteristics, … (… in thousands)". ${await beginningOf(table)} ` +
          'The workbook is published at https://www.bls.gov/emp/data/occupational-data.htm (all tables, XLSX).',
      );
    }
    if (others.length > 0) {
      const names = [found, ...others].map(({ sheet }) => `"${sheet.name}"`);
      throw new ImportError(
        `${name} has more than one table of occupational projections: ${names.join(', ')}. Leave the right one.`,
      );
    }
    const release = releaseKeyOf(found);
    if (asked !== null && asked !== release) {
      throw new ImportError(
        `${name} is of the ${release} projections (sheet "${found.sheet.name}", row 1), not of ${asked}. Ask for ${release}, or give the file of ${asked}.`,
      );
    }
    return release;
  } finally {
    await table.close();
  }
}
