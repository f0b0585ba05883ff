import type { Claim } from '../claims.js';
import type { ClaimMeasure } from '../vocabulary/claims.js';
import { count, distinctBy, finding, groupBy, spanOf, usd } from './compare.js';
import type { Check } from './types.js';

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

function print(claim: Claim): string {
  const format = (value: number) => (claim.unit.startsWith('USD') ? usd : count).format(value);
  if (claim.low === null || claim.high === null) return claim.printed;
  return claim.low === claim.high ? format(claim.low) : `${format(claim.low)}–${format(claim.high)}`;
}

export const differentValues: Check = ({ claims }) =>
  [
    ...groupBy(
      claims.filter((claim) => NUMBERS.includes(claim.measure) && claim.low !== null),
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
    const values = distinctBy(group, print).map(print);
    return [finding('DIFFERENT_VALUES', `${nameOf(group[0] as Claim)} is stated as ${listOf(values)}.`, group)];
  });

export const differentStatements: Check = ({ claims }) =>
  [
    ...groupBy(
      claims.filter((claim) => WORDS.includes(claim.measure) && claim.text !== null),
      quantity,
    ).values(),
  ].flatMap((group) => {
    const answers = distinctBy(group, (claim) => claim.text as string).map((claim) => claim.text as string);
    if (answers.length < 2) return [];
    return [finding('DIFFERENT_STATEMENTS', `${nameOf(group[0] as Claim)} is answered as ${listOf(answers)}.`, group)];
  });

function nameOf(claim: Claim): string {
  const parts = [
    claim.measure.toLowerCase().replaceAll('_', ' '),
    claim.statistic && `(${claim.statistic.toLowerCase()})`,
    claim.population && claim.population !== 'ALL' && `of ${claim.population.toLowerCase().replaceAll('_', ' ')}`,
    claim.credential && `of ${claim.credential}`,
    claim.subject && `of "${claim.subject}"`,
    claim.unit !== 'TEXT' &&
      `in ${claim.unit.replaceAll('_', ' ').replace('USD', 'US$').toLowerCase().replace('us$', 'US$')}`,
  ];
  const text = parts.filter(Boolean).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function listOf(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} and ${values.at(-1)}`;
}
