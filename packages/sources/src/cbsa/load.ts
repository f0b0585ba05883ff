import { openTable } from '@careergraph/extract';
import type { Importer } from '@careergraph/releases';
import { COLUMNS, type CountyField } from './columns.js';
import { type AreaAndCounties, normalizeCounty } from './normalize.js';
import { parseCounties } from './parse.js';

/** Each county as a row, and each area once, at its first county. */
export const load: Importer['load'] = async ({ file }, sink) => {
  const table = await openTable(file.path, file.name);
  try {
    const areas = new Map<string, AreaAndCounties['area'] & { readonly row: number }>();
    const rowOfCounty = new Map<string, number>();
    let rows = 0;
    for await (const raw of parseCounties(table, file.name)) {
      sink.progress(++rows, table.sheets[0]?.rowsExpected ?? null);
      const { sheet, row, cells } = raw;
      const place = { file: file.name, sheet, row };
      const found = normalizeCounty(raw, (column, value, message) => sink.fault({ ...place, column, value, message }));
      if (!found) continue;
      const wrong = (field: CountyField, message: string) =>
        sink.fault({ ...place, column: COLUMNS[field][0] as string, value: cells[field], message });
      const { area, counties } = found;
      const known = areas.get(area.code);
      if (!known) {
        areas.set(area.code, { ...area, row });
        await sink.add('FileArea', area);
      } else if (known.name !== area.name || known.kind !== area.kind) {
        const differing = known.name === area.name ? 'kind' : 'title';
        wrong(differing, `differs from that of ${area.code} in row ${known.row}.`);
      }
      for (const county of counties) {
        const other = rowOfCounty.get(county.countyFips);
        if (other !== undefined) {
          wrong(
            'countyFips',
            `is county ${county.countyFips}, which row ${other} has already: a county is in one CBSA.`,
          );
          continue;
        }
        rowOfCounty.set(county.countyFips, row);
        await sink.add('CbsaCounty', county);
      }
    }
  } finally {
    await table.close();
  }
};
