import { openTable } from '@careergraph/extract';
import type { Importer } from '@careergraph/releases';
import { normalizeShare } from './normalize.js';
import { parseShares } from './parse.js';

/** Each row as a share of a ZIP code's addresses. */
export const load: Importer['load'] = async ({ file }, sink) => {
  const table = await openTable(file.path, file.name);
  try {
    let rows = 0;
    for await (const raw of parseShares(table, file.name)) {
      sink.progress(++rows, table.sheets[0]?.rowsExpected ?? null);
      const { sheet, row } = raw;
      const share = normalizeShare(raw, (column, value, message) =>
        sink.fault({ file: file.name, sheet, row, column, value, message }),
      );
      if (share) await sink.add('ZipShare', share);
    }
  } finally {
    await table.close();
  }
};
