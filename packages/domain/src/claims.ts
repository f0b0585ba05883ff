import type { ClaimBound, ClaimMeasure, ClaimPopulation, ClaimUnit } from './vocabulary/claims.js';
import type { WageStatistic } from './vocabulary/wages.js';

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
  readonly statistic: WageStatistic | null;
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
