import { type LoadedTable, TABLES } from '@careergraph/db';
import type { Comparison } from './comparison.js';

/** Ids of the files of two releases. */
export interface ComparedFiles {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** `k0, k1`: the fields of a comparison's key in the table of joined rows. */
export function keyColumns({ key }: Comparison): readonly string[] {
  return key.map((_, index) => `k${index}`);
}

/** Returns a row if a key occurs more than once in either release. */
export function repeatedQuery(comparison: Comparison, { before, after }: ComparedFiles): string {
  const keys = keyExpressions(comparison).join(', ');
  const { table } = TABLES[comparison.table];
  const repeatedIn = (files: readonly number[]) =>
    `select from "${table}" where ${isOneOf(files)} group by ${keys} having count(*) > 1`;
  return `select 1 as repeated where exists (${repeatedIn(before)}) or exists (${repeatedIn(after)})`;
}

/**
 * Creates the temporary table `compared`: one row per key of either release, with both values of each measure and how
 * they differ.
 *
 * @param options.isRepeated true numbers rows that have the same key, so that each is joined with at most one other
 */
export function joinStatement(
  comparison: Comparison,
  files: ComparedFiles,
  { isRepeated }: { readonly isRepeated: boolean },
): string {
  const keys = [...keyColumns(comparison), ...(isRepeated ? ['repetition'] : [])];
  const measures = comparison.measures.flatMap((measure, index) => {
    const [before, after] = [`b.v${index}`, `a.v${index}`];
    const [beforeMarker, afterMarker] = [`b.m${index}`, `a.m${index}`];
    return [
      `${before} as before_${index}, ${after} as after_${index}`,
      `${beforeMarker} as before_marker_${index}, ${afterMarker} as after_marker_${index}`,
      ...(measure.unit === 'TEXT'
        ? [
            `${IN_BOTH} as compared_${index}`,
            `${IN_BOTH} and ${before} is distinct from ${after} as changed_${index}`,
            `false as suppressed_${index}, false as published_${index}, false as other_${index}`,
          ]
        : [
            `${before} is not null and ${after} is not null as compared_${index}`,
            `coalesce(${before} <> ${after}, false) as changed_${index}`,
            `${IN_BOTH} and ${before} is not null and ${after} is null as suppressed_${index}`,
            `${IN_BOTH} and ${before} is null and ${after} is not null as published_${index}`,
            `${IN_BOTH} and ${before} is null and ${after} is null and ${beforeMarker} is distinct from ${afterMarker} as other_${index}`,
          ]),
    ];
  });
  return `create temporary table compared on commit drop as
    select *, ${repeatsPart(comparison)} as repeats_part from (select ${keys.map((key) => `coalesce(b.${key}, a.${key}) as ${key}`).join(', ')},
      b.k0 is null as appeared, a.k0 is null as vanished${measures.map((column) => `,\n      ${column}`).join('')}
    from (${side(comparison, files.before, isRepeated)}) as b
    full join (${side(comparison, files.after, isRepeated)}) as a on ${keys.map((key) => `b.${key} = a.${key}`).join(' and ')}) as joined`;
}

/** Whether a row is of a group with the same figures, before and after, as a part of it: 11-1030 and 11-1031. */
function repeatsPart({ key, groupedBy, measures }: Comparison): string {
  if (groupedBy === undefined) return 'false';
  const code = `k${key.indexOf(groupedBy)}`;
  const others = key.flatMap((field, index) => (field === groupedBy ? [] : [`k${index}`]));
  const figures = measures.flatMap(({ unit }, index) =>
    unit === 'TEXT' ? [] : ['before', 'before_marker', 'after', 'after_marker'].map((column) => `${column}_${index}`),
  );
  const next = `lead(${code}) over (partition by ${[...others, ...figures].join(', ')} order by ${code})`;
  return `coalesce(right(${code}, 1) = '0' and starts_with(${next}, rtrim(${code}, '0')), false)`;
}

const IN_BOTH = 'b.k0 is not null and a.k0 is not null';

/** IDs are part of the statement, because `create table as` takes no parameters. */
function side(comparison: Comparison, files: readonly number[], isRepeated: boolean): string {
  const keys = keyExpressions(comparison);
  const values = comparison.measures.map(({ field, marker, unit }, index) => {
    const type = unit === 'TEXT' ? 'text' : 'double precision';
    const inItsPlace = marker === undefined ? 'null' : columnOf(comparison.table, marker);
    return `${columnOf(comparison.table, field)}::${type} as v${index}, ${inItsPlace}::text as m${index}`;
  });
  const order = comparison.measures.map(({ field }) => columnOf(comparison.table, field)).join(', ');
  const repetition = isRepeated
    ? [`row_number() over (partition by ${keys.join(', ')}${order && ` order by ${order}`}) as repetition`]
    : [];
  const columns = [...keys.map((key, index) => `${key} as k${index}`), ...values, ...repetition];
  return `select ${columns.join(', ')} from "${TABLES[comparison.table].table}" where ${isOneOf(files)}`;
}

/** An empty cell is a key value like any other. A join would not match nulls. */
function keyExpressions({ table, key }: Comparison): readonly string[] {
  return key.map((field) => `coalesce(${columnOf(table, field)}::text, '')`);
}

function isOneOf(files: readonly number[]): string {
  return `file_id = any('{${files.map(Number).join(',')}}'::int[])`;
}

/** One row with all totals: of rows, and of changes without those of groups that repeat a part. */
export function countsQuery({ measures }: Comparison, thresholdPercent: number): string {
  const count = (where: string, as: string) => `count(*) filter (where ${where})::int as "${as}"`;
  const once = (where: string, as: string) => count(`not repeats_part and ${where}`, as);
  return `select ${[
    count('not appeared', 'rows_before'),
    count('not vanished', 'rows_after'),
    count('not appeared and not vanished', 'rows_both'),
    count('appeared', 'appeared'),
    count('vanished', 'vanished'),
    ...measures.flatMap(({ unit }, index) => [
      once(`compared_${index}`, `compared_${index}`),
      once(`changed_${index}`, `changed_${index}`),
      once(movedCondition(unit, index, thresholdPercent), `moved_${index}`),
      once(`suppressed_${index}`, `becameSuppressed_${index}`),
      once(`published_${index}`, `becamePublished_${index}`),
      once(`other_${index}`, `otherMarker_${index}`),
    ]),
  ].join(', ')} from compared`;
}

/** A change from 0 exceeds every threshold. */
export function movedCondition(unit: string, index: number, thresholdPercent: number): string {
  if (unit === 'TEXT') return `changed_${index}`;
  return `changed_${index} and abs(after_${index} - before_${index}) * 100 > ${Number(thresholdPercent)} * abs(before_${index})`;
}

function columnOf(table: LoadedTable, field: string): string {
  const { columns } = TABLES[table];
  const column = (columns as Readonly<Record<string, string>>)[field];
  if (column === undefined) throw new TypeError(`${table} has no field ${field}`);
  return `"${column}"`;
}
