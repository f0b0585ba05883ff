import { expect, test } from 'vitest';
import { type CareersToPlan, type GuideToPlan, ownProfileOf, type ProfileToPlan, planCareers } from '../src/index.js';

const profile = (slug: string, ...occupationCodes: string[]): ProfileToPlan => ({
  ...{ slug, title: slug, occupationCodes },
  singularTitle: null,
});
const guide = (relation: 'SAME' | 'NARROWER'): GuideToPlan => ({
  ...{ slug: 'nurse', alsoCalled: [], primary: '29-1141' },
  handbook: { profile: 'nurses', relation },
});
const titles = new Map([['29-1141', 'Nurses']]);
const planOf = (sources: Partial<CareersToPlan<ProfileToPlan>>) =>
  planCareers({ guides: [], detailed: ['29-1141'], onet: [], titles, profiles: [], ...sources });

test('the profile that a guide names is its own, whatever occupations it has', () => {
  const named = profile('nurses', '29-1141', '29-1151');
  expect(ownProfileOf(guide('SAME'), [profile('others', '29-1141'), named])).toBe(named);
  expect(ownProfileOf(guide('NARROWER'), [named])).toBeNull();
  expect(ownProfileOf({ ...guide('SAME'), handbook: null }, [named])).toBeNull();
});

test('where no profile has that address, it is the one of just the primary occupation', () => {
  const renamed = profile('registered-nurses', '29-1141');
  expect(ownProfileOf(guide('SAME'), [profile('several', '29-1141', '29-1151'), renamed])).toBe(renamed);
  expect(ownProfileOf(guide('SAME'), [profile('several', '29-1141', '29-1151')])).toBeNull();
  expect(planOf({ guides: [guide('SAME')], profiles: [renamed] })).toMatchObject({ occupations: [], profiles: [] });
});

test('only the profile of military careers stands for the Armed Forces without naming their code', () => {
  const military = profile('military-careers');
  const { profiles } = planOf({ profiles: [military, profile('lamplighters')] });
  expect(profiles).toEqual([{ profile: military, slug: 'military-career' }]);
});
