import type { OccupationCode } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging/arguments.js';
import { type Connection, listName, pageOfItems } from '../paging/connection.js';
import { rowsAt, type TechnologyRow } from './loaders.js';
import { contentOf, type InRelease, locate, type OnetContent } from './place.js';

export type Technologies = OnetContent & Connection<InRelease<TechnologyRow>>;

/** The software that people in an occupation use: first what employers often ask for, then in the order of the file. */
export async function technologyOf(
  context: Context,
  occupation: OccupationCode,
  asOf: string | null,
): Promise<OnetContent & { readonly nodes: readonly InRelease<TechnologyRow>[] }> {
  const place = locate(context.catalog, occupation, 'technology', asOf);
  const rows = await rowsAt(context.onet.technology, place);
  const nodes = rows.toSorted((a, b) => demand(b) - demand(a));
  return { ...contentOf(place, nodes.length), nodes };
}

/** In demand for this occupation counts more than hot, which counts all occupations. */
const demand = ({ inDemand, hot }: TechnologyRow): number => (inDemand ? 2 : 0) + (hot ? 1 : 0);

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
