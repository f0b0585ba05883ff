import type { TitleKind } from '@careergraph/db';
import type { Catalog } from '../catalog/catalog.js';
import type { OccupationCode, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging/arguments.js';
import { type Connection, listName, pageOfItems } from '../paging/connection.js';
import type { TitleRow } from './loaders.js';
import { type InRelease, locate, type OnetContent, whyNoRows } from './place.js';

/** The role of the file that has each kind of title. */
export const TITLE_ROLES = {
  DIRECT_MATCH: 'titles',
  ALTERNATE: 'alternate-titles',
  REPORTED: 'reported-titles',
} as const satisfies Record<TitleKind, string>;

export interface TitlesAsked {
  readonly kinds: readonly TitleKind[];
  readonly asOf: string | null;
  /** A title to leave out, such as the one of the career itself. */
  readonly except: string | null;
}

export interface JobTitles extends OnetContent {
  readonly nodes: readonly InRelease<TitleRow>[];
}

/**
 * The job titles of an occupation: first from SOC, then from O*NET, in the order of each file. A title that several files
 * or rows have is there once, without regard to case.
 */
export async function jobTitlesOf(
  { catalog, onet }: Context,
  occupation: OccupationCode,
  { kinds, asOf, except }: TitlesAsked,
): Promise<JobTitles> {
  const titlesIn = async (release: ReleaseEntry, kind: TitleKind, occupationCode: string) => {
    const files = catalog.fileIdsOf(release, [TITLE_ROLES[kind]]);
    const rows = await Promise.all(files.map((fileId) => onet.titles.load({ fileId, occupationCode })));
    return rows.flat().map((row) => ({ ...row, release }));
  };
  const soc = kinds.includes('DIRECT_MATCH') && occupation.level !== 'ONET' ? catalog.active('bls-soc') : null;
  const fromOnet = kinds.filter((kind) => kind !== 'DIRECT_MATCH');
  const place = fromOnet.length === 0 ? null : locate(catalog, occupation, 'titles', asOf);
  const { release = null, onetCode = null, explanation = null } = place ?? {};
  const [direct, others] = await Promise.all([
    soc === null ? [] : titlesIn(soc, 'DIRECT_MATCH', occupation.code),
    release === null || onetCode === null
      ? []
      : Promise.all(fromOnet.map((kind) => titlesIn(release, kind, onetCode.code))).then((lists) => lists.flat()),
  ]);
  const missing = kinds.includes('DIRECT_MATCH') ? [whyNoDirectMatches(catalog, occupation)] : [];
  if (place && others.length === 0) missing.push(place.reason ?? whyNoRows(place));
  const nodes = eachOnce([...direct, ...others], except);
  return {
    nodes,
    release,
    onetCode,
    explanation,
    reason: nodes.length > 0 ? null : missing.filter((why) => why !== null).join(' ') || null,
  };
}

export async function pageOfJobTitles(
  context: Context,
  occupation: OccupationCode,
  asked: TitlesAsked,
  args: PageArguments,
): Promise<OnetContent & Connection<InRelease<TitleRow>>> {
  const { nodes, ...content } = await jobTitlesOf(context, occupation, asked);
  const releases = [context.catalog.active('bls-soc')?.id, content.release?.id];
  const list = listName('titles', occupation.code, asked.kinds, asked.except, releases);
  return { ...content, ...pageOfItems(args, list, nodes, ({ fileId, row }) => `${fileId} ${row}`) };
}

function eachOnce<Row extends TitleRow>(rows: readonly Row[], except: string | null): readonly Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const title = row.title.toLowerCase();
    if (!first.has(title)) first.set(title, row);
  }
  if (except !== null) first.delete(except.toLowerCase());
  return [...first.values()];
}

function whyNoDirectMatches(catalog: Catalog, { code, level }: OccupationCode): string | null {
  if (level === 'ONET') return `Direct match titles belong to the occupations of the SOC, here ${code.slice(0, 7)}.`;
  const files = catalog.fileIdsOf(catalog.active('bls-soc'), [TITLE_ROLES.DIRECT_MATCH]);
  return files.length === 0 ? 'The job titles of the SOC have not been imported here.' : null;
}
