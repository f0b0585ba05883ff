import { hybridsOf, percentChange } from '@careergraph/domain';
import type { Fault } from '../faults.js';
import { topCodedMedian } from './columns.js';
import type { StarterFile, StarterFiles } from './parse.js';
import type { ProjectionsHead, StarterProjection, StarterTitle, StarterWage, TitlesHead, WagesHead } from './schema.js';

const HOURS = 2080;
/** Hourly wages are rounded to a cent and annual ones to $10: half a cent × 2,080 + $5. */
const ROUNDING_USD = 16;
const STATISTICS = ['Mean', 'P10', 'P25', 'P50', 'P75', 'P90'] as const;
const PERCENTILES = ['P10', 'P25', 'P50', 'P75', 'P90'] as const;

/** Finds edited figures that contradict others of their row or file. */
export function auditStarter({ wages, projections, titles }: StarterFiles): readonly Fault[] {
  const parts = [...wages, ...projections].flatMap(partsOfHybrids);
  return [
    ...wages.flatMap(auditWages),
    ...projections.flatMap(auditProjections),
    ...titles.flatMap((file) => auditTitles(file, new Set(parts))),
  ];
}

/** The detailed occupations that a file has only together with others. */
function partsOfHybrids({
  head,
  table,
}: StarterFile<{ readonly release: string }, { readonly code: string }>): readonly string[] {
  return [...hybridsOf(head.value.release, new Set(table.rows.map(({ code }) => code))).keys()];
}

function auditTitles(
  { head, table }: StarterFile<TitlesHead, StarterTitle>,
  parts: ReadonlySet<string>,
): readonly Fault[] {
  const titled = new Set(table.rows.map(({ code }) => code));
  const missing = [...parts].filter((code) => !titled.has(code));
  return [
    ...repeatedCodes(table),
    ...missing.map((code) => ({ file: head.file, line: null, message: `has no title of ${code}` })),
  ];
}

/**
 * Codes that a guide can use: single occupations with wages and projections, not groups of occupations. An occupation that
 * a release has only together with others counts as one that it has.
 */
export function occupationsOf({ wages, projections }: StarterFiles): ReadonlySet<string> {
  const projected = new Set(
    projections.flatMap((file) => [
      ...file.table.rows.flatMap(({ type, code }) => (type === 'Line item' ? [code] : [])),
      ...partsOfHybrids(file),
    ]),
  );
  const estimated = wages.flatMap((file) => [
    ...file.table.rows.flatMap(({ level, code }) => (level === 'detailed' ? [code] : [])),
    ...partsOfHybrids(file),
  ]);
  return new Set(estimated.filter((code) => projected.has(code)));
}

function auditWages({ head, table }: StarterFile<WagesHead, StarterWage>): readonly Fault[] {
  return table.rows
    .flatMap((row, index) => {
      const messages = [
        ...(['annual', 'hourly'] as const).flatMap((period) => {
          const cells = PERCENTILES.map((percentile) => row[`${period}${percentile}`]);
          return isDecreasing(cells) ? [`${period} percentiles decrease: ${cells.join(', ')}`] : [];
        }),
        ...STATISTICS.flatMap((statistic) => {
          const [year, hour] = [numberIn(row[`annual${statistic}`]), numberIn(row[`hourly${statistic}`])];
          return Math.abs(hour * HOURS - year) > ROUNDING_USD
            ? [`${hour} an hour × 2,080 is ${Math.round(hour * HOURS)}, not ${year}`]
            : [];
        }),
        ...(head.value.topCode === null && Object.values(row).includes('#')
          ? ['has "#", but the release has no top code']
          : []),
      ];
      return messages.map((message) => table.at(index, `${row.code}: ${message}`));
    })
    .concat(repeatedCodes(table));
}

function isDecreasing(cells: readonly string[]): boolean {
  const numbers = cells.map(numberIn).filter((number) => !Number.isNaN(number));
  return numbers.some((number, index) => index > 0 && number < (numbers[index - 1] as number));
}

function auditProjections({ head, table }: StarterFile<ProjectionsHead, StarterProjection>): readonly Fault[] {
  const codes = new Set(table.rows.map(({ code }) => code));
  const { topCode } = head.value;
  return table.rows
    .flatMap((row, index) => {
      const [base, projected, change, percent] = [
        numberIn(row.baseEmployment),
        numberIn(row.projectedEmployment),
        numberIn(row.change),
        numberIn(row.percent),
      ];
      const exact = percentChange(base, projected);
      // Thousands are rounded to 0.1: the percentage of rounded counts is off by at most that share of the base.
      const slack = 0.06 + (0.1 / base) * 100 * (projected / base + 1);
      const messages = [
        ...(Math.abs(projected - base - change) > 0.15 ? [`${projected} − ${base} is not ${change}`] : []),
        ...(exact !== null && Math.abs(exact - percent) > slack
          ? [`${base} to ${projected} is ${exact.toFixed(1)}%, not ${percent}%`]
          : []),
        ...(row.medianWage.startsWith('>=') && (!topCode || row.medianWage !== topCodedMedian(topCode.annualUsd))
          ? [`${row.medianWage} is not the top code of the release`]
          : []),
        ...(row.parent === '' || codes.has(row.parent) ? [] : [`its parent ${row.parent} has no row`]),
      ];
      return messages.map((message) => table.at(index, `${row.code}: ${message}`));
    })
    .concat(repeatedCodes(table));
}

/** NaN for a marker, so that every comparison with it is false. */
function numberIn(cell: string): number {
  return cell === '' ? Number.NaN : Number(cell);
}

function repeatedCodes({ rows, at }: StarterFile<unknown, { readonly code: string }>['table']): readonly Fault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ code }, index) => {
    if (seen.has(code)) return [at(index, `${code}: appears twice`)];
    seen.add(code);
    return [];
  });
}
