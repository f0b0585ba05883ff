import type { OccupationCode } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging/arguments.js';
import { type Connection, listName, pageOfItems } from '../paging/connection.js';
import { rowsAt, type TechnologyRow } from './loaders.js';
import { contentOf, type InRelease, locate, type OnetContent } from './place.js';

export type Technologies = OnetContent & Connection<InRelease<TechnologyRow>>;

/** The software that people in an occupation use, in the order of the file. */
export async function technologyOf(
  context: Context,
  occupation: OccupationCode,
  asOf: string | null,
): Promise<OnetContent & { readonly nodes: readonly InRelease<TechnologyRow>[] }> {
  const place = locate(context.catalog, occupation, 'technology', asOf);
  const nodes = await rowsAt(context.onet.technology, place);
  return { ...contentOf(place, nodes.length), nodes };
}

export async function pageOfTechnology(
  context: Context,
  occupation: OccupationCode,
  asOf: string | null,
  args: PageArguments,
): Promise<Technologies> {
  const { nodes, ...content } = await technologyOf(context, occupation, asOf);
  const list = listName('technology', content.release?.id, content.onetCode?.code);
  return { ...content, ...pageOfItems(args, list, nodes, ({ row }) => `${row}`) };
}
