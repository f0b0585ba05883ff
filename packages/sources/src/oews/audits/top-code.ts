import type { TopCode } from '@careergraph/domain';
import { openTable } from '@careergraph/extract';
import { type Audit, type Failure, outcomeOf } from '@careergraph/releases';
import { declaredOf } from '../corrections.js';
import { readLegend } from '../legend.js';
import { labelOf } from '../releases.js';
import { PUBLISHED, STATISTICS } from './rows.js';

export const legendTopCode: Audit = {
  id: 'oews/legend-top-code',
  level: 'SHOULD',
  title: 'The top code in the legend of a file is that of the release.',
  async run({ sql, release, topCode, parts }) {
    const expected = displayTopCode(topCode);
    const failures: Failure[] = [];
    const roles = new Set<string>();
    for (const { file, role } of parts) {
      const table = await openTable(file.path, file.name);
      const legend = await readLegend(table).finally(() => table.close());
      if (!legend?.topCode) continue;
      roles.add(role);
      const found = displayTopCode(legend.topCode);
      if (found === expected) continue;
      failures.push({
        file: file.name,
        sheet: legend.sheet,
        row: legend.topCode.row,
        subject: 'top code',
        found,
        message: `has ${found}; that of ${labelOf(release)} is ${expected}.`,
      });
    }
    if (roles.size === 0) return { skipped: 'No file of this import has a legend.' };
    return outcomeOf(sql, {
      checked: roles.size,
      failures,
      declared: declaredOf('oews/legend-top-code', release, roles),
    });
  },
};

function displayTopCode(topCode: TopCode | null): string {
  return topCode ? `$${topCode.annualUsd} per year, $${topCode.hourlyCents / 100} per hour` : 'none';
}

export const percentilesBelowTopCode: Audit = {
  id: 'oews/percentiles-below-top-code',
  level: 'SHOULD',
  title: 'No percentile at or above the top code of the release is published as a number.',
  async run({ sql, files, release, topCode }) {
    if (!topCode) return { skipped: `${labelOf(release)} has no top code.` };
    const columns = STATISTICS.filter(({ name }) => name !== 'MEAN').flatMap(({ name, annual, hourly }) => [
      { column: `A_${name}`, field: annual, least: topCode.annualUsd, perUnit: 1 },
      { column: `H_${name}`, field: hourly, least: topCode.hourlyCents, perUnit: 100 },
    ]);
    return outcomeOf(sql, {
      checked: `select count(*)::int as checked from wage_estimate w ${PUBLISHED}`,
      failures: columns
        .map(
          ({ column, field, least, perUnit }) => `
            select f.name as file, w.sheet, w.row, '${column}' as column, round(${field} / ${perUnit}.0, 2)::float8 as value,
                   'is at or above the top code, ${displayTopCode(topCode)}.' as message
            from wage_estimate w join file f on f.id = w.file_id ${PUBLISHED} and ${field} >= ${least}`,
        )
        .join(' union all '),
      parameters: [files],
    });
  },
};
