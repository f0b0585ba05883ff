import type { Element } from 'hast';
import { isElement, textOf } from './clean.js';

/** The rows of a table section, as elements. */
export function rowsOf(table: Element, section: 'thead' | 'tbody'): readonly Element[] {
  return table.children
    .filter((child) => isElement(child, section))
    .flatMap((child) => (child as Element).children)
    .filter((child) => isElement(child, 'tr')) as Element[];
}

export const cellsOf = (row: Element): readonly Element[] =>
  row.children.filter((child) => isElement(child, 'td', 'th')) as Element[];

export const headerOf = (table: Element): readonly string[] =>
  rowsOf(table, 'thead')
    .flatMap(cellsOf)
    .map((cell) => textOf(cell).toLowerCase());

/** The first link in an element. */
export function linkIn(element: Element): { readonly text: string; readonly url: string } | null {
  return linksIn(element)[0] ?? null;
}

export function linksIn(element: Element): readonly { readonly text: string; readonly url: string }[] {
  if (element.tagName === 'a') return [{ text: textOf(element), url: String(element.properties.href) }];
  return element.children.flatMap((child) => (isElement(child) ? linksIn(child) : []));
}
