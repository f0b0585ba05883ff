import type { OccupationEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging/arguments.js';
import type { Connection } from '../paging/connection.js';
import { pageOfSegments, type TechnologyRow } from './pages.js';
import { type InRelease, locate, type OnetContent, whyNoRows } from './place.js';

export type Technologies = OnetContent & Connection<InRelease<TechnologyRow>>;

/** The software and equipment that people in an occupation use, in the order of the file. */
export async function technologyOf(
  { catalog, onet }: Context,
  occupation: OccupationEntry,
  asOf: string | null,
  args: PageArguments,
): Promise<Technologies> {
  const place = locate(catalog, occupation, 'technology', asOf);
  const { release, onetCode, explanation, fileIds } = place;
  const segments = onetCode === null ? [] : fileIds.map((fileId) => ({ fileId, occupationCode: onetCode.code }));
  const page = await pageOfSegments(onet.technology, 'technology', segments, args);
  return {
    ...page,
    edges: release === null ? [] : page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, release } })),
    release,
    onetCode,
    explanation,
    reason: async () => place.reason ?? ((await page.totalCount()) === 0 ? whyNoRows(place) : null),
  };
}
