import type { Claim } from '../claims.js';
import type { ClaimMeasure } from '../vocabulary/claims.js';
import { distinctBy, finding, groupBy } from './compare.js';
import type { Check, Evidence } from './types.js';

/** A table counts as one of all states when a page gives at least this many of them. */
const MOST_STATES = 40;

function stateTables({ claims }: Evidence): readonly (readonly Claim[])[] {
  const rows = claims.filter((claim) => claim.measure === 'WAGE' && /^US-[A-Z]{2}$/.test(claim.area ?? ''));
  return [
    ...groupBy(rows, (claim) => `${claim.document}|${claim.section}|${claim.statistic}|${claim.occupation}`).values(),
  ].filter((table) => new Set(table.map((claim) => claim.area)).size >= MOST_STATES);
}

function missingFrom(evidence: Evidence, table: readonly Claim[]): readonly string[] {
  const present = new Set(table.map((claim) => claim.area));
  return evidence.states.filter((state) => !present.has(state.code)).map((state) => state.name);
}

export const tableIncomplete: Check = (evidence) =>
  stateTables(evidence).flatMap((table) => {
    const missing = missingFrom(evidence, table);
    if (missing.length === 0) return [];
    return [
      finding('TABLE_INCOMPLETE', `The table of wages by state has no row for ${missing.join(', ')}.`, [
        table[0] as Claim,
        table.at(-1) as Claim,
      ]),
    ];
  });

export const rankingFromIncompleteTable: Check = (evidence) =>
  stateTables(evidence).flatMap((table) => {
    const missing = missingFrom(evidence, table);
    const document = (table[0] as Claim).document;
    const ranks = evidence.claims.filter((claim) => claim.measure === 'WAGE_RANK' && claim.document === document);
    if (missing.length === 0 || ranks.length === 0) return [];
    return [
      finding(
        'RANKING_FROM_INCOMPLETE_TABLE',
        `The ranking of the top ${new Set(ranks.map((claim) => claim.area)).size} states is drawn from a table without ${missing.join(', ')}: whether it would be among them cannot be told.`,
        ranks,
      ),
    ];
  });

/** Measures whose subject, where one is named, must be the page's own career. */
const OF_THE_CAREER: readonly ClaimMeasure[] = [
  'WAGE',
  'EMPLOYMENT',
  'EMPLOYMENT_CHANGE',
  'EMPLOYMENT_CHANGE_PERCENT',
  'NEW_POSITIONS_PER_YEAR',
  'OUTLOOK',
];

export const foreignSubject: Check = ({ claims, titles }) => {
  const known = titles.map(plain);
  return claims
    .filter(
      (claim) =>
        claim.subject !== null && OF_THE_CAREER.includes(claim.measure) && !known.includes(plain(claim.subject)),
    )
    .map((claim) =>
      finding('FOREIGN_SUBJECT', `"${claim.printed}" in "${claim.section}" speaks of ${claim.subject}.`, [claim]),
    );
};

/** Small letters, no final plural s: "Medical Office Managers" is "medical office manager". */
function plain(title: string): string {
  return title.toLowerCase().trim().replace(/s$/, '');
}

const acronyms = (claims: readonly Claim[]) =>
  claims.filter((claim) => claim.measure === 'ACRONYM' && claim.text !== null && claim.subject !== null);

export const acronymForTwo: Check = ({ claims }) =>
  [...groupBy(acronyms(claims), (claim) => claim.text).values()].flatMap((group) => {
    const names = distinctBy(group, (claim) => plainName(claim.subject as string));
    if (names.length < 2) return [];
    return [
      finding(
        'ACRONYM_FOR_TWO',
        `${group[0]?.text} stands for ${names.map((claim) => claim.subject).join(' and for ')}.`,
        group,
      ),
    ];
  });

export const twoAcronyms: Check = ({ claims }) =>
  [...groupBy(acronyms(claims), (claim) => plainName(claim.subject as string)).values()].flatMap((group) => {
    // "OSHA 10/30" prints two names in one place: no contradiction.
    const places = distinctBy(group, (claim) => `${claim.document}:${claim.line}`);
    const found = distinctBy(places, (claim) => claim.text as string);
    if (found.length < 2) return [];
    return [
      finding(
        'TWO_ACRONYMS',
        `${group[0]?.subject} is printed as ${found.map((claim) => claim.text).join(' and as ')}.`,
        group,
      ),
    ];
  });

/** "Master’s degree in Hospital Administration" and "Masters of Hospital Administration" are one name. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[’']s\b/g, '')
    .replaceAll(/\b(degree|of|in|the|a)\b/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

const MONTHS_PER: Readonly<Record<string, number>> = { MONTHS: 1, YEARS: 12, WEEKS: 12 / 52 };

/** Headline duration of the training against the durations of the credentials on the same page. */
export const longerThanStated: Check = ({ claims }) =>
  [...groupBy(claims, (claim) => claim.document).values()].flatMap((page) => {
    const stated = page.filter(
      (claim) => claim.measure === 'EDUCATION_DURATION' && claim.low === 0 && claim.high !== null,
    );
    const limit = stated[0];
    if (!limit) return [];
    const limitMonths = (limit.high as number) * (MONTHS_PER[limit.unit] ?? Number.NaN);
    const longer = page.filter(
      (claim) =>
        claim.measure === 'CREDENTIAL_DURATION' &&
        claim.high !== null &&
        claim.high * (MONTHS_PER[claim.unit] ?? Number.NaN) > limitMonths,
    );
    if (longer.length === 0) return [];
    return [
      finding(
        'LONGER_THAN_STATED',
        `The training is said to take ${limit.printed}, and ${longer.map((claim) => `${claim.credential ?? 'a credential'} ${claim.printed}`).join(', ')}.`,
        [...stated, ...longer],
      ),
    ];
  });
