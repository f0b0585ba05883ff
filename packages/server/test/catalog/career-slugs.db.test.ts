import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertOccupations } from '../onet/onet-rows.js';
import { ask } from '../support/ask.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertOccupations);
});
afterAll(() => api?.close());

interface Found {
  readonly slug: string;
  readonly canonicalSlug: string;
  readonly title: string;
  readonly alsoCalled: readonly string[];
  readonly occupations: readonly { readonly reason: string; readonly occupation: { readonly code: string } }[];
}
const QUERY = `query ($slug: String!) { career(slug: $slug) {
  slug canonicalSlug title alsoCalled occupations { reason occupation { code } }
} }`;
const careerOf = async (slug: string) => (await ask<{ career: Found | null }>(api, QUERY, { slug })).career;

test('an occupation without a guide is a career', async () => {
  expect(await careerOf('electrician')).toEqual({
    slug: 'electrician',
    canonicalSlug: 'electrician',
    title: 'Electrician',
    alsoCalled: ['Electricians'],
    occupations: [
      {
        reason: 'This career is the occupation 47-2111 of the Standard Occupational Classification (SOC).',
        occupation: { code: '47-2111' },
      },
    ],
  });
});

test.each([
  ['electricians', 'electrician'],
  ['Electricians', 'electrician'],
  ['47-2111', 'electrician'],
  ['registered-nurses', 'registered-nurse'],
  ['rn', 'registered-nurse'],
  ['29-1141', 'registered-nurse'],
  ['emergency-medical-technician', 'emt'],
  ['11-9111', 'healthcare-administrator'],
  ['11-9111.00', 'healthcare-administrator'],
  ['nursing-assistants', 'nursing-assistant'],
  ['31-1131', 'nursing-assistant'],
])('%s leads to %s', async (spelling, slug) => {
  expect(await careerOf(spelling)).toMatchObject({ slug, canonicalSlug: slug });
});

test.each(['nobody', '', '99-9999', '-'])('%j leads to no career', async (spelling) => {
  expect(await careerOf(spelling)).toBeNull();
});
