import type { LoadedTable } from '@careergraph/db';

/** What a diff compares of one table: rows of two releases with the same key, and their measures. */
export interface Comparison {
  /** `wages`, `projections`, `tasks` */
  readonly id: string;
  readonly title: string;
  readonly table: LoadedTable;
  /** Fields that tell which rows are the same, e.g. occupationCode and areaCode. */
  readonly key: readonly string[];
  readonly measures: readonly Measure[];
}

/** A field whose change is shown: by percent where it is a number, by difference where it is text. */
export interface Measure {
  readonly name: string;
  readonly field: string;
  /** Field of the marker that stands in place of a missing number. */
  readonly marker?: string;
  /** What one of it is worth: 0.01 for cents, 0.1 for tenths. */
  readonly scale?: number;
  readonly unit: 'USD' | 'USD_PER_HOUR' | 'PERSONS' | 'PERCENT' | 'NUMBER' | 'TEXT';
}
