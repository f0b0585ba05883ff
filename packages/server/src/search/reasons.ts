import type { Found } from './documents.js';
import type { QueryWord } from './rank.js';
import type { IndexedTitle } from './title-index.js';

/** Why something was found. */
export const SEARCH_REASONS = {
  EXACT_TITLE: 'The text is its title. Plurals, case, and words such as "senior" do not count.',
  ALTERNATE_TITLE: 'The text is another title of it, as listed by SOC, O*NET, or a guide.',
  REPORTED_TITLE: 'The text is a title that workers reported to O*NET.',
  ABBREVIATION: 'The text is an abbreviation of one of its titles.',
  WORDS: 'Words of the text are in its titles.',
  MISSPELLING: 'Words in its titles are spelled almost like those of the text.',
  DESCRIPTION: 'Words of the text are in its description or tasks, but not in its titles.',
  FIELD_OF_STUDY:
    'The text names the field of study of the program. Of all programs in the field at that level, it has the most awards.',
  INSTITUTION: 'The text names the institution of the program, or its city or state.',
} as const;

export type SearchReason = keyof typeof SEARCH_REASONS;

const REASON_OF = {
  OWN: 'EXACT_TITLE',
  ALTERNATE: 'ALTERNATE_TITLE',
  REPORTED: 'REPORTED_TITLE',
  ABBREVIATION: 'ABBREVIATION',
} as const;

/** @param title the title that fits best; null if none does */
export function explain(
  found: Found,
  title: IndexedTitle | null,
  isExact: boolean,
  words: readonly QueryWord[],
): { readonly reason: SearchReason; readonly matched: string; readonly explanation: string } {
  const name = nameOf(found);
  if (title === null) {
    return {
      reason: 'DESCRIPTION',
      matched: titleOf(found),
      explanation: `No title of ${name} has these words, but its description or tasks do.`,
    };
  }
  const matched = title.text;
  const misspelled = words.filter(({ isMisspelled, variants }) => isMisspelled && variants.length > 0);
  if (misspelled.length > 0) {
    const read = misspelled.map(({ stem, variants }) => `"${stem}" as "${variants[0]?.term}"`).join(' and ');
    return {
      reason: 'MISSPELLING',
      matched,
      explanation: `The search read ${read}. "${matched}" is a title of ${name}.`,
    };
  }
  if (!isExact) {
    return { reason: 'WORDS', matched, explanation: `"${matched}", a title of ${name}, has words of the text.` };
  }
  const what = {
    OWN: 'the title',
    ALTERNATE: 'another title',
    REPORTED: 'a title that workers report',
    ABBREVIATION: 'an abbreviation',
  }[title.source];
  return {
    reason: REASON_OF[title.source],
    matched,
    explanation: title.source === 'OWN' ? `"${matched}" is ${codeOf(found)}.` : `"${matched}" is ${what} of ${name}.`,
  };
}

export function titleOf(found: Found): string {
  switch (found.kind) {
    case 'OCCUPATION':
      return found.occupation.title;
    case 'CAREER':
      return found.career.title;
    case 'CREDENTIAL':
      return found.credential.name;
    case 'AREA':
      return found.area.name;
  }
}

function nameOf(found: Found): string {
  return found.kind === 'OCCUPATION' ? `${found.occupation.title} (${found.occupation.code})` : titleOf(found);
}

function codeOf(found: Found): string {
  switch (found.kind) {
    case 'OCCUPATION':
      return `the title of the occupation ${found.occupation.code}`;
    case 'CAREER':
      return `the title of the career ${found.career.slug}`;
    case 'CREDENTIAL':
      return `the name of the credential ${found.credential.slug}`;
    case 'AREA':
      return `the name of the area ${found.area.code}`;
  }
}
