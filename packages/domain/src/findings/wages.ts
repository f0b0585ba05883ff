import type { Claim } from '../claims.js';
import { compared, finding, isAboutTheCareer, isStatedAs, wageInUnitOf, wagePeriodOf, wagesFor } from './compare.js';
import { distinctBy, groupBy } from './groups.js';
import type { Check, Evidence, OfficialWage } from './types.js';
import { dollars, inRelease, listOf, nameOfStatistic, pagesThat, quoted, titleAndCode } from './words.js';

function wageClaims({ claims }: Evidence): readonly Claim[] {
  return claims.filter((claim) => claim.measure === 'WAGE' && claim.low !== null && isAboutTheCareer(claim));
}

/** Official figures that print as the claim does, in the claim's month where it is loaded. */
function matches(evidence: Evidence, claim: Claim): readonly OfficialWage[] {
  return wagesFor(evidence, claim, wagePeriodOf(evidence, claim.document)).filter((wage) => {
    const official = wageInUnitOf(claim, wage);
    return official !== null && isStatedAs(claim, official);
  });
}

/** The statistic that a claim names belongs to the primary occupation; here it equals a secondary one's. */
export const otherOccupation: Check = (evidence) => {
  const named = evidence.claims.filter(
    (claim) =>
      claim.measure === 'SOURCE_OCCUPATION' && claim.occupation !== null && claim.occupation !== evidence.primary,
  );
  const taken = wageClaims(evidence).flatMap((claim) => {
    if (claim.occupation !== null || claim.statistic === null || (claim.area ?? 'US') !== 'US') return [];
    const found = matches(evidence, claim).filter((wage) => wage.statistic === claim.statistic);
    const other = found.find((wage) => wage.occupation !== evidence.primary);
    return other && !found.some((wage) => wage.occupation === evidence.primary) ? [{ claim, other }] : [];
  });
  return [...groupBy(taken, ({ other }) => other.occupation).values()].map((group) => {
    const { claim, other } = group[0] as (typeof group)[number];
    const own = evidence.wages.find(
      (wage) =>
        wage.occupation === evidence.primary &&
        wage.release === other.release &&
        wage.area === other.area &&
        wage.statistic === other.statistic,
    );
    const ownValue = own && wageInUnitOf(claim, own);
    const statistic = nameOfStatistic(other.statistic);
    const owner = own && ownValue ? `, whose ${statistic} wage is ${dollars(ownValue, claim)}` : '';
    const title = evidence.wages.find(({ occupation }) => occupation === evidence.primary);
    return finding(
      'OTHER_OCCUPATION',
      `${pagesThat('give', evidence, [claim])} "${claim.printed}" as the ${statistic} wage for the career "${evidence.titles[0]}". ${inRelease(other)}, that is the ${statistic} wage of ${titleAndCode(other)}. Official statistics place the career in ${title ? titleAndCode(title) : evidence.primary}${owner}.`,
      [...group.map((item) => item.claim), ...named.filter((item) => item.occupation === other.occupation)],
      [compared(claim, other), ...(own && ownValue ? [compared(claim, own)] : [])],
    );
  });
};

/** The claimed statistic, or the claimed people, does not go with the official statistic of that value. */
export const otherStatistic: Check = (evidence) => {
  const found = wageClaims(evidence).flatMap((claim) => {
    const everyone = claim.population === null || claim.population === 'ALL';
    if (everyone && claim.statistic === null) return [];
    const same = matches(evidence, claim).filter(
      (wage) => claim.occupation === null || wage.occupation === claim.occupation,
    );
    if (same.length === 0 || (everyone && same.some((wage) => wage.statistic === claim.statistic))) return [];
    return [{ claim, wage: same[0] as OfficialWage }];
  });
  return [...groupBy(found, ({ claim, wage }) => `${claim.low}|${wage.occupation}|${wage.statistic}`).values()].map(
    (group) => {
      const { claim, wage } = group[0] as (typeof group)[number];
      const everyone = claim.population === null || claim.population === 'ALL';
      const right = everyone
        ? evidence.wages.find(
            (other) =>
              other.occupation === wage.occupation &&
              other.release === wage.release &&
              other.area === wage.area &&
              other.statistic === claim.statistic,
          )
        : undefined;
      const rightValue = right && wageInUnitOf(claim, right);
      const page = pagesThat('give', evidence, [claim]);
      const official = `${inRelease(wage)}, ${dollars(compared(claim, wage).value, claim)} is the ${nameOfStatistic(wage.statistic)} wage of`;
      const calledAnother = (value: number | null) => {
        const called = nameOfStatistic(claim.statistic as OfficialWage['statistic']);
        const ending = value === null ? '' : `; the ${called} is ${dollars(value, claim)}`;
        return `${page} "${claim.printed}" as the ${called} wage. ${official} ${titleAndCode(wage)}${ending}.`;
      };
      const ofSomePeople = `${page} "${claim.printed}" as the pay of ${claim.population?.toLowerCase().replaceAll('_', ' ')} workers. ${official} all ${titleAndCode(wage)}, whatever their experience.`;
      return finding(
        'OTHER_STATISTIC',
        everyone ? calledAnother(rightValue ?? null) : ofSomePeople,
        group.map((item) => item.claim),
        [compared(claim, wage), ...(right && rightValue ? [compared(claim, right)] : [])],
      );
    },
  );
};

/** Rounding the official figure as the claim is rounded gives another number, cutting it off gives this one. */
export const cutNotRounded: Check = (evidence) =>
  wageClaims(evidence).flatMap((claim) => {
    const { roundedTo, low, statistic } = claim;
    if (roundedTo === null || statistic === null || matches(evidence, claim).length > 0) return [];
    const cut = wagesFor(evidence, claim, wagePeriodOf(evidence, claim.document)).find((wage) => {
      const official = wageInUnitOf(claim, wage);
      return (
        wage.statistic === statistic &&
        (claim.occupation === null || wage.occupation === claim.occupation) &&
        official !== null &&
        Math.floor(official / roundedTo) * roundedTo === low
      );
    });
    if (!cut) return [];
    const figure = compared(claim, cut);
    return [
      finding(
        'CUT_NOT_ROUNDED',
        `${pagesThat('print', evidence, [claim])} "${claim.printed}" for the ${nameOfStatistic(statistic)}. ${inRelease(cut)}, the ${nameOfStatistic(statistic)} wage of ${titleAndCode(cut)} is ${dollars(figure.value, claim)}, which rounds to ${dollars(Math.round(figure.value / roundedTo) * roundedTo, claim)}, not ${dollars(claim.low as number, claim)}.`,
        [claim],
        [figure],
      ),
    ];
  });

/** A figure said to come from an official source that no loaded national figure of the career's occupations equals. */
export const attributionNotFound: Check = (evidence) => {
  const loaded = new Set(evidence.wages.map((wage) => wage.source));
  const cut = new Set(cutNotRounded(evidence).flatMap(({ claims }) => claims));
  const found = wageClaims(evidence).filter(
    (claim) =>
      claim.attributedTo !== null &&
      loaded.has(claim.attributedTo) &&
      (claim.area ?? 'US') === 'US' &&
      !cut.has(claim) &&
      !evidence.wages.some((wage) => {
        const official = wageInUnitOf(claim, wage);
        return official !== null && isStatedAs(claim, official);
      }),
  );
  return distinctBy(found, (claim) => `${claim.low}|${claim.unit}`).map((claim) => {
    const closest = closestTo(evidence, claim);
    const figure = closest && compared(claim, closest);
    const source = evidence.wages.find((wage) => wage.source === claim.attributedTo) as OfficialWage;
    const occupations = distinctBy(evidence.wages, ({ occupation }) => occupation).map(titleAndCode);
    const ending =
      closest && figure
        ? ` The closest ${nameOfStatistic(closest.statistic)} is ${dollars(figure.value, claim)}, for ${titleAndCode(closest)} in ${closest.releaseLabel}.`
        : '';
    return finding(
      'ATTRIBUTION_NOT_FOUND',
      `${pagesThat('attribute', evidence, [claim])} ${quoted(claim)} to the ${source.sourceName}. That figure is not among its national wages loaded here for ${listOf(occupations)}.${ending}`,
      found.filter((other) => other.low === claim.low && other.unit === claim.unit),
      figure ? [figure] : [],
    );
  });
};

/** The official figure of the statistic that a claim names which comes nearest to it. */
function closestTo(evidence: Evidence, claim: Claim): OfficialWage | null {
  const value = (wage: OfficialWage) => wageInUnitOf(claim, wage) as number;
  const candidates = evidence.wages
    .filter(
      (wage) =>
        wageInUnitOf(claim, wage) !== null &&
        wage.area === 'US' &&
        (claim.statistic === null || wage.statistic === claim.statistic),
    )
    .sort((a, b) => Math.abs(value(a) - (claim.low as number)) - Math.abs(value(b) - (claim.low as number)));
  return candidates[0] ?? null;
}
