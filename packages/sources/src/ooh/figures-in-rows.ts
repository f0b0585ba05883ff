import type { Element } from 'hast';
import { isElement, textOf } from './clean.js';
import { figure, named } from './numbers.js';
import type { Part } from './part.js';
import type { NamedFigure, Place } from './profile.js';
import { cellsOf, rowsOf } from './tables.js';

/** A table of two columns, a name and a figure. `form` is that of the figures, so that swapped columns are found. */
export function namedFigures(part: Part, table: Element, section: string, form: RegExp): readonly NamedFigure[] {
  return rowsOf(table, 'tbody').flatMap((row): NamedFigure[] => {
    const place: Place = { section, line: part.lineOf(row) };
    const [name, printed, ...others] = cellsOf(row).map(textOf);
    if (name === undefined || printed === undefined || others.length > 0) {
      part.report.fault(section, place.line, 'should have two columns, a name and a figure', textOf(row));
      return [];
    }
    if (!form.test(printed) || !/\p{L}/u.test(name)) {
      part.report.fault(
        section,
        place.line,
        'should be a name, then a figure: columns were changed',
        `${name} | ${printed}`,
      );
      return [];
    }
    return [named(name, figure(part.report, place, printed))];
  });
}

/** The bars of a chart: what each stands for, and its figure. */
export function chartOf(part: Part): readonly NamedFigure[] {
  if (part.chart === null) return [];
  const bars = descendants(part.chart, ['dt', 'dd']).filter((node) => textOf(node) !== '');
  return bars.flatMap((node, index): NamedFigure[] => {
    const value = bars[index + 1];
    if (node.tagName !== 'dt' || value?.tagName !== 'dd') return [];
    const place = { section: part.heading, line: part.lineOf(node) };
    return [named(textOf(node), figure(part.report, place, textOf(value)))];
  });
}

function descendants(element: Element, names: readonly string[]): readonly Element[] {
  return element.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return names.includes(child.tagName) ? [child] : descendants(child, names);
  });
}
