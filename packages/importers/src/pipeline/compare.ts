import type { Session } from '@careergraph/db';
import { compareRows, type KeyValues, type ListedChange, type ListedRow } from './compare-rows.js';
import type { Comparison, Measure } from './diff.js';
import type { Importer } from './importer.js';
import { revisionNamed } from './named.js';
import { releasesOf, type StoredRelease } from './releases.js';
import { type Titles, titlesOf } from './titles.js';

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

/**
 * Says what appeared, vanished and moved between two releases of a source.
 *
 * @throws ImportError where one of them is not there
 */
export async function compareReleases(
  session: Session,
  importer: Pick<Importer, 'comparisons' | 'source'>,
  names: { readonly before: string; readonly after: string },
  options: { readonly thresholdPercent: number; readonly limit: number },
): Promise<ReleaseDiff> {
  const source = importer.source.id;
  const releases = await releasesOf(session, source);
  const before = revisionNamed(releases, source, names.before);
  const after = revisionNamed(releases, source, names.after);
  const files = { before: before.files.map(({ id }) => id), after: after.files.map(({ id }) => id) };
  const comparisons: ComparisonResult[] = [];
  for (const comparison of importer.comparisons) {
    const found = await compareRows(session, comparison, files, options);
    const listed = [
      found.appeared,
      found.vanished,
      ...found.measures.flatMap((measure) => [
        measure.moved,
        measure.becameSuppressed,
        measure.becamePublished,
        measure.otherMarker,
      ]),
    ];
    const keys = listed.flatMap(({ rows }) => rows.map(({ key }) => key));
    const titles = await titlesOf(session, comparison, keys, [...files.after, ...files.before]);
    comparisons.push(named(comparison, found, titles));
  }
  return { source, before: compared(before), after: compared(after), ...options, comparisons };
}

function compared({ key, label, revision, files }: StoredRelease): ComparedRelease {
  return { key, label, revision, files: files.map(({ role, name, edition }) => ({ role, name, edition })) };
}

function named(
  { id, title }: Comparison,
  { rows, appeared, vanished, measures }: Awaited<ReturnType<typeof compareRows>>,
  titles: Titles,
): ComparisonResult {
  const withTitles = <Row extends { readonly key: KeyValues }>(list: Listed<Row>) => ({
    total: list.total,
    rows: list.rows.map((row) => ({ ...row, titles: titles(row.key) })),
  });
  return {
    id,
    title,
    rows,
    appeared: withTitles(appeared),
    vanished: withTitles(vanished),
    measures: measures.map(({ moved, becameSuppressed, becamePublished, otherMarker, ...measure }) => ({
      ...measure,
      moved: withTitles(moved),
      becameSuppressed: withTitles(becameSuppressed),
      becamePublished: withTitles(becamePublished),
      otherMarker: withTitles(otherMarker),
    })),
  };
}
