import type { FigureMarker } from '@careergraph/db';
import type {
  ComparedRelease,
  ComparisonResult,
  Listed,
  Measure,
  MeasureResult,
  NamedChange,
  NamedRow,
  ReleaseDiff,
  Side,
} from '@careergraph/releases';
import { clipped, count, counted, table } from './table.js';

/** Formats a diff as tables. */
export function diffText({ source, before, after, thresholdPercent, comparisons }: ReleaseDiff): string {
  return [
    `${source}: from ${releaseText(before)} to ${releaseText(after)}`,
    ...comparisons.map((comparison) => comparisonText(comparison, thresholdPercent)),
  ].join('\n\n');
}

function releaseText({ key, label, files }: ComparedRelease): string {
  const parts = files.map(({ role, edition }) => (edition === 'starter' ? `${role} (starter)` : role));
  return `${label} (${key}; ${parts.join(', ')})`;
}

function comparisonText({ title, rows, appeared, vanished, measures }: ComparisonResult, threshold: number): string {
  const [first] = measures;
  return [
    `${title}: ${counted(rows.before, 'row')} before, ${count(rows.after)} after, ${count(rows.both)} in both`,
    ...rowsText('appeared', appeared, first),
    ...rowsText('vanished', vanished, first),
    ...measures.flatMap((measure) => measureText(measure, threshold)),
  ].join('\n');
}

function rowsText(what: string, { total, rows }: Listed<NamedRow>, first: MeasureResult | undefined): string[] {
  if (total === 0) return [];
  const lines = rows.map((row) => [...keyCells(row), ...(first ? [sideText(row, first.unit)] : [])]);
  const columns = [...keyColumns(rows), ...(first ? [{ title: first.name, align: alignOf(first.unit) }] : [])];
  return [heading(`${count(total)} ${what}`, total, rows.length), ...tableOf(columns, lines)];
}

function measureText(measure: MeasureResult, threshold: number): string[] {
  const { name, unit, compared, changed, moved, becameSuppressed, becamePublished, otherMarker } = measure;
  const by = unit === 'TEXT' ? '' : `, ${count(moved.total)} by more than ${threshold}%`;
  return [
    heading(`${name}: ${count(changed)} of ${count(compared)} changed${by}`, moved.total, moved.rows.length),
    ...changesText(moved, unit),
    ...markedText(`${name}: ${count(becameSuppressed.total)} became a marker`, becameSuppressed, unit),
    ...markedText(`${name}: ${count(becamePublished.total)} became a figure`, becamePublished, unit),
    ...markedText(`${name}: ${count(otherMarker.total)} got another marker`, otherMarker, unit),
  ];
}

function markedText(title: string, list: Listed<NamedChange>, unit: Measure['unit']): string[] {
  if (list.total === 0) return [];
  return [heading(title, list.total, list.rows.length), ...changesText(list, unit)];
}

function changesText({ rows }: Listed<NamedChange>, unit: Measure['unit']): string[] {
  const align = alignOf(unit);
  const isNumeric = rows.some(({ difference }) => difference !== null);
  const columns = [
    ...keyColumns(rows),
    { title: 'BEFORE', align },
    { title: 'AFTER', align },
    ...(isNumeric
      ? [
          { title: 'DIFFERENCE', align },
          { title: 'PERCENT', align },
        ]
      : []),
  ];
  const lines = rows.map((row) => [
    ...keyCells(row),
    sideText(row.before, unit),
    sideText(row.after, unit),
    ...(isNumeric
      ? [signed(row.difference, unit), row.percent === null ? '' : `${signed(row.percent, 'NUMBER')}%`]
      : []),
  ]);
  return tableOf(columns, lines);
}

interface TextColumn {
  readonly title: string;
  readonly align?: 'right' | undefined;
}

function tableOf(columns: readonly TextColumn[], lines: readonly (readonly string[])[]): string[] {
  const plain = columns.map(({ title, align }) => ({ title: title.toUpperCase(), ...(align && { align }) }));
  return lines.length === 0 ? [] : [table(plain, lines, '    ')];
}

function heading(text: string, total: number, listed: number): string {
  return `  ${text}${listed < total && listed > 0 ? `; the first ${listed}` : ''}${listed === 0 ? '' : ':'}`;
}

function keyColumns(rows: readonly (NamedRow | NamedChange)[]): readonly TextColumn[] {
  return Object.keys(rows[0]?.key ?? {}).map((field) => ({
    title: field.replace(/(?<!^)Code$/, '').replaceAll(/(?=[A-Z])/g, ' '),
  }));
}

function keyCells({ key, titles }: NamedRow | NamedChange): readonly string[] {
  return Object.entries(key).map(([field, code]) => {
    const title = titles[field];
    return title === undefined ? clipped(code, 60) : `${code} ${clipped(title, 45)}`;
  });
}

const alignOf = (unit: Measure['unit']): 'right' | undefined => (unit === 'TEXT' ? undefined : 'right');

/** The publisher's signs, where it has one. */
const SIGNS: Readonly<Record<FigureMarker, string>> = {
  TOP_CODED: '#',
  WAGE_NOT_RELEASED: '*',
  EMPLOYMENT_NOT_RELEASED: '**',
  UNDER_HALF_PERCENT: '~',
  NOT_PUBLISHED: 'not published',
  NOT_STATED: 'not stated',
  PRIVACY_SUPPRESSED: 'PS',
  NOT_AVAILABLE: 'NA',
  NOT_IN_FILE: 'not in the file',
};

function sideText({ value, marker }: Side, unit: Measure['unit']): string {
  if (marker !== null) return SIGNS[marker];
  if (value === null) return 'none';
  if (typeof value === 'number') return amount(value, unit);
  return YES_OR_NO[value] ?? clipped(JSON.stringify(value), 60);
}

/** The text of Postgres booleans. */
const YES_OR_NO: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

function signed(value: number | null, unit: Measure['unit']): string {
  if (value === null) return '';
  return `${value < 0 ? '−' : '+'}${amount(Math.abs(value), unit)}`;
}

function amount(value: number, unit: Measure['unit']): string {
  const digits = unit === 'USD_PER_HOUR' ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : {};
  const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3, ...digits }).format(value);
  if (unit === 'USD' || unit === 'USD_PER_HOUR') return `$${number}`;
  return unit === 'PERCENT' ? `${number}%` : number;
}
