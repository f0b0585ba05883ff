import type { Figure } from './handbook.js';
import type { HandbookClaim, Measure, ProjectedMeasure } from './handbook-claims.js';
import { broadOf } from './hybrids.js';

/** An official figure: a number, words, or the marker that stands instead. */
export interface OfficialValue {
  readonly value: number | string | null;
  readonly marker: string | null;
  /** Where the figure is from, if not from the release that is asked for. */
  readonly from?: { readonly source: string; readonly release: string };
}

export interface OfficialFigures {
  /** The occupation that the wages publish for exactly these occupations together; null if there is none. */
  together(codes: readonly string[], period: string): string | null;
  /** The wage of a code; null if the release has no row of it. The reason if the release is not loaded. */
  wage(code: string, measure: Measure & { kind: 'WAGE' }): OfficialValue | { readonly notLoaded: string } | null;
  projection(
    code: string,
    kind: ProjectedMeasure,
    round: string,
  ): OfficialValue | { readonly notLoaded: string } | null;
}

export const COMPARISON_RESULTS = {
  EQUAL: 'The claim is the official figure.',
  ROUNDED: 'The claim is the official figure, rounded.',
  DIFFERENT: 'The claim differs from the official figure.',
  NOT_COMPARABLE: 'No official figure of the same quantity is loaded.',
} as const;
export type ComparisonResult = keyof typeof COMPARISON_RESULTS;

export type Comparison =
  | {
      readonly result: Exclude<ComparisonResult, 'NOT_COMPARABLE'>;
      /** The official figure as a text; the sum for several occupations. */
      readonly official: string;
    }
  | { readonly result: 'NOT_COMPARABLE'; readonly reason: string };

/** Official counts are published in hundreds. */
const HUNDREDS = 100;

/** Compares what a profile states with the official figure of the same occupation, year and statistic. */
export function compareClaim(claim: HandbookClaim, official: OfficialFigures): Comparison {
  const { about, measure, industry } = claim;
  if (measure.kind === 'EMPLOYMENT_SHARE') {
    return notComparable('shares of industries are in no release that this project imports');
  }
  if (industry !== null) return notComparable('wages by industry are in no release that this project imports');
  if ('reason' in about) return notComparable(about.reason);
  const codes = comparedCodes(about.codes, measure, official);
  if (measure.kind === 'WAGE' && codes.length > 1) {
    return notComparable('no official wage covers exactly these occupations together');
  }
  const values: OfficialValue[] = [];
  for (const code of codes) {
    const value = lookUpOfficial(official, code, measure);
    if (value === null) return notComparable('the loaded release has no row of the occupation');
    if ('notLoaded' in value) return notComparable(`${value.notLoaded} is not loaded`);
    values.push(value);
  }
  const [only] = values;
  if (only !== undefined && values.length === 1) return compareOne(claim, only);
  return compareSum(claim, codes, official, values);
}

/** The occupations whose figures a claim is compared with: for a wage of several, the one that stands for all of them. */
export function comparedCodes(
  codes: readonly string[],
  measure: Measure,
  official: OfficialFigures,
): readonly string[] {
  const together = measure.kind === 'WAGE' && codes.length > 1 ? official.together(codes, measure.period) : null;
  return together === null ? codes : [together];
}

/** The broad occupation whose detailed occupations are exactly these. */
export function broadOccupationOf(codes: readonly string[], known: Iterable<string>): string | null {
  const [broad, ...others] = new Set(codes.map(broadOf));
  if (broad === undefined || others.length > 0) return null;
  const inBroad = (code: string) => code.length === broad.length && code.startsWith(broad.slice(0, 6));
  const members = [...known].filter((code) => inBroad(code) && code !== broad);
  return members.length === codes.length && members.every((code) => codes.includes(code)) ? broad : null;
}

/** The official figure of one occupation; null if the release has none. */
export function lookUpOfficial(official: OfficialFigures, code: string, measure: Measure) {
  if (measure.kind === 'WAGE') return official.wage(code, measure);
  return measure.kind === 'EMPLOYMENT_SHARE' ? null : official.projection(code, measure.kind, measure.round);
}

function compareOne({ figure, printed, measure }: HandbookClaim, { value, marker }: OfficialValue): Comparison {
  if (figure === null) return compareWords(printed, value);
  if (marker === 'TOP_CODED' && typeof value === 'number') {
    const isSame = figure.bound === 'AT_LEAST' && figure.value === value;
    return { result: isSame ? 'EQUAL' : 'DIFFERENT', official: `${value} or more` };
  }
  if (typeof value !== 'number') {
    const isWithheld = marker === 'WAGE_NOT_RELEASED' || marker === 'EMPLOYMENT_NOT_RELEASED';
    return notComparable(
      isWithheld ? 'the publisher does not release the official figure' : 'the official figure is not published',
    );
  }
  return compareNumbers(figure, value, measure, 0);
}

function compareWords(printed: string, value: number | string | null): Comparison {
  if (typeof value !== 'string') return notComparable('the official statement is not published');
  return { result: foldWords(printed) === foldWords(value) ? 'EQUAL' : 'DIFFERENT', official: value };
}

/** @param slack by how much the official number may be off because its addends are rounded */
function compareNumbers(figure: Figure, value: number, measure: Measure, slack: number): Comparison {
  if (figure.value === null) return notComparable('the profile states words instead of a number');
  const official = String(Math.round(value * 100) / 100);
  if (figure.value === value) return { result: 'EQUAL', official };
  const step = figure.roundedTo ?? (measure.kind === 'PERCENT_CHANGE' ? 1 : 0);
  const isRounded = Math.abs(figure.value - value) <= step / 2 + slack + Number.EPSILON;
  return { result: isRounded ? 'ROUNDED' : 'DIFFERENT', official };
}

function compareSum(
  claim: HandbookClaim,
  codes: readonly string[],
  official: OfficialFigures,
  values: readonly OfficialValue[],
): Comparison {
  const { figure, measure, printed } = claim;
  if (figure === null) {
    const [first, ...others] = values;
    return others.every(({ value }) => value === first?.value)
      ? compareWords(printed, first?.value ?? null)
      : notComparable('the occupations of the profile differ in this');
  }
  const rounding = (HUNDREDS / 2) * (codes.length + 1);
  if (measure.kind === 'PERCENT_CHANGE') {
    const [base, change] = (['BASE_EMPLOYMENT', 'EMPLOYMENT_CHANGE'] as const).map((kind) =>
      sumOf(codes.map((code) => lookUpOfficial(official, code, { kind, round: measure.round }))),
    );
    if (base == null || change == null || base === 0)
      return notComparable('an occupation of the profile has no figure');
    return compareNumbers(figure, (100 * change) / base, measure, (100 * rounding) / base);
  }
  const sum = sumOf(values);
  return sum === null
    ? notComparable('an occupation of the profile has no figure')
    : compareNumbers(figure, sum, measure, rounding);
}

function sumOf(values: readonly ReturnType<typeof lookUpOfficial>[]): number | null {
  let sum = 0;
  for (const found of values) {
    if (found === null || 'notLoaded' in found || typeof found.value !== 'number') return null;
    sum += found.value;
  }
  return sum;
}

const notComparable = (reason: string): Comparison => ({ result: 'NOT_COMPARABLE', reason });

const foldWords = (words: string) => words.toLowerCase().replaceAll('’', "'").trim();
