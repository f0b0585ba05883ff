import type { OccupationCode } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging/arguments.js';
import type { Connection } from '../paging/connection.js';
import { pageOfSegments, type Segment, type TechnologyRow } from './pages.js';
import { contentOf, type InRelease, locate, type OnetContent, type OnetPlace, whyNoRows } from './place.js';

export type Technologies = OnetContent & Connection<InRelease<TechnologyRow>>;

/** The software and equipment that people in an occupation use, in the order of the file. */
export async function technologyOf(
  { catalog, onet }: Context,
  occupation: OccupationCode,
  asOf: string | null,
  args: PageArguments,
): Promise<Technologies> {
  const place = locate(catalog, occupation, 'technology', asOf);
  const { release, onetCode, explanation } = place;
  const page = await pageOfSegments(onet.technology, 'technology', segmentsOf(place), args);
  return {
    ...page,
    edges: release === null ? [] : page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, release } })),
    release,
    onetCode,
    explanation,
    reason: async () => place.reason ?? ((await page.totalCount()) === 0 ? whyNoRows(place) : null),
  };
}

/** The number of technologies, without a page of them. */
export async function countTechnology(
  { catalog, onet }: Context,
  occupation: OccupationCode,
): Promise<OnetContent & { readonly rows: number }> {
  const place = locate(catalog, occupation, 'technology', null);
  const segments = segmentsOf(place);
  const rows = segments.length === 0 ? 0 : await onet.technology.counts.load(segments);
  return { ...contentOf(place, rows), rows };
}

function segmentsOf({ onetCode, fileIds }: OnetPlace): Segment[] {
  return onetCode === null ? [] : fileIds.map((fileId) => ({ fileId, occupationCode: onetCode.code }));
}
