import type { Session } from '@careergraph/db';
import type { Importer } from '../importer.js';
import { revisionNamed } from '../named.js';
import { releasesOf, type StoredRelease } from '../releases.js';
import { compareRows } from './compare-rows.js';
import type { Comparison } from './comparison.js';
import type { ComparedRelease, ComparisonResult, KeyValues, Listed, ReleaseDiff } from './release-diff.js';
import { type Titles, titlesOf } from './titles.js';

/**
 * Compares two releases of a source: which rows appeared or vanished, and which values changed.
 *
 * @throws ImportError if one of them does not exist
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
