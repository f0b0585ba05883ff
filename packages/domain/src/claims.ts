/** What a claim is about. The unit that goes with each measure is fixed, so two claims of one measure compare. */
export const CLAIM_MEASURES = [
  'WAGE',
  'EMPLOYMENT',
  'EMPLOYMENT_CHANGE',
  'EMPLOYMENT_CHANGE_PERCENT',
  'NEW_POSITIONS_PER_YEAR',
  'OUTLOOK',
  'WAGE_RANK',
  'RATING',
  'EXPERIENCE_REQUIRED',
  'EDUCATION_DURATION',
  'EDUCATION_MINIMUM',
  'EDUCATION_PREFERRED',
  'CREDENTIAL_DURATION',
  'INSTRUCTION_DURATION',
  'LICENCE_REQUIRED',
  'ACRONYM',
  'SOURCE_OCCUPATION',
] as const;
export type ClaimMeasure = (typeof CLAIM_MEASURES)[number];

export const CLAIM_STATISTICS = ['MEAN', 'P10', 'P25', 'P50', 'P75', 'P90'] as const;
export type ClaimStatistic = (typeof CLAIM_STATISTICS)[number];

export const CLAIM_POPULATIONS = ['ALL', 'ENTRY_LEVEL', 'EXPERIENCED', 'LARGE_CITIES'] as const;
export type ClaimPopulation = (typeof CLAIM_POPULATIONS)[number];

export const CLAIM_UNITS = [
  'USD_PER_YEAR',
  'USD_PER_MONTH',
  'USD_PER_HOUR',
  'PERCENT',
  'PERSONS',
  'PERSONS_PER_YEAR',
  'RANK',
  'YEARS',
  'MONTHS',
  'WEEKS',
  'HOURS',
  'MINUTES',
  'TEXT',
] as const;
export type ClaimUnit = (typeof CLAIM_UNITS)[number];

/** How far a stated number binds: exactly that, at least that, or roughly that. */
export const CLAIM_BOUNDS = ['EXACT', 'AT_LEAST', 'ABOUT'] as const;
export type ClaimBound = (typeof CLAIM_BOUNDS)[number];

/** A figure or statement that a published page makes, with the place where it makes it, whether right or wrong. */
export interface Claim {
  /** `<document>/<claim>`, stable. */
  readonly id: string;
  readonly document: string;
  readonly line: number;
  readonly section: string;
  /** The words of the figure as they stand on that line. */
  readonly printed: string;
  readonly measure: ClaimMeasure;
  readonly unit: ClaimUnit;
  /** Equal for a single number; null where the claim is a statement in words. */
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string | null;
  readonly statistic: ClaimStatistic | null;
  readonly population: ClaimPopulation | null;
  readonly bound: ClaimBound;
  /** The step to which the page rounded, in the claim's unit: 1000 for "$77K". */
  readonly roundedTo: number | null;
  /** What the sentence names as its subject where that is not the page's own career. */
  readonly subject: string | null;
  readonly occupation: string | null;
  readonly area: string | null;
  readonly credential: string | null;
  /** Year, month or span that the figure is for: `2023`, `2024-05`, `2023/2033`. */
  readonly period: string | null;
  /** Source id that the page itself names for the figure. */
  readonly attributedTo: string | null;
  readonly note: string | null;
}
