import type { Element, ElementContent } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { isElement, textOf } from './clean.js';

const OPTIONS: Options = {
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
  bullet: '-',
  emphasis: '_',
  // `<https://…>` would look like a tag.
  resourceLink: true,
};

/** Cleaned blocks as GitHub Flavored Markdown. */
export function markdownOf(blocks: readonly Element[]): string {
  const children = blocks.flatMap((block) => withCaption(plainWhereNeeded(block)));
  const markdown = toMarkdown(toMdast({ type: 'root', children }), OPTIONS).trim();
  // The library escapes every ampersand before a letter, also where it begins no character reference.
  return markdown.replace(/\\&(?!#?\w+;)/g, '&');
}

/** The content of a list item, cell or paragraph; a nested list stays one. */
export function markdownOfContent({ children }: { readonly children: readonly ElementContent[] }): string {
  const isInline = (node: ElementContent) => !isElement(node, 'p', 'ul', 'ol');
  const inline = children.filter(isInline);
  const blocks = children.filter((node) => !isInline(node)) as Element[];
  const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children: [...inline] };
  return markdownOf([...(textOf(paragraph) === '' ? [] : [paragraph]), ...blocks]);
}

/** Markdown tables have no caption: it becomes the paragraph before. */
function withCaption(table: Element): Element[] {
  if (table.tagName !== 'table') return [table];
  const caption = table.children.find((child) => isElement(child, 'caption'));
  if (!isElement(caption)) return [table];
  const rest = { ...table, children: table.children.filter((child) => child !== caption) };
  return [
    { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: textOf(caption) }] },
    rest,
  ];
}

/** Emphasis that touches a letter could only be written with character references, so it is dropped there. */
function plainWhereNeeded(element: Element): Element {
  const children = element.children.flatMap((child, index): ElementContent[] => {
    if (!isElement(child)) return [child];
    const inner = plainWhereNeeded(child);
    const touches =
      isElement(child, 'em', 'strong') &&
      (/[\p{L}\p{N}]$/u.test(textAt(element.children[index - 1])) ||
        /^[\p{L}\p{N}]/u.test(textAt(element.children[index + 1])));
    return touches ? withoutEmphasis(inner) : [inner];
  });
  // Positions are of no use here and would be copied along.
  const { tagName, properties } = element;
  return { type: 'element', tagName, properties, children };
}

const withoutEmphasis = (element: Element): ElementContent[] =>
  element.children.flatMap((child) => (isElement(child, 'em', 'strong') ? withoutEmphasis(child) : [child]));

const textAt = (node: ElementContent | undefined): string => (node?.type === 'text' ? node.value : '');
