import { firstRows, ImportError, openTable } from '@careergraph/extract';
import type { Importer, Part } from '@careergraph/releases';
import { isPostalCodeRow, isReadMe, notOfSource } from '../places/other-file.js';
import { releaseOf } from '../places/release.js';

export const RELEASE_KEY: Importer['releaseKey'] = { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2026-11' };
export const ROLE = 'postal-codes';

const WHERE = 'The month is that of "Last modified" beside US.zip on the page where it was downloaded.';

export const recognize: Importer['recognize'] = async (files, { release: asked }) => {
  const parts: Part[] = [];
  for (const file of files) {
    if (isReadMe(file.name)) continue;
    const table = await openTable(file.path, file.name);
    try {
      const [sheet] = table.sheets;
      const [first] = sheet ? await firstRows(sheet) : [];
      if (table.kind !== 'text' || !first || !isPostalCodeRow(first.cells)) {
        throw await notOfSource(file.name, "GeoNames' list of postal codes, twelve columns without a header", table);
      }
      const [country] = first.cells;
      if (country !== 'US') {
        throw new ImportError(
          `${file.name} has the postal codes of ${country} (row ${first.number}): this importer reads those of the United States, US.zip.`,
        );
      }
      parts.push({ file, role: ROLE, release: releaseOf(file.name, null, asked, RELEASE_KEY, WHERE) });
    } finally {
      await table.close();
    }
  }
  return parts;
};
