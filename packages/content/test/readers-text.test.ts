import { readContent } from '@careergraph/content';
import { expect, test } from 'vitest';
import { guidesFolder } from '../src/folder.js';

/**
 * A guide's text can be published as it stands, so it must not speak of the pages that state claims or of a website.
 * What those pages say belongs to claims and findings.
 */
const FORBIDDEN = [
  /\b(the|this|that|one|same|our) (web ?)?pages?\b/i,
  /\b(the|this|that|our) (web ?)?site\b/i,
  /\bpublished\b/i,
  /\bpages (state|give|name|say)s?\b/i,
  /\bmis(states?|stated|prints?|printed)\b/i,
  /\bdoubtful\b|\bambiguous\b/i,
  /\b(O\*NET|OEWS|SOC) (20)?\d\d/,
  /\bclaims? (of|on) (a|the)\b/i,
  // The next release makes it untrue.
  /\b(newest|latest|current)\b[^.;]*(\$\d|\d%)/i,
];

/** Keys whose values readers do not see. */
const NOT_FOR_READERS = new Set(['claims', 'evidence', 'url', 'slug']);

function textsOf(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    NOT_FOR_READERS.has(key) ? [] : textsOf(item, `${path}.${key}`),
  );
}

const { guides } = await readContent(guidesFolder);
const texts = [
  ...[...guides.careers].flatMap(([slug, { value }]) => textsOf(value, slug)),
  ...textsOf(guides.credentials.value.credentials, 'credentials'),
  ...textsOf(guides.organizations.value.organizations, 'organizations'),
];

test('the texts of all guides are read', () => {
  expect(guides.careers.size).toBe(35);
  expect(texts.length).toBeGreaterThan(700);
  expect(texts.map(([path]) => path)).toContain('medical-office-manager.faqs.6.answer');
});

test.each(FORBIDDEN)('no text for readers matches %s', (forbidden) => {
  expect(texts.filter(([, text]) => forbidden.test(text))).toEqual([]);
});

test.each([
  'The "0-6 months" that a published page gives',
  'as one page states it',
  'It ends with the rating that this site gives',
  'Doubtful, since the class is much wider.',
  'The page rests its rating on a national average',
  'whose newest official figures are these: in May 2024, their median was $117,960',
])('"%s" is found', (text) => {
  expect(FORBIDDEN.some((forbidden) => forbidden.test(text))).toBe(true);
});

test('a text with an amount of pay or a growth rate names its month or years, or calls it an estimate', () => {
  const isDated = (text: string) => /May 20\d\d|20\d\d (to|-|–) 20\d\d|\bestimates?\b/i.test(text);
  const withFigure = texts.filter(([, text]) => /\$\d|\d%/.test(text));
  expect(withFigure.length).toBeGreaterThan(4);
  expect(withFigure.filter(([, text]) => !isDated(text))).toEqual([]);
});
