import type { Element, ElementContent } from 'hast';
import { isElement, textOf } from './clean.js';
import { SECTION_HEADINGS } from './headings.js';
import { cutBeforeLead, leads } from './lead.js';
import { markdownOf, markdownOfContent } from './markdown.js';
import { type Part, type PlacedBlock, placedBlocks } from './part.js';
import type { DutyList, NamedText, Place } from './profile.js';

const isDuties = (heading: string | null) =>
  heading !== null && SECTION_HEADINGS.WHAT_THEY_DO[heading.toLowerCase()] === 'DUTIES';

/** The prose that is neither in the lists of duties nor in the specialties. The sentences that lead to them are left out. */
export function descriptionOf(part: Part): string | null {
  const blocks = placedBlocks(part);
  const lists = new Set([...dutyListsIn(blocks), ...listsOfSpecialties(blocks).values()].map(({ block }) => block));
  const rest = blocks.map(({ block, heading }) => {
    if (lists.has(block)) return null;
    return heading === null ? block : withoutSpecialties(block);
  });
  const prose = blocks.map(({ block, heading }, index) => {
    const next = blocks[index + 1];
    const isTakenNext = next?.heading === heading && rest[index + 1] !== next?.block;
    return isTakenNext && rest[index] === block && leads(textOf(block)) ? cutBeforeLead(block).rest : rest[index];
  });
  return markdownOf(prose.filter((block) => isElement(block ?? undefined)) as Element[]) || null;
}

/** The lists of duties: the first one under "Duties", and each that a sentence with "do the following" leads to. */
export function dutiesOf(part: Part): readonly DutyList[] {
  const lists = dutyListsIn(placedBlocks(part));
  if (lists.length === 0) part.report.fault(part.heading, part.line, 'has no list of duties under "Duties"');
  return lists.map(({ block, lead, place }) => ({ lead, items: itemsOf(block).map(markdownOfContent), ...place }));
}

function dutyListsIn(blocks: readonly PlacedBlock[]) {
  const lists: (PlacedBlock & { readonly lead: string | null })[] = [];
  for (const [index, placed] of blocks.entries()) {
    const { block, heading } = placed;
    if (!isElement(block, 'ul', 'ol')) continue;
    const before = blocks[index - 1];
    const lead = before?.heading === heading && isElement(before.block, 'p') ? cutBeforeLead(before.block).lead : null;
    const isFirst = isDuties(heading) && lists.length === 0;
    if (isFirst || (lead !== null && /\bdo the following\b/.test(lead))) lists.push({ ...placed, lead });
  }
  return lists;
}

/**
 * The kinds of workers within the occupation: paragraphs and list items that begin with an emphasized name. A list that the
 * paragraph leads to is part of it.
 */
export function specialtiesOf(part: Part): readonly NamedText[] {
  const blocks = placedBlocks(part);
  const lists = listsOfSpecialties(blocks);
  return blocks.flatMap((placed) => {
    const { block, heading, place } = placed;
    if (heading === null) return [];
    const list = lists.get(placed);
    const texts = isElement(block, 'p') ? [block] : itemsOf(block);
    return texts.flatMap((text) => {
      const named = specialtyIn(text, place);
      if (named === null) return [];
      const markdown = list ? markdownOf([text, list.block]) : withoutColon(markdownOfContent(text));
      return [{ ...named, markdown, line: part.lineOf(text) }];
    });
  });
}

/** The list below each paragraph about a specialty that ends with a colon, unless its items are specialties themselves. */
function listsOfSpecialties(blocks: readonly PlacedBlock[]): ReadonlyMap<PlacedBlock, PlacedBlock> {
  const isSpecialty = (text: Element) => specialtyIn(text, { section: '', line: 0 }) !== null;
  return new Map(
    blocks.flatMap((placed, index): [PlacedBlock, PlacedBlock][] => {
      const { block, heading } = placed;
      const next = blocks[index + 1];
      if (heading === null || next?.heading !== heading || !isElement(next.block, 'ul', 'ol')) return [];
      const leadsToList = isElement(block, 'p') && textOf(block).endsWith(':') && isSpecialty(block);
      return leadsToList && !itemsOf(next.block).some(isSpecialty) ? [[placed, next]] : [];
    }),
  );
}

/** A list of specialties is not part of the one above it, whose last sentence only leads to the list. */
const withoutColon = (markdown: string): string =>
  markdown.replace(/ [^.]*\bfollowing\b[^.:]*:$/, '').replace(/:$/, '.');

function specialtyIn(text: Element, place: Place): NamedText | null {
  const [article, ...afterArticle] = text.children;
  const isArticle = article?.type === 'text' && /^(An?|The) $/.test(article.value);
  const named = namedText(isArticle ? { ...text, children: afterArticle } : text, place);
  return named === null || /\bdo the following:$/.test(named.markdown) ? null : named;
}

/** Null if nothing is left. */
function withoutSpecialties(block: Element): Element | null {
  const isSpecialty = (text: Element) => specialtyIn(text, { section: '', line: 0 }) !== null;
  if (block.tagName === 'p') return isSpecialty(block) ? null : block;
  const specialties = new Set<ElementContent>(itemsOf(block).filter(isSpecialty));
  if (specialties.size === 0) return block;
  const rest = { ...block, children: block.children.filter((child) => !specialties.has(child)) };
  return itemsOf(rest).length === 0 ? null : rest;
}

/** A text without the emphasized name that it begins with; null if it does not begin so. */
export function namedText(block: Element, place: Place): NamedText | null {
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
