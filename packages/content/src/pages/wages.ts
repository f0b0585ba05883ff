import { STATES, WAGE_STATISTICS, wageColumns, wordsOf } from '@careergraph/domain';
import type { DocumentFile } from '../guides/schema.js';
import type { WageRow } from '../starter/columns.js';

/** A page's table of states gives one statistic per state and says nothing about the others. */
const NOT_STATED = {
  annualOnly: false,
  hourlyOnly: false,
  employmentPrseMarker: 'NOT_STATED',
  meanPrseMarker: 'NOT_STATED',
  jobsPer1000Marker: 'NOT_STATED',
  locationQuotientMarker: 'NOT_STATED',
  employmentMarker: 'NOT_STATED',
  ...Object.fromEntries(
    wordsOf(WAGE_STATISTICS).flatMap((statistic) => {
      const { annualMarker, hourlyMarker } = wageColumns(statistic);
      return [annualMarker, hourlyMarker].map((marker) => [marker, 'NOT_STATED'] as const);
    }),
  ),
} as const satisfies Partial<WageRow>;

/** The rows of a page's table of states as wage estimates of a release of that page. */
export function pageWages(table: NonNullable<DocumentFile['stateWages']>): readonly WageRow[] {
  const { occupation, section, statistic, unit } = table;
  const { annualUsd, annualMarker, hourlyCents, hourlyMarker } = wageColumns(statistic);
  const [value, marker] = unit === 'USD_PER_YEAR' ? [annualUsd, annualMarker] : [hourlyCents, hourlyMarker];
  const base = { occupationCode: occupation, sheet: section, ...NOT_STATED };
  return [
    ...table.rows.map((row) => ({
      ...base,
      areaCode: row.area,
      areaKind: kindOf(row.area),
      row: row.line,
      [value]: unit === 'USD_PER_YEAR' ? row.value : Math.round(row.value * 100),
      [marker]: null,
    })),
  ];
}

function kindOf(area: string): WageRow['areaKind'] {
  const state = STATES.find(({ code }) => code === area);
  if (!state) throw new Error(`A page's table of states has the area ${area}, which the audits let through.`);
  return state.kind;
}
