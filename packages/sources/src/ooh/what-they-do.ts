import type { Element } from 'hast';
import { isElement, textOf } from './clean.js';
import { SECTION_HEADINGS } from './headings.js';
import { markdownOfContent } from './markdown.js';
import { type Part, type PlacedBlock, placedBlocks } from './part.js';
import type { DutyList, NamedText } from './profile.js';

const isDuties = (heading: string | null) =>
  heading !== null && SECTION_HEADINGS.WHAT_THEY_DO[heading.toLowerCase()] === 'DUTIES';

/** The lists of duties: the first one under "Duties", and each that a sentence with "do the following" leads to. */
export function dutiesOf(part: Part): readonly DutyList[] {
  const blocks = placedBlocks(part);
  const lists: DutyList[] = [];
  for (const [index, { block, heading, place }] of blocks.entries()) {
    if (!isElement(block, 'ul', 'ol')) continue;
    const before = blocks[index - 1];
    const lead = before?.heading === heading && isElement(before.block, 'p') ? textOf(before.block) : null;
    const isFirst = isDuties(heading) && lists.length === 0;
    if (isFirst || (lead !== null && /\bdo the following\b/.test(lead))) {
      lists.push({ lead, items: itemsOf(block).map(markdownOfContent), ...place });
    }
  }
  if (lists.length === 0) part.report.fault(part.heading, part.line, 'has no list of duties under "Duties"');
  return lists;
}

/** The kinds of workers within the occupation: paragraphs and list items that begin with an emphasized name. */
export function specialtiesOf(part: Part): readonly NamedText[] {
  return placedBlocks(part)
    .filter(({ heading }) => heading !== null)
    .flatMap((placed) => namedTexts(part, placed))
    .filter(({ markdown }) => !/\bdo the following:$/.test(markdown));
}

function namedTexts(part: Part, { block, place }: PlacedBlock): readonly NamedText[] {
  if (isElement(block, 'p')) return [namedText(block, place)].filter((text) => text !== null);
  return itemsOf(block)
    .map((item) => namedText(item, { ...place, line: part.lineOf(item) }))
    .filter((text) => text !== null);
}

/** Null where the text does not begin with emphasis. */
export function namedText(
  block: Element,
  place: { readonly section: string; readonly line: number },
): NamedText | null {
  const [first, ...rest] = block.children;
  if (!isElement(first, 'em', 'strong')) return null;
  // "<em>Orderlies</em><strong>,</strong> like …" and "<strong>a</strong><em>b</em>" are one name.
  const more = rest.findIndex((node) => !isElement(node, 'em', 'strong'));
  const emphasized = more < 0 ? block.children : block.children.slice(0, more + 1);
  const name = textOf({ ...block, children: emphasized })
    .replace(/[.:,—–]+$/, '')
    .trim();
  const markdown = markdownOfContent({ ...block, children: more < 0 ? [] : rest.slice(more) });
  return name === '' || markdown === '' ? null : { name, markdown, ...place };
}

const itemsOf = (block: Element): Element[] => block.children.filter((child) => isElement(child, 'li')) as Element[];
