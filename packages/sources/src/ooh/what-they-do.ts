import type { Element } from 'hast';
import { isElement, textOf } from './clean.js';
import { SECTION_HEADINGS } from './headings.js';
import { markdownOfContent } from './markdown.js';
import { type Part, placedBlocks } from './part.js';
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
  return placedBlocks(part).flatMap(({ block, heading, place }) => {
    if (heading === null) return [];
    const texts = isElement(block, 'p') ? [block] : itemsOf(block);
    return texts.flatMap((text) => {
      const [article, ...afterArticle] = text.children;
      const isArticle = article?.type === 'text' && /^(An?|The) $/.test(article.value);
      const named = namedText(isArticle ? { ...text, children: afterArticle } : text, place);
      if (named === null || /\bdo the following:$/.test(named.markdown)) return [];
      return [{ ...named, markdown: markdownOfContent(text), line: part.lineOf(text) }];
    });
  });
}

/** A text without the emphasized name that it begins with; null if it does not begin so. */
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
