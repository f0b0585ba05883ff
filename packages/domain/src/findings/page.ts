import type { Claim } from '../claims.js';
import type { ClaimMeasure } from '../vocabulary/claims.js';
import { finding, spanOf } from './compare.js';
import { distinctBy, groupBy } from './groups.js';
import type { Check, Evidence } from './types.js';
import { listOf, pagesThat } from './words.js';

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
    const [first, last] = [table[0] as Claim, table.at(-1) as Claim];
    return [
      finding(
        'TABLE_INCOMPLETE',
        `${pagesThat('have', evidence, table)} a table of wages by state under "${first.section}" without a row for ${listOf(missing)}.`,
        [first, last],
      ),
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
        `${pagesThat('rank', evidence, ranks)} the top ${new Set(ranks.map((claim) => claim.area)).size} states by pay from a table without ${listOf(missing)}, so nobody can tell whether ${listOf(missing)} should be among them.`,
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

export const foreignSubject: Check = (evidence) => {
  const known = evidence.titles.map(plain);
  return evidence.claims
    .filter(
      (claim) =>
        claim.subject !== null && OF_THE_CAREER.includes(claim.measure) && !known.includes(plain(claim.subject)),
    )
    .map((claim) =>
      finding(
        'FOREIGN_SUBJECT',
        `${pagesThat('say', evidence, [claim])} "${claim.printed}" under "${claim.section}". That sentence is about another career, ${claim.subject}, not about "${evidence.titles[0]}".`,
        [claim],
      ),
    );
};

/** Small letters, no final plural s: "Medical Office Managers" is "medical office manager". */
function plain(title: string): string {
  return title.toLowerCase().trim().replace(/s$/, '');
}

const acronyms = (claims: readonly Claim[]) =>
  claims.filter((claim) => claim.measure === 'ACRONYM' && claim.text !== null && claim.subject !== null);

export const acronymForTwo: Check = (evidence) =>
  [...groupBy(acronyms(evidence.claims), (claim) => claim.text).values()].flatMap((group) => {
    const names = distinctBy(group, (claim) => plainName(claim.subject as string));
    if (names.length < 2) return [];
    return [
      finding(
        'ACRONYM_FOR_TWO',
        `${pagesThat('use', evidence, names)} the acronym ${group[0]?.text} for different things: ${listOf(names.map(({ subject }) => `"${subject}"`))}.`,
        group,
      ),
    ];
  });

export const twoAcronyms: Check = (evidence) =>
  [...groupBy(acronyms(evidence.claims), (claim) => plainName(claim.subject as string)).values()].flatMap((group) => {
    // "OSHA 10/30" prints two names in one place: no contradiction.
    const places = distinctBy(group, (claim) => `${claim.document}:${claim.line}`);
    const found = distinctBy(places, (claim) => claim.text as string);
    if (found.length < 2) return [];
    return [
      finding(
        'TWO_ACRONYMS',
        `${pagesThat('abbreviate', evidence, found)} "${group[0]?.subject}" in different ways: ${listOf(found.map(({ text }) => text as string))}.`,
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
export const longerThanStated: Check = (evidence) =>
  [...groupBy(evidence.claims, (claim) => claim.document).values()].flatMap((page) => {
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
        `${pagesThat('state', evidence, page)} a training time of "${limit.printed}", but also longer times for some credentials: ${listOf(longer.map((claim) => `"${claim.printed}" for ${credentialOf(evidence, claim)}`))}.`,
        [...stated, ...longer],
      ),
    ];
  });

function credentialOf({ credentials }: Evidence, { credential, section }: Claim): string {
  return (credential !== null && credentials.get(credential)?.name) || `a credential under "${section}"`;
}

/** Hours that a page states for courses whose length another source gives. Courses named in one place are one finding. */
export const otherDuration: Check = (evidence) => {
  const known = evidence.claims.flatMap((claim) => {
    const course = claim.credential === null ? undefined : evidence.credentials.get(claim.credential);
    const isTime = claim.measure === 'CREDENTIAL_DURATION' && claim.unit === 'HOURS';
    return isTime && course?.official ? [{ claim, course, official: course.official }] : [];
  });
  const wrong = known.filter(({ claim, official }) => {
    const span = spanOf(claim);
    return span !== null && (official.hours < span[0] || official.hours > span[1]);
  });
  return [...groupBy(wrong, ({ claim }) => `${claim.document}|${claim.line}|${claim.printed}`).values()].map(
    (group) => {
      const claims = group.map(({ claim }) => claim);
      const { printed, section } = claims[0] as Claim;
      const courses = group.map(({ course, official }) => `${course.name} takes ${official.hours} hours`);
      const sources = distinctBy(group, ({ official }) => official.basis).map(({ official }) => official.basis);
      return finding(
        'OTHER_DURATION',
        `${pagesThat('state', evidence, claims)} "${printed}" under "${section}". However, ${listOf(courses)}. (Source: ${listOf(sources)}.)`,
        claims,
      );
    },
  );
};
