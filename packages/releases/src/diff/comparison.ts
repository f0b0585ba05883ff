import type { LoadedTable } from '@careergraph/db';

/** What a diff compares in one table: the measures of rows with the same key in two releases. */
export interface Comparison {
  /** `wages`, `projections`, `tasks` */
  readonly id: string;
  readonly title: string;
  readonly table: LoadedTable;
  /** Fields that identify a row, e.g. occupationCode and areaCode. */
  readonly key: readonly string[];
  /** Field of the key with a code such as 11-1030: its changes are not listed again if those of a code below it are the same. */
  readonly groupedBy?: string;
  readonly measures: readonly Measure[];
}

/** A field to compare: numbers by percent, text by equality. */
export interface Measure {
  readonly name: string;
  readonly field: string;
  /** Field of the marker that replaces a missing number. */
  readonly marker?: string;
  /** Value of one stored unit: 0.01 for cents, 0.1 for tenths. */
  readonly scale?: number;
  readonly unit: 'USD' | 'USD_PER_HOUR' | 'PERSONS' | 'PERCENT' | 'NUMBER' | 'TEXT';
}
