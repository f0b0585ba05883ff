import { isElement } from './clean.js';
import { SECTION_HEADINGS } from './headings.js';
import { type Part, placedBlocks } from './part.js';
import type { NamedText } from './profile.js';
import { namedText } from './what-they-do.js';

/** The paragraphs under "Important Qualities" that begin with an emphasized name. */
export function qualitiesOf(part: Part): readonly NamedText[] {
  const qualities = placedBlocks(part).flatMap(({ block, heading, place }) => {
    const kind = SECTION_HEADINGS.HOW_TO_BECOME_ONE[heading?.toLowerCase() ?? ''];
    const quality = kind === 'QUALITIES' && isElement(block, 'p') ? namedText(block, place) : null;
    return quality === null ? [] : [quality];
  });
  const names = qualities.map(({ name }) => name);
  const kept = qualities.filter(({ name }, index) => names.indexOf(name) === index);
  for (const { name, section, line } of qualities.filter((quality) => !kept.includes(quality))) {
    part.report.notice(section, line, `lists "${name}" twice; the first is kept`);
  }
  if (qualities.length === 0)
    part.report.fault(part.heading, part.line, 'has no qualities under "Important Qualities"');
  return kept;
}

/** `How to Become an Actuary` is about an `Actuary`. */
export function singularTitleOf(part: Part): string | null {
  return /^How to Become (?:an?|the) (.+)$/.exec(part.heading)?.[1] ?? null;
}
