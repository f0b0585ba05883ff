import type { Claim } from '../claims.js';
import { compared, figureOf, isStatedAs, wageInUnitOf, wagePeriodOf, wagesFor } from './compare.js';
import type { ComparedFigure, Evidence, OfficialProjection } from './types.js';

/** The official figures that print as a claim does, whatever the claim calls itself. */
export function correspondingFigures(evidence: Evidence, claim: Claim): readonly ComparedFigure[] {
  if (claim.measure === 'WAGE') {
    return wagesFor(evidence, claim, wagePeriodOf(evidence, claim.document)).flatMap((wage) => {
      const official = wageInUnitOf(claim, wage);
      return official !== null && isStatedAs(claim, official) ? [compared(claim, wage)] : [];
    });
  }
  return evidence.projections.flatMap((projection) =>
    projected(claim, projection).filter(({ value }) => isStatedAs(claim, value)),
  );
}

/** Figures of a projection that a claim of that measure could be. */
function projected(claim: Claim, projection: OfficialProjection): readonly ComparedFigure[] {
  const { baseYear, projectedYear } = projection;
  const figure = (label: string, value: number | null, unit: ComparedFigure['unit']) =>
    value === null ? [] : [figureOf(projection, label, value, unit)];
  switch (claim.measure) {
    case 'EMPLOYMENT':
      return [
        ...figure(`employment in ${baseYear}`, projection.baseEmployment, 'PERSONS'),
        ...figure(`employment in ${projectedYear}`, projection.projectedEmployment, 'PERSONS'),
      ];
    case 'EMPLOYMENT_CHANGE':
      return figure('change in the number of jobs', projection.change, 'PERSONS');
    case 'EMPLOYMENT_CHANGE_PERCENT':
      return figure('change in percent', projection.percent, 'PERCENT');
    case 'NEW_POSITIONS_PER_YEAR':
      return figure('job openings per year', projection.annualOpenings, 'PERSONS_PER_YEAR');
    default:
      return [];
  }
}
