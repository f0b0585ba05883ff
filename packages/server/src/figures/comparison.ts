import {
  type ComparedSide,
  type ComparisonOutcome,
  compareEstimates,
  displayPercent,
  type Estimate,
  type FigureStatus,
  figure,
  MARKERS,
  standardErrorOf,
  type WageFigure,
  type WageStatistic,
  wageIn,
} from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { CareerEntry, OccupationEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { AskedArea } from './areas.js';
import { extentOfArea, extentOfOccupation } from './comparison-extents.js';
import { resolveSalary, type SalaryShape, wageOf, wageReleases } from './salary.js';
import { lacking, named, placeName } from './wording.js';

/** A row: an occupation, or a career with its primary occupation. */
export interface ComparedSubject {
  readonly career: CareerEntry | null;
  readonly occupation: OccupationEntry | null;
  readonly title: string;
  /** Why there is no occupation, as a sentence; null if there is one. */
  readonly lack: string | null;
}

export interface ComparedArea {
  readonly area: AskedArea | null;
  /** How the query led to the area, or why it leads to none; null if it names the area itself. */
  readonly explanation: string | null;
}

/** A standard error in US dollars per year, or why there is none. */
export interface StandardErrorShape {
  readonly amountUsd: number | null;
  readonly status: FigureStatus;
  readonly reason: string;
}

export interface ComparedCell {
  readonly subject: ComparedSubject;
  readonly area: AskedArea | null;
  readonly salary: SalaryShape | null;
  readonly wage: WageFigure | null;
  readonly standardError: StandardErrorShape;
  /** Null without a salary. */
  readonly estimate: Estimate | null;
  /** Why there is no wage per year, as a sentence; null if there is one. */
  readonly reason: string | null;
}

export interface ComparedPair {
  readonly statistic: WageStatistic;
  readonly from: ComparedCell;
  readonly to: ComparedCell;
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly outcome: ComparisonOutcome;
}

export interface ComparisonAsked {
  readonly subjects: readonly ComparedSubject[];
  readonly areas: readonly ComparedArea[];
  readonly statistic: WageStatistic;
  readonly asOf: string | null;
}

export interface ComparisonShape {
  readonly statistic: WageStatistic;
  readonly rows: readonly {
    readonly subject: ComparedSubject;
    readonly cells: readonly ComparedCell[];
    readonly pairs: readonly ComparedPair[];
  }[];
  readonly areas: readonly (ComparedArea & { readonly pairs: readonly ComparedPair[] })[];
  readonly comparedPairs: number;
}

/** Every figure of a matrix, as the field `salary` answers it, and every pair in a row or a column of it. */
export async function resolveComparison(context: Context, asked: ComparisonAsked): Promise<ComparisonShape> {
  const { subjects, areas, statistic } = asked;
  // All at once, so that the loaders fetch the rows of all cells together.
  const cells = await Promise.all(
    subjects.map((subject) => Promise.all(areas.map((place) => resolveCell(context, asked, subject, place)))),
  );
  const rows = subjects.map((subject, index) => {
    const ofRow = cells[index] as ComparedCell[];
    return { subject, cells: ofRow, pairs: pairsOf(statistic, ofRow) };
  });
  const columns = areas.map((place, index) => ({
    ...place,
    pairs: pairsOf(
      statistic,
      cells.map((ofRow) => ofRow[index] as ComparedCell),
    ),
  }));
  const isCompared = ({ outcome }: ComparedPair) => outcome.measured !== null;
  return {
    statistic,
    rows,
    areas: columns,
    comparedPairs: [...rows, ...columns].reduce((sum, { pairs }) => sum + pairs.filter(isCompared).length, 0),
  };
}

function pairsOf(statistic: WageStatistic, cells: readonly ComparedCell[]): readonly ComparedPair[] {
  return cells.flatMap((from, fromIndex) =>
    cells.slice(fromIndex + 1).map((to, offset) => ({
      statistic,
      from,
      to,
      fromIndex,
      toIndex: fromIndex + 1 + offset,
      outcome: compareEstimates(from.estimate, to.estimate),
    })),
  );
}

async function resolveCell(
  context: Context,
  { statistic, asOf }: ComparisonAsked,
  subject: ComparedSubject,
  { area, explanation }: ComparedArea,
): Promise<ComparedCell> {
  const { catalog } = context;
  const { occupation } = subject;
  const salary = occupation && area && (await resolveSalary(context, { occupation, area, asOf, exact: false }));
  if (!salary) {
    const reason = subject.lack ?? (area === null ? explanation : noRow(catalog, occupation, area, asOf));
    const standardError = missing(reason ?? '');
    return { subject, area, salary: null, wage: null, standardError, estimate: null, reason };
  }
  const wage = wageOf(salary.row, salary.release, statistic);
  const { amount, status, reason } = wageIn(wage, 'YEAR');
  const standardError = standardErrorFor(salary, statistic, amount, reason);
  const { fileId, occupationCode, areaCode } = salary.row;
  return {
    subject,
    area,
    salary,
    wage,
    standardError,
    reason,
    estimate: {
      row: `${fileId} ${occupationCode} ${areaCode}`,
      release: `${salary.release.sourceId} ${salary.release.key}`,
      area: extentOfArea(catalog, salary),
      occupation: extentOfOccupation(catalog, salary),
      amountUsd: amount,
      status,
      standardErrorUsd: standardError.amountUsd,
    },
  };
}

function noRow(catalog: Catalog, occupation: OccupationEntry | null, area: AskedArea, asOf: string | null): string {
  const what = `wage for ${occupation ? named(occupation) : 'it'} in ${placeName(area)}`;
  return `${lacking(catalog, { asOf, releases: wageReleases(catalog, asOf), what, having: null, isPage: false })}.`;
}

function standardErrorFor(
  { row }: SalaryShape,
  statistic: WageStatistic,
  amountUsd: number | null,
  reason: string | null,
): StandardErrorShape {
  if (statistic !== 'MEAN') return missing('The publisher has no standard errors of percentiles.');
  if (amountUsd === null) return missing(reason ?? 'There is no mean wage per year.');
  const prse = figure(row.meanPrseTenths, row.meanPrseMarker);
  if (prse.marker !== null) {
    const { status, reason: why } = MARKERS[prse.marker];
    return { amountUsd: null, status, reason: `There is no relative standard error of the mean. ${why}` };
  }
  return {
    amountUsd: standardErrorOf(amountUsd, prse.value),
    status: 'DERIVED',
    reason: `The mean × its relative standard error, ${displayPercent(prse)}.`,
  };
}

function missing(reason: string): StandardErrorShape {
  return { amountUsd: null, status: 'NOT_PUBLISHED', reason };
}

/** A cell in the words of a sentence: the row that answers it, which may be wider than what the query names. */
export function sideOf({ subject, area, salary, reason, standardError }: ComparedCell): ComparedSide {
  const place = salary?.area ?? area;
  return {
    occupation: salary ? named(salary.occupation) : subject.occupation ? named(subject.occupation) : subject.title,
    area: place ? placeName(place) : 'an unknown area',
    release: salary?.release.label ?? null,
    lack: reason ?? (standardError.amountUsd === null ? standardError.reason : null),
  };
}
