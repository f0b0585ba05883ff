import type { TitleKind } from '@careergraph/db';
import type { OccupationCode, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging/arguments.js';
import type { Connection } from '../paging/connection.js';
import { pageOfSegments, type Segment, type TitleRow } from './pages.js';
import { type InRelease, locate, type OnetContent, whyNoRows } from './place.js';

/** The role of the file that has each kind of title. */
export const TITLE_ROLES = {
  DIRECT_MATCH: 'titles',
  ALTERNATE: 'alternate-titles',
  REPORTED: 'reported-titles',
} as const satisfies Record<TitleKind, string>;

export type JobTitles = OnetContent & Connection<InRelease<TitleRow>>;

/** The job titles of an occupation: first from SOC, then from O*NET, in the order of each file. */
export async function jobTitlesOf(
  context: Context,
  occupation: OccupationCode,
  { kinds, asOf }: TitlesAsked,
  args: PageArguments,
): Promise<JobTitles> {
  const { onet } = context;
  const located = locateTitles(context, occupation, { kinds, asOf });
  const { soc, socSegments, place, onetSegments } = located;
  const { release = null, onetCode = null, explanation = null } = place ?? {};
  const page = await pageOfSegments(onet.titles, 'titles', [...socSegments, ...onetSegments], args);
  const releaseOf = ({ place: at }: TitleRow) => (at < socSegments.length ? soc : release) as ReleaseEntry;
  return {
    ...page,
    edges: page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, release: releaseOf(node) } })),
    release,
    onetCode,
    explanation,
    reason: async () => whyMissing(occupation, kinds, located, await countOf(context, onetSegments)),
  };
}

/** The releases that list titles of an occupation, and why others do not. */
export async function releasesWithTitles(
  context: Context,
  occupation: OccupationCode,
): Promise<{ readonly releases: readonly ReleaseEntry[]; readonly reason: string | null }> {
  const located = locateTitles(context, occupation, ALL_TITLES);
  const { soc, socSegments, place, onetSegments } = located;
  const [inSoc, inOnet] = await Promise.all([countOf(context, socSegments), countOf(context, onetSegments)]);
  return {
    releases: [inSoc > 0 ? soc : null, inOnet > 0 ? (place?.release ?? null) : null].filter((each) => each !== null),
    reason: whyMissing(occupation, ALL_TITLES.kinds, located, inOnet),
  };
}

async function countOf({ onet }: Context, segments: readonly Segment[]): Promise<number> {
  return segments.length === 0 ? 0 : onet.titles.counts.load(segments);
}

interface TitlesAsked {
  readonly kinds: readonly TitleKind[];
  readonly asOf: string | null;
}

/** What a query asks for that names neither kinds nor a release. */
const ALL_TITLES: TitlesAsked = { kinds: Object.keys(TITLE_ROLES) as TitleKind[], asOf: null };

function locateTitles({ catalog }: Context, occupation: OccupationCode, { kinds, asOf }: TitlesAsked) {
  const soc = kinds.includes('DIRECT_MATCH') && occupation.level !== 'ONET' ? catalog.active('bls-soc') : null;
  const fromOnet = kinds.filter((kind) => kind !== 'DIRECT_MATCH');
  const place = fromOnet.length === 0 ? null : locate(catalog, occupation, 'titles', asOf);
  const ofKind = (kind: TitleKind, release: ReleaseEntry, occupationCode: string): Segment[] =>
    catalog.fileIdsOf(release, [TITLE_ROLES[kind]]).map((fileId) => ({ fileId, occupationCode }));
  const { release = null, onetCode = null } = place ?? {};
  return {
    soc,
    socSegments: soc ? ofKind('DIRECT_MATCH', soc, occupation.code) : [],
    place,
    onetSegments: release && onetCode ? fromOnet.flatMap((kind) => ofKind(kind, release, onetCode.code)) : [],
  };
}

function whyMissing(
  occupation: OccupationCode,
  kinds: readonly TitleKind[],
  { socSegments, place }: ReturnType<typeof locateTitles>,
  inOnet: number,
): string | null {
  const ofOnet = place && inOnet === 0 ? (place.reason ?? whyNoRows(place)) : null;
  return [whyNoDirectMatches(kinds, occupation, socSegments), ofOnet].filter((why) => why !== null).join(' ') || null;
}

function whyNoDirectMatches(
  kinds: readonly TitleKind[],
  { code, level }: OccupationCode,
  segments: readonly Segment[],
): string | null {
  if (!kinds.includes('DIRECT_MATCH') || segments.length > 0) return null;
  return level === 'ONET'
    ? `Direct match titles are those of SOC: ask for ${code.slice(0, 7)}.`
    : 'The job titles of the SOC have not been imported here.';
}
