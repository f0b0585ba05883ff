import type { Claim } from '../claims.js';
import {
  compared,
  distinctBy,
  finding,
  groupBy,
  isAboutTheCareer,
  isStatedAs,
  nameOfStatistic,
  wageInUnitOf,
  wagePeriodOf,
  wagesFor,
} from './compare.js';
import type { Check, ComparedFigure, Evidence, OfficialWage } from './types.js';

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
    return finding(
      'OTHER_OCCUPATION',
      `${claim.printed} is the ${nameOfStatistic(other.statistic)} of ${other.occupation} ${other.occupationTitle} (${other.releaseLabel}), while the career's title belongs to ${evidence.primary}${ownValue ? `, whose ${nameOfStatistic(other.statistic)} is $${ownValue.toLocaleString('en-US')}` : ''}.`,
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
      const called = everyone
        ? `the ${nameOfStatistic(claim.statistic as OfficialWage['statistic'])}`
        : `the pay of ${claim.population?.toLowerCase().replaceAll('_', ' ')} workers`;
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
      return finding(
        'OTHER_STATISTIC',
        `${claim.printed} is called ${called}, and is the ${nameOfStatistic(wage.statistic)} of ${wage.occupation} ${wage.occupationTitle} (${wage.releaseLabel})${rightValue ? `; the ${nameOfStatistic(claim.statistic as OfficialWage['statistic'])} is $${rightValue.toLocaleString('en-US')}` : ''}.`,
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
        `${claim.printed} is the ${nameOfStatistic(statistic)} of ${cut.occupation}, $${figure.value.toLocaleString('en-US')}, cut off; rounded it is $${(Math.round(figure.value / roundedTo) * roundedTo).toLocaleString('en-US')}.`,
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
    const what = claim.statistic === null ? 'figure' : nameOfStatistic(claim.statistic);
    return finding(
      'ATTRIBUTION_NOT_FOUND',
      `${claim.printed} is attributed to ${claim.attributedTo}, but none of its loaded national figures for ${[evidence.primary, ...evidence.secondary].join(' and ')} is that${closest ? `; the closest ${what} is $${closest.value.toLocaleString('en-US')}, the ${closest.label}` : ''}.`,
      found.filter((other) => other.low === claim.low && other.unit === claim.unit),
      closest ? [closest] : [],
    );
  });
};

/** The official figure of the statistic that a claim names which comes nearest to it. */
function closestTo(evidence: Evidence, claim: Claim): ComparedFigure | null {
  const candidates = evidence.wages
    .filter(
      (wage) =>
        wageInUnitOf(claim, wage) !== null &&
        wage.area === 'US' &&
        (claim.statistic === null || wage.statistic === claim.statistic),
    )
    .map((wage) => compared(claim, wage))
    .sort((a, b) => Math.abs(a.value - (claim.low as number)) - Math.abs(b.value - (claim.low as number)));
  return candidates[0] ?? null;
}
