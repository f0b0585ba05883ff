import { openTable } from '@careergraph/extract';
import { type Audit, type Failure, judge, queryAudit } from '@careergraph/releases';
import { declaredOf } from '../corrections.js';
import { readLegend } from '../parse.js';
import { labelOf, type TopCode, topCodeOf } from '../releases.js';
import { PUBLISHED, STATISTICS } from './rows.js';

const legendTopCode: Audit = {
  id: 'oews/legend-top-code',
  level: 'SHOULD',
  title: 'The top code that the legend prints is the one that is known of the release',
  run: async ({ release, parts }) => {
    const known = topCodeOf(release);
    const failures: Failure[] = [];
    const roles = new Set<string>();
    for (const { file, role } of parts) {
      const table = await openTable(file.path, file.name);
      try {
        const legend = await readLegend(table);
        if (!legend?.topCode) continue;
        roles.add(role);
        if (shown(legend.topCode) === shown(known)) continue;
        failures.push({
          file: file.name,
          sheet: legend.sheet,
          row: legend.topCode.row,
          subject: SUBJECT,
          found: shown(legend.topCode),
          message: `has ${shown(legend.topCode)}; known of ${labelOf(release)} is ${shown(known)} (releases.ts).`,
        });
      } finally {
        await table.close();
      }
    }
    if (roles.size === 0) return { skipped: 'No file of this import has a legend.' };
    return judge(roles.size, failures, declaredOf('oews/legend-top-code', release, roles));
  },
};

const SUBJECT = 'top code';

function shown(topCode: TopCode | null): string {
  return topCode ? `$${topCode.annualUsd} a year, $${topCode.hourlyCents / 100} an hour` : 'none';
}

const percentilesBelowTopCode: Audit = {
  id: 'oews/percentiles-below-top-code',
  level: 'SHOULD',
  title: 'No percentile at or above the top code of the release is published as a number',
  run: ({ sql, files, release }) => {
    const topCode = topCodeOf(release);
    if (!topCode) return Promise.resolve({ skipped: `${labelOf(release)} has no top code.` });
    const percentiles = STATISTICS.filter(({ name }) => name !== 'MEAN');
    const columns = percentiles.flatMap(({ name, annual, hourly }) => [
      { column: `A_${name}`, field: annual, from: topCode.annualUsd, unit: 1 },
      { column: `H_${name}`, field: hourly, from: topCode.hourlyCents, unit: 100 },
    ]);
    return queryAudit(
      sql,
      {
        checked: `select count(*)::int as checked from wage_estimate w ${PUBLISHED}`,
        failures: columns
          .map(
            ({ column, field, from, unit }) => `
              select f.name as file, w.sheet, w.row, '${column}' as column, round(${field} / ${unit}.0, 2)::float8 as value,
                     occupation_code || ' ' || area_code as subject, '${column}' as found,
                     'is at or above the top code, ${shown(topCode)}.' as message
              from wage_estimate w join file f on f.id = w.file_id ${PUBLISHED} and ${field} >= ${from}`,
          )
          .join(' union all '),
      },
      [files],
    );
  },
};

export const ofTopCode: readonly Audit[] = [legendTopCode, percentilesBelowTopCode];
