import type { Element, RootContent } from 'hast';
import { blocksOf, hasClass, isElement, textOf } from './clean.js';
import type { PartName, Place } from './profile.js';
import type { Report } from './report.js';

/** One part of a profile, such as "Pay", on its way from HTML. */
export interface Part {
  readonly name: PartName;
  /** As printed above it. */
  readonly heading: string;
  readonly line: number;
  /** Its paragraphs, lists, tables and headings, cleaned. */
  readonly blocks: readonly Element[];
  /** Its bar chart, as it is in the page. */
  readonly chart: Element | null;
  readonly report: Report;
  lineOf(node: { readonly position?: Element['position'] }): number;
}

export interface PartSource {
  readonly name: PartName;
  readonly heading: string;
  readonly nodes: readonly RootContent[];
  /** What links are relative to. */
  readonly base: string;
  /** Line of the file on which the HTML begins. */
  readonly firstLine: number;
  readonly report: Report;
}

export function partOf({ name, heading, nodes, base, firstLine, report }: PartSource): Part {
  return {
    name,
    heading,
    line: nodes[0]?.position === undefined ? firstLine : nodes[0].position.start.line + firstLine - 1,
    blocks: blocksOf(nodes, base),
    chart: nodes.filter((node) => isElement(node)).find((node) => hasClass(node, 'ooh-chart')) ?? null,
    report,
    lineOf: (node) => (node.position === undefined ? firstLine : node.position.start.line + firstLine - 1),
  };
}

/** A block with the heading above it. */
export interface PlacedBlock {
  readonly block: Element;
  readonly heading: string | null;
  readonly place: Place;
}

export function placedBlocks(part: Part): readonly PlacedBlock[] {
  let heading: string | null = null;
  return part.blocks.flatMap((block): PlacedBlock[] => {
    if (isElement(block, 'h3')) {
      heading = textOf(block);
      return [];
    }
    return [{ block, heading, place: { section: heading ?? part.heading, line: part.lineOf(block) } }];
  });
}
