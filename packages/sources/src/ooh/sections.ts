import type { Element } from 'hast';
import { isElement, textOf } from './clean.js';
import { SECTION_HEADINGS } from './headings.js';
import { markdownOf } from './markdown.js';
import type { Part } from './part.js';
import type { Section, SectionKind } from './profile.js';

/** Cuts a part at its headings. Tables that `isData` tells to be figures rather than prose are left out. */
export function sectionsOf(part: Part, isData: (table: Element) => boolean): readonly Section[] {
  const sections: Section[] = [];
  let open = {
    kind: 'INTRODUCTION' as SectionKind,
    heading: null as string | null,
    line: part.line,
    blocks: [] as Element[],
  };
  const close = () => {
    const { blocks, ...section } = open;
    const markdown = markdownOf(blocks);
    if (markdown !== '') {
      sections.push({ part: part.name, ...section, section: section.heading ?? part.heading, markdown });
    } else if (section.heading !== null) {
      part.report.fault(section.heading, section.line, 'has no text. Download the page again.');
    }
  };
  for (const block of part.blocks) {
    if (!isElement(block, 'h3')) {
      if (!(isElement(block, 'table') && isData(block))) open.blocks.push(block);
      continue;
    }
    close();
    const heading = textOf(block);
    const line = part.lineOf(block);
    const kind = SECTION_HEADINGS[part.name][heading.toLowerCase()];
    if (kind === undefined) {
      const known = Object.keys(SECTION_HEADINGS[part.name]);
      part.report.fault(
        part.heading,
        line,
        `is no heading known in this part (${known.join('; ') || 'none'})`,
        heading,
      );
    }
    open = { kind: kind ?? 'INTRODUCTION', heading, line, blocks: [] };
  }
  close();
  return sections;
}
