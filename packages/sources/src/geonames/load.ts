import { openTable } from '@careergraph/extract';
import type { Importer } from '@careergraph/releases';
import { normalizePlace } from './normalize.js';
import { parsePlaces } from './parse.js';

/** Each line as a place: a ZIP code may have several. */
export const load: Importer['load'] = async ({ file }, sink) => {
  const table = await openTable(file.path, file.name);
  try {
    let rows = 0;
    for await (const raw of parsePlaces(table)) {
      sink.progress(++rows, table.sheets[0]?.rowsExpected ?? null);
      const place = normalizePlace(raw, (column, value, message) =>
        sink.fault({ file: file.name, row: raw.row, column, value, message }),
      );
      if (place) await sink.add('ZipPlace', place);
    }
  } finally {
    await table.close();
  }
};
