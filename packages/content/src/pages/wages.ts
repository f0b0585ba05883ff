import { STATES } from '@careergraph/domain';
import type { DocumentFile } from '../guides/schema.js';
import type { WageRow } from '../starter/normalize.js';

/** A page's table of states gives one statistic per state and says nothing about the others. */
const NOT_STATED = {
  annualOnly: false,
  hourlyOnly: false,
  employmentPrseMarker: 'NOT_STATED',
  meanPrseMarker: 'NOT_STATED',
  jobsPer1000Marker: 'NOT_STATED',
  locationQuotientMarker: 'NOT_STATED',
  employmentMarker: 'NOT_STATED',
  annualMeanMarker: 'NOT_STATED',
  annualP10Marker: 'NOT_STATED',
  annualP25Marker: 'NOT_STATED',
  annualP50Marker: 'NOT_STATED',
  annualP75Marker: 'NOT_STATED',
  annualP90Marker: 'NOT_STATED',
  hourlyMeanMarker: 'NOT_STATED',
  hourlyP10Marker: 'NOT_STATED',
  hourlyP25Marker: 'NOT_STATED',
  hourlyP50Marker: 'NOT_STATED',
  hourlyP75Marker: 'NOT_STATED',
  hourlyP90Marker: 'NOT_STATED',
} as const satisfies Partial<WageRow>;

const COLUMN = {
  USD_PER_YEAR: {
    MEAN: 'annualMean',
    P10: 'annualP10',
    P25: 'annualP25',
    P50: 'annualP50',
    P75: 'annualP75',
    P90: 'annualP90',
  },
  USD_PER_HOUR: {
    MEAN: 'hourlyMean',
    P10: 'hourlyP10',
    P25: 'hourlyP25',
    P50: 'hourlyP50',
    P75: 'hourlyP75',
    P90: 'hourlyP90',
  },
} as const;

/** The rows of a page's table of states as wage estimates. */
export function pageWages(table: NonNullable<DocumentFile['stateWages']>): readonly WageRow[] {
  const { occupation, section, statistic, unit } = table;
  const column = COLUMN[unit][statistic];
  const value = unit === 'USD_PER_YEAR' ? `${column}Usd` : `${column}Cents`;
  const base = { occupationCode: occupation, sheet: section, ...NOT_STATED };
  return [
    ...table.rows.map((row) => ({
      ...base,
      areaCode: row.area,
      areaKind: kindOf(row.area),
      row: row.line,
      [value]: unit === 'USD_PER_YEAR' ? row.value : Math.round(row.value * 100),
      [`${column}Marker`]: null,
    })),
  ];
}

function kindOf(area: string): WageRow['areaKind'] {
  const state = STATES.find(({ code }) => code === area);
  if (!state) throw new Error(`A page's table of states has the area ${area}, which the audits let through.`);
  return state.kind;
}
