import type { Claim } from '../claims.js';
import type { ClaimMeasure } from '../vocabulary/claims.js';
import { finding, spanOf } from './compare.js';
import { distinctBy, groupBy } from './groups.js';
import type { Check, Evidence } from './types.js';
import { isOnePage, listOf, nameOfStatistic, pagesThat, quoted } from './words.js';

/** Measures of which a page states one value for one quantity; ranks and acronyms have checks of their own. */
const NUMBERS: readonly ClaimMeasure[] = [
  'WAGE',
  'EMPLOYMENT',
  'EMPLOYMENT_CHANGE',
  'EMPLOYMENT_CHANGE_PERCENT',
  'NEW_POSITIONS_PER_YEAR',
  'EXPERIENCE_REQUIRED',
  'CREDENTIAL_DURATION',
];
const WORDS: readonly ClaimMeasure[] = ['EDUCATION_MINIMUM', 'LICENCE_REQUIRED', 'OUTLOOK', 'RATING'];

/** Same measure, statistic, people, subject, occupation, area, credential, unit and year: then the values compare. */
function quantity(claim: Claim): string {
  return [
    claim.measure,
    claim.statistic,
    peopleOf(claim),
    claim.subject,
    claim.occupation,
    claim.measure === 'WAGE' || claim.measure === 'EMPLOYMENT' ? (claim.area ?? 'US') : null,
    claim.credential,
    claim.unit,
    claim.measure === 'EMPLOYMENT' ? claim.period : null,
  ].join('|');
}

/** Experience asked for at entry is experience asked for; only what experienced people have is something else. */
function peopleOf({ measure, population }: Claim): string {
  if (measure === 'EXPERIENCE_REQUIRED' && population === 'ENTRY_LEVEL') return 'ALL';
  return population ?? 'ALL';
}

export const differentValues: Check = (evidence) =>
  [
    ...groupBy(
      evidence.claims.filter((claim) => NUMBERS.includes(claim.measure) && claim.low !== null),
      quantity,
    ).values(),
  ].flatMap((group) => {
    const excluded = group.some((a) =>
      group.some((b) => {
        const [first, second] = [spanOf(a), spanOf(b)];
        return first !== null && second !== null && first[1] < second[0];
      }),
    );
    if (!excluded) return [];
    const different = distinctBy(group, ({ low, high }) => `${low}|${high}`);
    return [finding('DIFFERENT_VALUES', disagreement(evidence, different), group)];
  });

export const differentStatements: Check = (evidence) =>
  [
    ...groupBy(
      evidence.claims.filter((claim) => WORDS.includes(claim.measure) && claim.text !== null),
      quantity,
    ).values(),
  ].flatMap((group) => {
    const different = distinctBy(group, ({ text }) => text as string);
    return different.length < 2 ? [] : [finding('DIFFERENT_STATEMENTS', disagreement(evidence, different), group)];
  });

/** Quotes claims that exclude each other, each with its place. */
function disagreement(evidence: Evidence, different: readonly Claim[]): string {
  const about = nameOf(evidence, different[0] as Claim);
  if (isOnePage(different)) {
    return `${pagesThat('contradict', evidence, different)} itself about ${about}: it says ${listOf(different.map(quoted))}.`;
  }
  const each = different.map((claim) => `${quoted(claim)} in "${evidence.documents.get(claim.document)}"`);
  return `Pages contradict each other about ${about}: they say ${listOf(each)}.`;
}

const MEASURE_WORDS: Partial<Readonly<Record<ClaimMeasure, string>>> = {
  EMPLOYMENT: 'the number of jobs',
  EMPLOYMENT_CHANGE: 'the projected change in the number of jobs',
  EMPLOYMENT_CHANGE_PERCENT: 'the projected growth',
  NEW_POSITIONS_PER_YEAR: 'the number of new positions per year',
  EXPERIENCE_REQUIRED: 'the experience that employers ask for',
  CREDENTIAL_DURATION: 'how long it takes to earn',
  EDUCATION_MINIMUM: 'the minimum education',
  LICENCE_REQUIRED: 'whether a license is required',
  OUTLOOK: 'the job outlook',
  RATING: 'the rating',
};

const POPULATION_WORDS = {
  ENTRY_LEVEL: 'at entry level',
  EXPERIENCED: 'with experience',
  LARGE_CITIES: 'in large cities',
};

/** What a claim is about, to follow "about": `the average wage per year`. */
function nameOf({ credentials }: Evidence, claim: Claim): string {
  const { measure, population, credential, subject, period } = claim;
  const credentialName = credential === null ? null : (credentials.get(credential)?.name ?? subject);
  return [
    measure === 'WAGE' ? wageWords(claim) : MEASURE_WORDS[measure],
    measure === 'EMPLOYMENT' && period && `in ${period}`,
    peopleOf(claim) !== 'ALL' && POPULATION_WORDS[population as keyof typeof POPULATION_WORDS],
    credentialName && (measure === 'CREDENTIAL_DURATION' ? credentialName : `for ${credentialName}`),
    subject && !credential && `for "${subject}"`,
  ]
    .filter(Boolean)
    .join(' ');
}

function wageWords({ statistic, unit }: Claim): string {
  const wage = statistic === null ? 'pay' : `${nameOfStatistic(statistic)} wage`;
  return `the ${wage} ${unit.replace('USD_PER_', 'per ').toLowerCase()}`;
}
