import { beginningOf, ImportError, openTable, type PublishedFile } from '@careergraph/extract';
import type { Part } from '@careergraph/releases';
import { GROUP_COUNTS } from './columns.js';
import { type SocSheet, socSheet } from './parse.js';

/**
 * Each of the three files is known by its column names; the year of the classification stands in the name of the
 * sheet or in the column names.
 *
 * @throws ImportError for another file, or another classification than this importer knows or was asked for
 */
export async function recognize(
  files: readonly PublishedFile[],
  { release: asked }: { readonly release: string | null },
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const file of files) parts.push(await partOf(file, asked));
  return parts;
}

async function partOf(file: PublishedFile, asked: string | null): Promise<Part> {
  const table = await openTable(file.path, file.name);
  try {
    const found = await socSheet(table);
    if (!found) {
      throw new ImportError(
        `${file.name} is none of the files of the Standard Occupational Classification (structure, definitions, direct match titles): ` +
          `its first sheet has no row with their column names. ${await beginningOf(table)} They are published at https://www.bls.gov/soc/2018/home.htm.`,
      );
    }
    const said = yearOf(found);
    if (said !== null && asked !== null && said !== asked) {
      throw new ImportError(
        `${file.name} is of the SOC ${said}, not of ${asked}. Ask for ${said}, or give the file of ${asked}.`,
      );
    }
    const release = said ?? asked;
    if (release === null) {
      throw new ImportError(
        `${file.name} does not say of which year's classification it is: name it (--release 2018).`,
      );
    }
    if (!GROUP_COUNTS[release]) {
      throw new ImportError(
        `${file.name} is of the SOC ${release}, and this importer knows that of ${Object.keys(GROUP_COUNTS).join(', ')}. Its README says what a new one needs.`,
      );
    }
    return { file, release, role: found.role };
  } finally {
    await table.close();
  }
}

function yearOf({ sheet, header }: SocSheet): string | null {
  for (const text of [sheet.name, ...header.cells]) {
    const year = /\b(1980|20\d\d)\b/.exec(String(text))?.[1];
    if (year !== undefined) return year;
  }
  return null;
}
