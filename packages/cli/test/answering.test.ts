import type { Answering, AnsweringRelease } from '@careergraph/releases';
import { expect, test } from 'vitest';
import { answeringText, whySuperseded } from '../src/answering.ts';

const release = (key: string, label: string, edition: AnsweringRelease['edition'] = 'published') => ({
  key,
  label,
  edition,
  revision: 1,
});
const NEWEST = release('2025-05', 'May 2025');
const OLDER = { ...release('2024-05', 'May 2024', 'starter'), onlyNamed: false };
const NAMED = { ...release('2023-05', 'May 2023'), onlyNamed: true };
const ANSWERING: Answering = {
  active: NEWEST,
  named: [OLDER, NAMED],
  otherParts: [{ ...release('2024-05', 'May 2024', 'starter'), part: 'state' }],
};

test('the report names the default release, what fills its gaps, and what has to be named', () => {
  expect(answeringText('bls-oews', ANSWERING)).toBe(
    'The default release of bls-oews is now May 2025 (2025-05); its state part comes from May 2024 (2024-05, starter). ' +
      'Figures it lacks come from the newest of these that has them: 2024-05 (starter). ' +
      'Queries get figures of these only if they name the release in asOf: 2023-05.',
  );
  expect(answeringText('bls-oews', { active: NEWEST, named: [], otherParts: [] }, 'would still be')).toBe(
    'The default release of bls-oews would still be May 2025 (2025-05).',
  );
  expect(answeringText('onet', { active: null, named: [], otherParts: [] })).toBe('onet now has no default release.');
});

test.each([
  ['the default itself', '2025-05', ANSWERING, null],
  ['an older one', '2024-05', ANSWERING, 'This release is not the default, because May 2025 is newer.'],
  [
    'a newer one beside one that an operator has activated',
    '2026-05',
    { ...ANSWERING, named: [{ ...release('2026-05', 'May 2026'), onlyNamed: true }] },
    'This release is not the default, because an operator has activated May 2025.',
  ],
  [
    'a newer one without the national part',
    '2026-05',
    { ...ANSWERING, named: [{ ...release('2026-05', 'May 2026'), onlyNamed: false }] },
    'This release is not the default, because it has no national part.',
  ],
])('why the release is not the default: %s', (_, key, answering, why) => {
  expect(whySuperseded(key, answering)).toBe(why);
});
