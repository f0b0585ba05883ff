import type { FigureMarker } from '@careergraph/db';
import type { Measure } from './comparison.js';

export interface ReleaseDiff {
  readonly source: string;
  readonly before: ComparedRelease;
  readonly after: ComparedRelease;
  readonly thresholdPercent: number;
  /** Maximum number of rows in each list. Totals count all rows. */
  readonly limit: number;
  readonly comparisons: readonly ComparisonResult[];
}

export interface ComparedRelease {
  readonly key: string;
  readonly label: string;
  readonly revision: number;
  readonly files: readonly { readonly role: string; readonly name: string; readonly edition: string }[];
}

export interface ComparisonResult {
  readonly id: string;
  readonly title: string;
  readonly rows: { readonly before: number; readonly after: number; readonly both: number };
  /** Rows of the later release only, with their value of the first measure. */
  readonly appeared: Listed<NamedRow>;
  readonly vanished: Listed<NamedRow>;
  readonly measures: readonly MeasureResult[];
}

/** Changes of a measure in the rows that both releases have. */
export interface MeasureResult {
  readonly name: string;
  readonly unit: Measure['unit'];
  /** Rows with a number on both sides; for text, all rows. */
  readonly compared: number;
  readonly changed: number;
  /** Changes above the threshold, largest percentage first; for text, all changes. */
  readonly moved: Listed<NamedChange>;
  /** A marker replaced a number. */
  readonly becameSuppressed: Listed<NamedChange>;
  /** A number replaced a marker. */
  readonly becamePublished: Listed<NamedChange>;
  /** A different marker replaced a marker. */
  readonly otherMarker: Listed<NamedChange>;
}

export interface Listed<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

interface Named {
  readonly key: KeyValues;
  /** Titles of the codes in the key, by field. */
  readonly titles: KeyValues;
}
export type NamedRow = Named & Omit<ListedRow, 'key'>;
export type NamedChange = Named & Omit<ListedChange, 'key'>;

export type KeyValues = Readonly<Record<string, string>>;

export interface ListedRow {
  readonly key: KeyValues;
  /** Value of the first measure, in its unit. */
  readonly value: number | string | null;
  readonly marker: FigureMarker | null;
}

export interface ListedChange {
  readonly key: KeyValues;
  readonly before: Side;
  readonly after: Side;
  /** In the measure's unit; null if one side has no number. */
  readonly difference: number | null;
  /** Percentage of the earlier value; null if that is 0 or missing. */
  readonly percent: number | null;
}

/** A value in the measure's unit, or the marker that replaces it. Both are null if the file has neither. */
export interface Side {
  readonly value: number | string | null;
  readonly marker: FigureMarker | null;
}
