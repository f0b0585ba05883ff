import type { FigureMarker } from '@careergraph/db';
import type { Measure } from './comparison.js';

export interface ReleaseDiff {
  readonly source: string;
  readonly before: ComparedRelease;
  readonly after: ComparedRelease;
  readonly thresholdPercent: number;
  /** How many rows of each list are given; their totals count all. */
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
  /** In the later release only, with what it has of the first measure. */
  readonly appeared: Listed<NamedRow>;
  readonly vanished: Listed<NamedRow>;
  readonly measures: readonly MeasureResult[];
}

/** What became of a measure in the rows that both releases have. */
export interface MeasureResult {
  readonly name: string;
  readonly unit: Measure['unit'];
  /** Rows with a number on both sides; of a text, all rows. */
  readonly compared: number;
  readonly changed: number;
  /** By more than the threshold, the largest change in percent first; of a text, all that changed. */
  readonly moved: Listed<NamedChange>;
  /** A marker instead of a number. */
  readonly becameSuppressed: Listed<NamedChange>;
  /** A number instead of a marker. */
  readonly becamePublished: Listed<NamedChange>;
  /** Another marker. */
  readonly otherMarker: Listed<NamedChange>;
}

export interface Listed<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

interface Named {
  readonly key: KeyValues;
  /** What the codes of the key are called, by field. */
  readonly titles: KeyValues;
}
export type NamedRow = Named & Omit<ListedRow, 'key'>;
export type NamedChange = Named & Omit<ListedChange, 'key'>;

export type KeyValues = Readonly<Record<string, string>>;

export interface ListedRow {
  readonly key: KeyValues;
  /** Of the first measure, in its unit. */
  readonly value: number | string | null;
  readonly marker: FigureMarker | null;
}

export interface ListedChange {
  readonly key: KeyValues;
  readonly before: Side;
  readonly after: Side;
  /** In the measure's unit; null where one side has no number. */
  readonly difference: number | null;
  /** Of the value before; null where that is 0 or there is none. */
  readonly percent: number | null;
}

/** A value in the measure's unit, or the marker in its place; neither where the file has neither. */
export interface Side {
  readonly value: number | string | null;
  readonly marker: FigureMarker | null;
}
