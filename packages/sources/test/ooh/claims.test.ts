import {
  broadOccupationOf,
  claimsOf,
  compareClaim,
  type OfficialFigures,
  type OfficialValue,
  subjectsOf,
} from '@careergraph/domain';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/ooh/page.js';
import { changed, FILE, PAGE } from './fixture.js';

const number = (value: number): OfficialValue => ({ value, marker: null });
const words = (value: string): OfficialValue => ({ value, marker: null });

const PROJECTIONS: Readonly<Record<string, Readonly<Record<string, OfficialValue>>>> = {
  '51-0001': {
    BASE_EMPLOYMENT: number(800_000),
    PROJECTED_EMPLOYMENT: number(784_000),
    EMPLOYMENT_CHANGE: number(-16_000),
    PERCENT_CHANGE: number(-2),
    ANNUAL_OPENINGS: number(60_000),
    ENTRY_EDUCATION: words('No formal educational credential'),
    WORK_EXPERIENCE: words('5 years or more'),
    ON_THE_JOB_TRAINING: words('None'),
  },
  '51-0002': {
    BASE_EMPLOYMENT: number(400_000),
    PROJECTED_EMPLOYMENT: number(379_900),
    EMPLOYMENT_CHANGE: number(-20_100),
    PERCENT_CHANGE: number(-5.4),
    ANNUAL_OPENINGS: number(30_100),
    ENTRY_EDUCATION: words('No formal educational credential'),
    WORK_EXPERIENCE: words('None'),
    ON_THE_JOB_TRAINING: words('Apprenticeship'),
  },
  '00-0000': { PERCENT_CHANGE: number(3.1) },
};

const OFFICIAL: OfficialFigures = {
  together: () => null,
  wage: (code, { statistic, unit, period }) => {
    if (period !== '2024-05') return { notLoaded: `bls-oews/${period}` };
    if (code !== '51-0000' || statistic !== 'P50' || unit !== 'USD_PER_YEAR') return null;
    return number(45_000);
  },
  projection: (code, kind) => PROJECTIONS[code]?.[kind] ?? null,
};

const TITLES = new Map([
  ['total, all occupations', '00-0000'],
  ['production occupations', '51-0000'],
]);

/** `section | printed | result`, in the order of the page. */
function compared(html = PAGE, official = OFFICIAL): readonly string[] {
  const { profile } = readPage(html, FILE);
  const profiles = new Map([[profile.slug, profile]]);
  return claimsOf(profile, subjectsOf(profile, TITLES, profiles)).map((claim) => {
    const comparison = compareClaim(claim, official);
    const found = comparison.result === 'NOT_COMPARABLE' ? comparison.reason : comparison.result;
    const value = comparison.result === 'DIFFERENT' ? ` ${comparison.official}` : '';
    return `${claim.section} | ${claim.printed} | ${found}${value}`;
  });
}

describe('figures of a profile of two occupations', () => {
  test('are compared with the sum, and each row with its own occupation', () => {
    expect(compared()).toEqual([
      '2024 Median Pay | $41,230 per year | no official wage covers exactly these occupations together',
      '2024 Median Pay | $19.82 per hour | no official wage covers exactly these occupations together',
      'Typical Entry-Level Education | No formal educational credential | EQUAL',
      'Work Experience in a Related Occupation | 5 years or more | the occupations of the profile differ in this',
      'On-the-job Training | None | the occupations of the profile differ in this',
      'Number of Jobs, 2024 | 1,200,000 | EQUAL',
      'Job Outlook, 2024–34 | -3% | ROUNDED',
      'Employment Change, 2024–34 | -36,000 | ROUNDED',
      'Work Environment | 1.2 million | EQUAL',
      'Work Environment | 800,000 | EQUAL',
      'Work Environment | 400,000 | EQUAL',
      'Work Environment | 61% | shares of industries are in no release that this project imports',
      'Work Environment | 22 | shares of industries are in no release that this project imports',
      'Pay | $41,230 | no official wage covers exactly these occupations together',
      'Pay | $30,010 | no official wage covers exactly these occupations together',
      'Pay | $62,500 | no official wage covers exactly these occupations together',
      'Pay | $44,100 | wages by industry are in no release that this project imports',
      'Pay | 239,200 or more | wages by industry are in no release that this project imports',
      'Job Outlook | 3 | ROUNDED',
      'Job Outlook | 90,100 | EQUAL',
      'Job Outlook | 1,200,000 | EQUAL',
      'Job Outlook | 1,164,000 | ROUNDED',
      'Job Outlook | -3 | ROUNDED',
      'Job Outlook | -36,000 | ROUNDED',
      'Job Outlook | 800,000 | EQUAL',
      'Job Outlook | 784,000 | EQUAL',
      'Job Outlook | -2 | EQUAL',
      'Job Outlook | -16,000 | EQUAL',
      'Job Outlook | 400,000 | EQUAL',
      'Job Outlook | 380,000 | DIFFERENT 379900',
      'Job Outlook | -5 | ROUNDED',
      'Job Outlook | -20,000 | DIFFERENT -20100',
      'Pay | $41,230 | no official wage covers exactly these occupations together',
      'Job Outlook | -3% | ROUNDED',
      'Pay | $45,000 | EQUAL',
      'Job Outlook | 3% | ROUNDED',
      'Similar Occupations | High school diploma or equivalent | the profile that it is about is not part of this release',
      'Similar Occupations | $38,000 | the profile that it is about is not part of this release',
      'Similar Occupations | Doctoral or professional degree | the profile that it is about is not part of this release',
      'Similar Occupations | This wage is equal to or greater than $239,200 per year. | the profile that it is about is not part of this release',
    ]);
  });

  test('have the wage of the broad occupation that is exactly of them', () => {
    const together = (codes: readonly string[]) => (codes.join() === '51-0001,51-0002' ? '51-0000' : null);
    const wage: OfficialFigures['wage'] = (code, asked) => OFFICIAL.wage(code, asked) && number(41_230);
    expect(compared(PAGE, { ...OFFICIAL, together, wage })).toContain('Pay | $41,230 | EQUAL');
  });

  test.each([
    [['11-3012', '11-3013'], '11-3010'],
    [['11-3012'], null],
    [['11-3012', '11-3021'], null],
  ])('%j are together %s', (codes, broad) => {
    const known = ['11-3010', '11-3012', '11-3013', '11-3013.01', '11-3020', '11-3021'];
    expect(broadOccupationOf(codes, known)).toBe(broad);
  });

  test('name a release that is not loaded', () => {
    const html = changed(
      'was $41,230 in May 2024',
      'was $41,230 in May 2017',
      PAGE.replace('wage for lantern keepers was', 'wage for production occupations was'),
    );
    expect(compared(html)).toContain('Pay | $41,230 | bls-oews/2017-05 is not loaded');
  });
});

describe('a profile of one occupation', () => {
  const TOTAL = /<tr><th><p><strong>Lantern keepers[\s\S]*?<\/tr>\n/;
  const HILL = /<tr><th>Hill keepers[\s\S]*?<\/tr>\n/;
  const ONE = PAGE.replace(TOTAL, '').replace(HILL, '');
  const wage = (annual: OfficialValue): OfficialFigures => ({ ...OFFICIAL, wage: () => annual });
  const pay = (html: string, official: OfficialFigures) =>
    compared(html, official).filter((line) => line.startsWith('2024 Median Pay'))[0];

  test.each([
    ['the same wage', number(41_230), 'EQUAL'],
    ['a wage that is a dollar off', number(41_231), 'DIFFERENT 41231'],
    ['a wage that is top-coded', { value: 239_200, marker: 'TOP_CODED' }, 'DIFFERENT 239200 or more'],
    [
      'a wage that is not released',
      { value: null, marker: 'WAGE_NOT_RELEASED' },
      'the publisher does not release the official figure',
    ],
  ])('with %s', (_what, official, result) => {
    expect(pay(ONE, wage(official))).toBe(`2024 Median Pay | $41,230 per year | ${result}`);
  });

  test('whose wage is top-coded on both sides', () => {
    const html = changed('more than $62,500', 'more than $239,200', ONE);
    expect(compared(html, wage({ value: 239_200, marker: 'TOP_CODED' }))).toContain('Pay | $239,200 | EQUAL');
  });
});
