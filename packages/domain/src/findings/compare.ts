import type { Claim } from '../claims.js';
import type { ComparedFigure, Evidence, Finding, OfficialProjection, OfficialWage, RuleId } from './types.js';
import { nameOfStatistic, sentence, titleAndCode } from './words.js';

export function finding(
  rule: RuleId,
  summary: string,
  claims: readonly Claim[],
  figures: readonly ComparedFigure[] = [],
): Finding {
  return { id: `${rule}:${claims[0]?.id}`, rule, summary, claims, figures };
}

/**
 * The span of values that a claim admits: half of its rounding step to either side, and no upper end for "at least".
 * A requirement is itself the least that is asked for: "at least 1 to 2 years" and "at least 3 to 5" differ.
 */
export function spanOf(claim: Claim): readonly [number, number] | null {
  if (claim.low === null || claim.high === null) return null;
  const half = (claim.roundedTo ?? 0) / 2;
  return [
    claim.low - half,
    claim.bound === 'AT_LEAST' && claim.measure !== 'EXPERIENCE_REQUIRED'
      ? Number.POSITIVE_INFINITY
      : claim.high + half,
  ];
}

/** Whether an official figure is the one that a claim prints: equal, or equal when rounded as the claim is. */
export function isStatedAs(claim: Claim, official: number): boolean {
  if (claim.low === null || claim.low !== claim.high) return false;
  if (claim.roundedTo === null) return claim.low === official;
  return Math.round(official / claim.roundedTo) * claim.roundedTo === claim.low;
}

/** The official wage in the claim's unit; null for another unit, or where there is no figure. */
export function wageInUnitOf(claim: Claim, wage: OfficialWage): number | null {
  if (claim.unit === 'USD_PER_YEAR') return wage.annualUsd;
  return claim.unit === 'USD_PER_HOUR' ? wage.hourlyUsd : null;
}

export function isAboutTheCareer(claim: Claim): boolean {
  return claim.subject === null;
}

/** Wages of the claim's own month where they are loaded, of every loaded release otherwise. */
export function wagesFor(evidence: Evidence, claim: Claim, period: string | null): readonly OfficialWage[] {
  const inArea = evidence.wages.filter((wage) => wage.area === (claim.area ?? 'US'));
  const ofPeriod = inArea.filter((wage) => wage.release === (claim.period ?? period));
  return ofPeriod.length > 0 ? ofPeriod : inArea;
}

/** The month to which a document attributes its wages, from the claim that names its source. */
export function wagePeriodOf(evidence: Evidence, document: string): string | null {
  return (
    evidence.claims.find((claim) => claim.document === document && claim.measure === 'SOURCE_OCCUPATION')?.period ??
    null
  );
}

export function compared(claim: Claim, wage: OfficialWage): ComparedFigure {
  const hourly = claim.unit === 'USD_PER_HOUR';
  return {
    label: sentence(`${nameOfStatistic(wage.statistic)} wage of ${titleAndCode(wage)}, ${wage.releaseLabel}`),
    value: (hourly ? wage.hourlyUsd : wage.annualUsd) as number,
    unit: hourly ? 'USD_PER_HOUR' : 'USD_PER_YEAR',
    occupation: wage.occupation,
    source: wage.source,
    release: wage.release,
  };
}

export function figureOf(
  projection: OfficialProjection,
  label: string,
  value: number,
  unit: ComparedFigure['unit'],
): ComparedFigure {
  const { occupation, source, release, releaseLabel } = projection;
  return {
    label: sentence(`${label} of ${titleAndCode(projection)}, ${releaseLabel} projections`),
    value,
    unit,
    occupation,
    source,
    release,
  };
}
