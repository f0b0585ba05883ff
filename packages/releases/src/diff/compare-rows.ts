import type { FigureMarker, Session } from '@careergraph/db';
import {
  type ComparedFiles,
  countsQuery,
  joinStatement,
  keyColumns,
  movedCondition,
  repeatedQuery,
} from './compare-sql.js';
import type { Comparison, Measure } from './comparison.js';
import type { KeyValues, Listed, ListedChange, ListedRow, MeasureResult, Side } from './release-diff.js';

interface ComparedRows {
  readonly rows: { readonly before: number; readonly after: number; readonly both: number };
  readonly appeared: Listed<ListedRow>;
  readonly vanished: Listed<ListedRow>;
  readonly measures: readonly (Omit<MeasureResult, Lists> & Readonly<Record<Lists, Listed<ListedChange>>>)[];
}
type Lists = 'moved' | 'becameSuppressed' | 'becamePublished' | 'otherMarker';

type JoinedRow = Readonly<Record<string, number | string | null>>;

/** Compares the rows of one table in the files of two releases, in the caller's transaction. */
export async function compareRows(
  session: Session,
  comparison: Comparison,
  files: ComparedFiles,
  { thresholdPercent, limit }: { readonly thresholdPercent: number; readonly limit: number },
): Promise<ComparedRows> {
  const [repeated] = await session.query(repeatedQuery(comparison, files));
  await session.query('drop table if exists compared');
  await session.query(joinStatement(comparison, files, { isRepeated: repeated !== undefined }));
  const [counts] = await session.query<Readonly<Record<string, number>>>(countsQuery(comparison, thresholdPercent));
  const count = (name: string) => (counts as Readonly<Record<string, number>>)[name] as number;
  const list = (where: string, order: string) =>
    session.query<JoinedRow>(`select * from compared where ${where} order by ${order} limit ${limit}`);
  const keyOf = (row: JoinedRow): KeyValues =>
    Object.fromEntries(comparison.key.map((field, index) => [field, String(row[`k${index}`])]));
  const keys = keyColumns(comparison).join(', ');
  const [first] = comparison.measures;

  const onOneSide = async (side: 'before' | 'after', where: string): Promise<readonly ListedRow[]> =>
    (await list(where, first ? `${side}_0 desc nulls last, ${keys}` : keys)).map((row) => ({
      key: keyOf(row),
      ...(first ? sideOf(row, first, 0, side) : { value: null, marker: null }),
    }));
  const measures: ComparedRows['measures'][number][] = [];
  for (const [index, measure] of comparison.measures.entries()) {
    const changes = async (name: Lists, where: string, order: string): Promise<Listed<ListedChange>> => {
      const total = count(`${name}_${index}`);
      const rows = total === 0 ? [] : await list(`not repeats_part and ${where}`, `${order}, ${keys}`);
      return { total, rows: rows.map((row) => ({ key: keyOf(row), ...changeOf(row, measure, index) })) };
    };
    const [before, after] = [`before_${index}`, `after_${index}`];
    measures.push({
      name: measure.name,
      unit: measure.unit,
      compared: count(`compared_${index}`),
      changed: count(`changed_${index}`),
      moved: await changes(
        'moved',
        movedCondition(measure.unit, index, thresholdPercent),
        measure.unit === 'TEXT'
          ? keys
          : `abs(${after} - ${before}) / nullif(abs(${before}), 0) desc nulls first, abs(${after} - ${before}) desc`,
      ),
      becameSuppressed: await changes('becameSuppressed', `suppressed_${index}`, `${before} desc`),
      becamePublished: await changes('becamePublished', `published_${index}`, `${after} desc`),
      otherMarker: await changes('otherMarker', `other_${index}`, keys),
    });
  }
  return {
    rows: { before: count('rows_before'), after: count('rows_after'), both: count('rows_both') },
    appeared: { total: count('appeared'), rows: await onOneSide('after', 'appeared') },
    vanished: { total: count('vanished'), rows: await onOneSide('before', 'vanished') },
    measures,
  };
}

function changeOf(row: JoinedRow, measure: Measure, index: number): Omit<ListedChange, 'key'> {
  const before = sideOf(row, measure, index, 'before');
  const after = sideOf(row, measure, index, 'after');
  if (typeof before.value !== 'number' || typeof after.value !== 'number') {
    return { before, after, difference: null, percent: null };
  }
  const difference = rounded(after.value - before.value, decimalsOf(measure));
  const percent = before.value === 0 ? null : rounded((100 * difference) / Math.abs(before.value), 1);
  return { before, after, difference, percent };
}

function sideOf(row: JoinedRow, measure: Measure, index: number, side: 'before' | 'after'): Side {
  const value = row[`${side}_${index}`] ?? null;
  const marker = (row[`${side}_marker_${index}`] ?? null) as FigureMarker | null;
  if (typeof value !== 'number' || measure.unit === 'TEXT') return { value, marker };
  return { value: rounded(value * (measure.scale ?? 1), decimalsOf(measure)), marker };
}

/** 2 for cents. */
function decimalsOf({ scale }: Measure): number {
  return scale === undefined ? 0 : Math.max(0, Math.ceil(-Math.log10(scale)));
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
