import type { Claim } from '../claims.js';
import { percentChange } from '../growth.js';
import { count, distinctBy, figureOf, finding, groupBy } from './compare.js';
import type { Check, OfficialProjection } from './types.js';

const decimal = (value: number) => value.toFixed(1);

/** First and last count of one page, and every percentage that the page gives beside them. */
export const percentArithmetic: Check = ({ claims }) =>
  [...groupBy(claims, (claim) => claim.document).values()].flatMap((page) => {
    const counts = page
      .filter((claim) => claim.measure === 'EMPLOYMENT' && claim.low !== null && /^\d{4}$/.test(claim.period ?? ''))
      .sort((a, b) => Number(a.period) - Number(b.period));
    const [first, last] = [counts.at(0), counts.at(-1)];
    if (first?.low == null || last?.low == null || first.period === last.period) return [];
    const real = percentChange(first.low, last.low);
    if (real === null) return [];
    const wrong = page.filter(
      (claim) =>
        claim.measure === 'EMPLOYMENT_CHANGE_PERCENT' &&
        claim.low !== null &&
        Math.abs(claim.low - real) > (claim.roundedTo ?? 1) / 2 + 0.05,
    );
    if (wrong.length === 0) return [];
    return [
      finding(
        'PERCENT_ARITHMETIC',
        `${first.printed} (${first.period}) to ${last.printed} (${last.period}) is a change of ${decimal(real)} %, not ${distinctBy(
          wrong,
          (claim) => String(claim.low),
        )
          .map((claim) => claim.printed)
          .join(' or ')}.`,
        [first, last, ...wrong],
      ),
    ];
  });

/** The stated yearly number is the official one of openings, most of which replace people who leave. */
export const openingsAsNewPositions: Check = ({ claims, projections }) =>
  claims
    .filter((claim) => claim.measure === 'NEW_POSITIONS_PER_YEAR' && claim.low !== null)
    .flatMap((claim) => {
      const low = claim.low as number;
      const step = claim.roundedTo ?? (low % 1000 === 0 ? 1000 : low % 100 === 0 ? 100 : 1);
      const projection = projections.find(
        ({ annualOpenings }) => annualOpenings !== null && Math.round(annualOpenings / step) * step === low,
      );
      if (!projection || projection.change === null || projection.annualOpenings === null) return [];
      const years = projection.projectedYear - projection.baseYear;
      return [
        finding(
          'OPENINGS_AS_NEW_POSITIONS',
          `${count.format(low)} "new positions" a year are the openings of ${projection.occupation} (${count.format(projection.annualOpenings)}), which include replacing those who leave; new positions are ${count.format(projection.change)} in ${years} years, ${count.format(projection.change / years)} a year.`,
          [claim],
          [
            figureOf(projection, 'annual openings', projection.annualOpenings, 'PERSONS_PER_YEAR'),
            figureOf(projection, `change in ${years} years`, projection.change, 'PERSONS'),
          ],
        ),
      ];
    });

/** Stated counts of people against the official projection of the primary occupation. */
export const notComparable: Check = ({ claims, projections, primary }) => {
  const projection = projections.find((row) => row.occupation === primary);
  if (!projection) return [];
  const wrong = claims.filter((claim) => {
    const official = officialCount(claim, projection);
    return official !== null && claim.low !== null && Math.abs(claim.low - official.value) > official.value * 0.1;
  });
  if (wrong.length === 0) return [];
  const years = wrong.map((claim) => `${claim.printed}${claim.period ? ` (${claim.period})` : ''}`).join(' and ');
  return [
    finding(
      'NOT_COMPARABLE',
      `${years} are not the counts of ${primary}: the projections ${projection.releaseLabel} have ${count.format(projection.baseEmployment as number)} (${projection.baseYear}) and ${count.format(projection.projectedEmployment as number)} (${projection.projectedYear}).`,
      wrong,
      [
        figureOf(projection, `employment ${projection.baseYear}`, projection.baseEmployment as number, 'PERSONS'),
        figureOf(
          projection,
          `employment ${projection.projectedYear}`,
          projection.projectedEmployment as number,
          'PERSONS',
        ),
      ],
    ),
  ];
};

/** The official count nearest in time to a claim of employment. */
function officialCount(claim: Claim, projection: OfficialProjection): { value: number } | null {
  const { baseYear, projectedYear, baseEmployment, projectedEmployment } = projection;
  if (claim.measure !== 'EMPLOYMENT' || baseEmployment === null || projectedEmployment === null) return null;
  const year = Number(claim.period);
  if (!Number.isInteger(year)) return null;
  return { value: Math.abs(year - baseYear) <= Math.abs(year - projectedYear) ? baseEmployment : projectedEmployment };
}
