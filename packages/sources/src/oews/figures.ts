import type { FigureMarker } from '@careergraph/db';
import { type Cell, inSmallestUnit, numberOf } from '@careergraph/extract';

/** A published figure as it is stored: a number in its smallest unit, or the marker in its place. */
export type Stored = readonly [value: number, marker: null] | readonly [value: null, marker: FigureMarker];

/** How the cells of a column are read. */
export interface FigureForm {
  /** How many of the smallest unit make one: 100 cents. */
  readonly perUnit: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly markers: Readonly<Record<string, FigureMarker>>;
  /** For messages: `an hourly wage in dollars, to the cent`. */
  readonly what: string;
}

const ESTIMATE_MARKERS = {
  '*': 'WAGE_NOT_RELEASED',
  '**': 'EMPLOYMENT_NOT_RELEASED',
  '~': 'UNDER_HALF_PERCENT',
} as const;
const WAGE_MARKERS = { '*': 'WAGE_NOT_RELEASED', '#': 'TOP_CODED' } as const;
const LARGEST = 2 ** 31 - 1;

export const PERSONS: FigureForm = {
  perUnit: 1,
  minimum: 0,
  maximum: LARGEST,
  markers: ESTIMATE_MARKERS,
  what: 'a number of persons',
};
export const PERCENT_TENTHS: FigureForm = {
  perUnit: 10,
  minimum: 0,
  maximum: LARGEST,
  markers: ESTIMATE_MARKERS,
  what: 'a standard error in percent, to a tenth',
};
export const JOBS_PER_1000: FigureForm = {
  perUnit: 1000,
  minimum: 0,
  maximum: 1_000_000,
  markers: ESTIMATE_MARKERS,
  what: 'a number of jobs per 1,000, to a thousandth',
};
export const QUOTIENT: FigureForm = {
  perUnit: 1000,
  minimum: 0,
  maximum: LARGEST,
  markers: ESTIMATE_MARKERS,
  what: 'a location quotient, to a thousandth',
};
export const YEARLY_USD: FigureForm = {
  perUnit: 1,
  minimum: 1,
  maximum: LARGEST,
  markers: WAGE_MARKERS,
  what: 'a yearly wage in whole dollars',
};
export const HOURLY_CENTS: FigureForm = {
  perUnit: 100,
  minimum: 1,
  maximum: LARGEST,
  markers: WAGE_MARKERS,
  what: 'an hourly wage in dollars, to the cent',
};

const NOT_PUBLISHED: Stored = [null, 'NOT_PUBLISHED'];

/** Reads a cell, or says what is wrong with it. */
export function readFigure(cell: Cell, form: FigureForm): Stored | string {
  if (cell === null) return NOT_PUBLISHED;
  const number = numberOf(cell);
  if (number === null) {
    const marker = typeof cell === 'string' && Object.hasOwn(form.markers, cell) ? form.markers[cell] : undefined;
    if (marker) return [null, marker];
    return `is neither ${form.what} nor a marker that this column can have (${Object.keys(form.markers).join(', ')}).`;
  }
  const value = inSmallestUnit(number, form.perUnit);
  if (value === null) return `is not ${form.what}: it is finer than that.`;
  if (value < form.minimum || value > form.maximum) return `is not ${form.what}: it is out of range.`;
  return [value, null];
}

/** Only one of the two is released for some occupations; the column has TRUE, or is empty. */
export function readFlag(cell: Cell): boolean | string {
  if (cell === null || cell === false) return false;
  if (cell === true || String(cell).toUpperCase() === 'TRUE') return true;
  return 'is neither TRUE nor empty.';
}
