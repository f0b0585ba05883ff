import type { FigureMarker, LoadedRows } from '@careergraph/db';

export type WageRow = LoadedRows['WageEstimate'];
export type ProjectionRow = LoadedRows['Projection'];

/** Where the figures of a CSV column are stored. */
interface FigureColumn<Row> {
  readonly value: keyof Row & string;
  readonly marker: keyof Row & string;
  /** How many of the stored unit make one of the published unit: 100 cents per dollar. */
  readonly perUnit: number;
}

/** The columns of figures in oews-*.csv, in the order of the file. */
export const WAGE_FIGURES = {
  employment: { value: 'employmentPersons', marker: 'employmentMarker', perUnit: 1 },
  employmentPrse: { value: 'employmentPrseTenths', marker: 'employmentPrseMarker', perUnit: 10 },
  meanPrse: { value: 'meanPrseTenths', marker: 'meanPrseMarker', perUnit: 10 },
  hourlyMean: { value: 'hourlyMeanCents', marker: 'hourlyMeanMarker', perUnit: 100 },
  hourlyP10: { value: 'hourlyP10Cents', marker: 'hourlyP10Marker', perUnit: 100 },
  hourlyP25: { value: 'hourlyP25Cents', marker: 'hourlyP25Marker', perUnit: 100 },
  hourlyP50: { value: 'hourlyP50Cents', marker: 'hourlyP50Marker', perUnit: 100 },
  hourlyP75: { value: 'hourlyP75Cents', marker: 'hourlyP75Marker', perUnit: 100 },
  hourlyP90: { value: 'hourlyP90Cents', marker: 'hourlyP90Marker', perUnit: 100 },
  annualMean: { value: 'annualMeanUsd', marker: 'annualMeanMarker', perUnit: 1 },
  annualP10: { value: 'annualP10Usd', marker: 'annualP10Marker', perUnit: 1 },
  annualP25: { value: 'annualP25Usd', marker: 'annualP25Marker', perUnit: 1 },
  annualP50: { value: 'annualP50Usd', marker: 'annualP50Marker', perUnit: 1 },
  annualP75: { value: 'annualP75Usd', marker: 'annualP75Marker', perUnit: 1 },
  annualP90: { value: 'annualP90Usd', marker: 'annualP90Marker', perUnit: 1 },
} as const satisfies Record<string, FigureColumn<WageRow>>;

/** The columns of figures in projections-*.csv, in the order of the file. Counts are in thousands. */
export const PROJECTION_FIGURES = {
  baseEmployment: { value: 'baseEmploymentPersons', marker: 'baseEmploymentMarker', perUnit: 1000 },
  projectedEmployment: { value: 'projectedEmploymentPersons', marker: 'projectedEmploymentMarker', perUnit: 1000 },
  change: { value: 'changePersons', marker: 'changeMarker', perUnit: 1000 },
  percent: { value: 'percentTenths', marker: 'percentMarker', perUnit: 10 },
  openings: { value: 'annualOpeningsPersons', marker: 'annualOpeningsMarker', perUnit: 1000 },
  selfEmployed: { value: 'selfEmployedTenths', marker: 'selfEmployedMarker', perUnit: 10 },
  medianWage: { value: 'medianAnnualUsd', marker: 'medianAnnualMarker', perUnit: 1 },
} as const satisfies Record<string, FigureColumn<ProjectionRow>>;

/** What the publisher prints in place of a wage estimate. */
export const WAGE_MARKERS = {
  '*': 'WAGE_NOT_RELEASED',
  '**': 'EMPLOYMENT_NOT_RELEASED',
  '#': 'TOP_CODED',
  '~': 'UNDER_HALF_PERCENT',
  '': 'NOT_PUBLISHED',
} as const satisfies Record<string, FigureMarker>;

/** What the projections print where a value does not exist. */
export const DASH = '—';

export const PROJECTION_KINDS = { Summary: 'SUMMARY', 'Line item': 'LINE_ITEM' } as const;

/** How the projections print a median at or above the top code: `>=$239,200`. */
export function topCodedMedian(annualUsd: number): string {
  return `>=$${annualUsd.toLocaleString('en-US')}`;
}
