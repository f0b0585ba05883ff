import type { Element, ElementContent, Nodes, RootContent, Text } from 'hast';
import { toString as contentOf } from 'hast-util-to-string';

/** Text in one line, non-breaking and zero-width spaces included. */
export const textOf = (node: Nodes): string => fold(contentOf(node));

export const fold = (text: string): string => text.replace(/[\s\u200b]+/g, ' ').trim();

export const isElement = (node: Nodes | undefined, ...names: readonly string[]): node is Element =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));

/** The first element below the node that passes, in document order. */
export function find(node: Nodes, test: (element: Element) => boolean): Element | null {
  if (!('children' in node)) return null;
  for (const child of node.children) {
    if (isElement(child) && test(child)) return child;
    const below = find(child, test);
    if (below !== null) return below;
  }
  return null;
}

export const withId = (id: string) => (element: Element) => element.properties.id === id;

export const hasClass = (element: Element, name: string): boolean =>
  Array.isArray(element.properties.className) && element.properties.className.includes(name);

const DROPPED_TAGS = new Set(['script', 'style', 'noscript', 'img', 'nav', 'iframe', 'button', 'del', 's', 'h2']);
const DROPPED_CLASSES = ['ooh_right_img', 'ooh-chart', 'invisible', 'noprint', 'clearfloat', 'youtube-player'];
const BLOCKS = new Set(['p', 'ul', 'ol', 'table', 'h3', 'h4', 'div', 'article', 'section', 'dl', 'blockquote']);
const EMPHASIS = new Set(['em', 'strong']);
const UNWRAPPED = new Set(['span', 'ins', 'font', 'u', 'sup', 'sub', 'small', 'center']);

/**
 * The paragraphs, lists, tables and headings among the nodes, without what is no prose: photographs, charts, scripts
 * and links to help. Links become absolute; text that stands outside of any block becomes a paragraph.
 */
export function blocksOf(nodes: readonly RootContent[], base: string): Element[] {
  const blocks: Element[] = [];
  let loose: Element | null = null;
  for (const node of nodes.flatMap((child) => cleaned(child, base))) {
    if (isElement(node) && BLOCKS.has(node.tagName)) {
      loose = null;
      if (['div', 'article', 'section'].includes(node.tagName)) blocks.push(...blocksOf(node.children, base));
      else blocks.push(node.tagName === 'h4' ? { ...node, tagName: 'h3' } : node);
    } else if (loose !== null) {
      loose.children.push(node);
    } else if (textOf(node) !== '') {
      loose = { type: 'element', tagName: 'p', properties: {}, children: [node], position: node.position };
      blocks.push(loose);
    }
  }
  return blocks.filter((block) => textOf(block) !== '').map(trimmed);
}

/** The text stands without the table that it refers to, whose figures are in fields of their own. */
const SEE_TABLE = / \(see table\)/g;

function cleaned(node: RootContent, base: string): ElementContent[] {
  if (node.type === 'text') {
    const value = node.value
      .replace(/[\s\u200b]+/g, ' ')
      .replace(SEE_TABLE, '')
      .replace(/ (?=[,;.](\s|$))/g, '');
    return [{ ...node, value }];
  }
  if (node.type !== 'element') return [];
  if (DROPPED_TAGS.has(node.tagName) || DROPPED_CLASSES.some((name) => hasClass(node, name))) return [];
  if (node.tagName === 'br') return [{ type: 'text', value: ' ' }];
  const children = joined(node.children.flatMap((child) => cleaned(child, base)));
  const element: Element = { ...node, properties: {}, children };
  if (UNWRAPPED.has(node.tagName)) return children;
  if (node.tagName === 'a') return link(element, node.properties.href, base);
  return EMPHASIS.has(node.tagName) ? spacesOutside(element) : [element];
}

/**
 * Joins neighboring texts, which appear if the `span` around one is removed. The end of a word whose beginning is a link
 * becomes part of the link.
 */
function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const each of nodes) {
    const last = result.at(-1);
    const node =
      each.type === 'text' && isElement(last, 'a') ? { ...each, value: completeWord(last, each.value) } : each;
    if (node.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { ...last, value: `${last.value}${node.value}`.replace(/ +/g, ' ') };
    } else if (node.type !== 'text' || node.value !== '') result.push(node);
  }
  return result;
}

/**
 * Moves the last letter of a word, the rest of which is a link, into the link, and returns the rest of the text. More
 * letters may be a word of their own, after a space that the page lacks.
 */
function completeWord(anchor: Element, text: string): string {
  const [end = ''] = /^\p{L}(?!\p{L})/u.exec(text) ?? [];
  if (end === '' || !/\p{L}$/u.test(contentOf(anchor))) return text;
  anchor.children.push({ type: 'text', value: end });
  return text.slice(end.length);
}

function link(element: Element, href: unknown, base: string): ElementContent[] {
  const address = typeof href === 'string' ? addressOf(href, base) : null;
  if (address === null || textOf(element) === '') return element.children;
  return spacesOutside({ ...element, properties: { href: address } });
}

export function addressOf(href: string, base: string): string | null {
  if (!URL.canParse(href.trim(), base)) return null;
  const address = new URL(href.trim(), base);
  return /^(https?|mailto):$/.test(address.protocol) ? address.href : null;
}

/** Markdown has no emphasis that begins or ends with a space. */
function spacesOutside(element: Element): ElementContent[] {
  const text = contentOf(element);
  if (text.trim() === '') return text === '' ? [] : [{ type: 'text', value: ' ' }];
  const outside: Text = { type: 'text', value: ' ' };
  const inside = trimmed(element);
  return [...(/^\s/.test(text) ? [outside] : []), inside, ...(/\s$/.test(text) ? [outside] : [])];
}

/** The element without spaces at the beginning and end of its text. */
function trimmed(element: Element): Element {
  const children = [...element.children];
  trimEnd(children, 0, (text) => text.trimStart());
  trimEnd(children, -1, (text) => text.trimEnd());
  return { ...element, children };
}

function trimEnd(children: ElementContent[], end: 0 | -1, trim: (text: string) => string): void {
  for (let child = children.at(end); child !== undefined; child = children.at(end)) {
    const index = end === 0 ? 0 : children.length - 1;
    if (child.type === 'text') {
      const value = trim(child.value);
      if (value !== '') {
        children[index] = { ...child, value };
        return;
      }
      children.splice(index, 1);
    } else {
      if (child.type === 'element' && (EMPHASIS.has(child.tagName) || child.tagName === 'a')) {
        const inner = [...child.children];
        trimEnd(inner, end, trim);
        children[index] = { ...child, children: inner };
      }
      return;
    }
  }
}
