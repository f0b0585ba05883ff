import {
  educationLevelOf,
  educationRating,
  growthRating,
  type ProjectedChange,
  salaryRating,
  type WageFigure,
} from '@careergraph/domain';
import { expect, test } from 'vitest';

const wage = (annualUsd: number | null, hourlyCents: number | null, rest: Partial<WageFigure> = {}): WageFigure => ({
  annualUsd: annualUsd === null ? { value: null, marker: 'WAGE_NOT_RELEASED' } : { value: annualUsd, marker: null },
  hourlyCents:
    hourlyCents === null ? { value: null, marker: 'WAGE_NOT_RELEASED' } : { value: hourlyCents, marker: null },
  topCode: { annualUsd: 239200, hourlyCents: 11500 },
  only: null,
  ...rest,
});
const TOP_CODED = { value: null, marker: 'TOP_CODED' } as const;
// Medians of May 2024.
const ALL = wage(49500, 2380);

test('pay of health services managers is high: 117,960 against 49,500', () => {
  expect(salaryRating('Medical and Health Services Managers', wage(117960, 5671), ALL, 'May 2024')).toEqual({
    aspect: 'SALARY',
    rating: 'HIGH',
    rule: 'MEDIAN_AGAINST_ALL_OCCUPATIONS',
    grounds:
      'Medical and Health Services Managers earned a median of $117,960 per year in May 2024, 138% more than the median of all occupations ($49,500).',
  });
});

test.each([
  [61700, 'HIGH', '25% more than'],
  [61600, 'MEDIUM', '24% more than'],
  [49500, 'MEDIUM', 'about the same as'],
  [39900, 'MEDIUM', '19% less than'],
  [39600, 'LOW', '20% less than'],
])('a median of %i is rated %s', (annual, rating, words) => {
  const answer = salaryRating('Workers', wage(annual, null), ALL, 'May 2024');
  expect(answer.rating).toBe(rating);
  expect(answer.grounds).toContain(`, ${words} the median of all occupations`);
});

test('an occupation with hourly wages only is compared by the hour', () => {
  const answer = salaryRating('Actors', wage(null, 2333, { only: 'HOURLY' }), ALL, 'May 2024');
  expect(answer.rating).toBe('MEDIUM');
  expect(answer.grounds).toBe(
    'Actors earned a median of $23.33 per hour in May 2024, 2% less than the median of all occupations ($23.80).',
  );
});

test('a top-coded median is rated by its lower bound', () => {
  const answer = salaryRating('Surgeons', wage(null, null, { annualUsd: TOP_CODED }), ALL, 'May 2024');
  expect(answer.rating).toBe('HIGH');
  expect(answer.grounds).toBe(
    'Surgeons earned a median of $239,200 or more per year in May 2024, at least 383% more than the median of all occupations ($49,500).',
  );
});

test('a median that is not released leaves pay unrated', () => {
  expect(salaryRating('Workers', wage(null, null), ALL, 'May 2024')).toMatchObject({
    rating: null,
    grounds: 'Workers: no national median is available for May 2024.',
  });
  expect(salaryRating('Workers', ALL, wage(null, null), 'May 2024')).toMatchObject({
    rating: null,
    grounds: 'No median of all occupations is available for May 2024.',
  });
});

const change = (percentTenths: number | null, rest: Partial<ProjectedChange> = {}): ProjectedChange => ({
  round: '2024-34',
  baseYear: 2024,
  projectedYear: 2034,
  percentTenths,
  allOccupationsTenths: 31,
  ...rest,
});

test.each([
  [232, 'HIGH', '23.2% more jobs in 2034 than in 2024'],
  [50, 'HIGH', '5.0% more jobs in 2034 than in 2024'],
  [24, 'LOW', '2.4% more jobs in 2034 than in 2024'],
  [0, 'LOW', 'as many jobs in 2034 as in 2024'],
  [-47, 'LOW', '4.7% fewer jobs in 2034 than in 2024'],
])('a change of %i tenths of a percent is rated %s', (tenths, rating, jobs) => {
  expect(growthRating('Workers', change(tenths))).toEqual({
    aspect: 'JOB_GROWTH',
    rating,
    rule: 'OUTLOOK_LABEL',
    grounds: `Workers are projected to have ${jobs}, compared with 3.1% more for all occupations.`,
  });
});

test('the same change as for all occupations is not compared with itself', () => {
  expect(growthRating('Workers', change(31))).toMatchObject({
    rating: 'MEDIUM',
    grounds:
      'Workers are projected to have 3.1% more jobs in 2034 than in 2024, the same change as for all occupations.',
  });
});

test('growth without a published change, or of a round without bounds, is unrated', () => {
  expect(growthRating('Workers', change(null))).toMatchObject({
    rating: null,
    grounds: 'The projected change is not published.',
  });
  expect(growthRating('Workers', change(50, { round: '2014-24' }))).toMatchObject({
    rating: null,
    grounds:
      'The limits that the Bureau of Labor Statistics sets for outlook labels, such as "faster than average", are not known here for the projections for 2014–24.',
  });
});

test.each([
  ['No formal educational credential', 'LOW', 'need no diploma or degree to start'],
  ['Postsecondary nondegree award', 'LOW', 'from a few weeks to two years after high school'],
  ["Associate's degree", 'MEDIUM', 'at least two years of full-time study'],
  ["Bachelor's degree", 'HIGH', 'at least four years of full-time study'],
  ['Doctoral or professional degree', 'HIGH', "at least three years after a bachelor's degree"],
])('"%s" is rated %s', (category, rating, words) => {
  const answer = educationRating('Workers', educationLevelOf(category));
  expect(answer).toMatchObject({ aspect: 'EDUCATION_DURATION', rating, rule: 'TYPICAL_EDUCATION' });
  expect(answer.grounds).toContain(words);
});

test('education that the projections do not state is unrated', () => {
  expect(educationLevelOf('—')).toBeNull();
  expect(educationRating('Workers', null)).toMatchObject({
    rating: null,
    grounds: 'Workers: the Employment Projections state no typical entry-level education.',
  });
});
