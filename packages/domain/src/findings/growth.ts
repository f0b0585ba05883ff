import type { Claim } from '../claims.js';
import { percentChange } from '../growth.js';
import { figureOf, finding } from './compare.js';
import { distinctBy, groupBy } from './groups.js';
import type { Check, OfficialProjection } from './types.js';
import { count, inRelease, listOf, pagesThat, titleAndCode } from './words.js';

/** First and last count of one page, and every percentage that the page gives beside them. */
export const percentArithmetic: Check = (evidence) =>
  [...groupBy(evidence.claims, (claim) => claim.document).values()].flatMap((page) => {
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
    const stated = distinctBy(wrong, ({ low }) => String(low)).map(({ printed }) => `"${printed}"`);
    return [
      finding(
        'PERCENT_ARITHMETIC',
        `${pagesThat('state', evidence, [first])} ${first.printed} jobs in ${first.period} and ${last.printed} in ${last.period}. That is a change of ${real.toFixed(1)}%, but the page states ${listOf(stated)}.`,
        [first, last, ...wrong],
      ),
    ];
  });

/** The stated yearly number is the official one of openings, most of which replace people who leave. */
export const openingsAsNewPositions: Check = (evidence) =>
  evidence.claims
    .filter((claim) => claim.measure === 'NEW_POSITIONS_PER_YEAR' && claim.low !== null)
    .flatMap((claim) => {
      const low = claim.low as number;
      const step = claim.roundedTo ?? (low % 1000 === 0 ? 1000 : low % 100 === 0 ? 100 : 1);
      const projection = evidence.projections.find(
        ({ annualOpenings }) => annualOpenings !== null && Math.round(annualOpenings / step) * step === low,
      );
      if (!projection || projection.change === null || projection.annualOpenings === null) return [];
      const years = projection.projectedYear - projection.baseYear;
      return [
        finding(
          'OPENINGS_AS_NEW_POSITIONS',
          `${pagesThat('state', evidence, [claim])} "${claim.printed}". ${inRelease(projection)}, ${titleAndCode(projection)} have ${count.format(projection.annualOpenings)} job openings per year, including those from workers who leave. The number of jobs is projected to ${projection.change < 0 ? 'fall' : 'grow'} by ${count.format(Math.abs(projection.change))} in ${years} years, or ${count.format(Math.abs(projection.change) / years)} per year.`,
          [claim],
          [
            figureOf(projection, 'job openings per year', projection.annualOpenings, 'PERSONS_PER_YEAR'),
            figureOf(projection, `change in the number of jobs in ${years} years`, projection.change, 'PERSONS'),
          ],
        ),
      ];
    });

/** Stated counts of people against the official projection of the primary occupation. */
export const notComparable: Check = (evidence) => {
  const { claims, projections, primary } = evidence;
  const projection = projections.find((row) => row.occupation === primary);
  if (!projection) return [];
  const wrong = claims.filter((claim) => {
    const official = officialCount(claim, projection);
    return official !== null && claim.low !== null && Math.abs(claim.low - official.value) > official.value * 0.1;
  });
  if (wrong.length === 0) return [];
  const stated = wrong.map(({ printed, period }) => `${printed} jobs in ${period}`);
  const official = (['base', 'projected'] as const).map(
    (end) => `${count.format(projection[`${end}Employment`] as number)} in ${projection[`${end}Year`]}`,
  );
  return [
    finding(
      'NOT_COMPARABLE',
      `${pagesThat('state', evidence, wrong)} ${listOf(stated)}. ${inRelease(projection)}, the number of jobs for ${titleAndCode(projection)} is ${listOf(official)}. The counts differ by more than 10%, so they cannot be for the same workers and years.`,
      wrong,
      [
        figureOf(projection, `employment in ${projection.baseYear}`, projection.baseEmployment as number, 'PERSONS'),
        figureOf(
          projection,
          `employment in ${projection.projectedYear}`,
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
