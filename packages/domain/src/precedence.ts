import { SOURCES } from './sources.js';

/** A release that answers queries, with the parts that its files are. */
export interface RankedRelease {
  readonly sourceId: string;
  readonly key: string;
  readonly status: string;
  readonly parts: readonly string[];
}

/** The part of a release without which it is not the default of its source. Other sources have no such part. */
const DEFAULT_PART: Readonly<Record<string, string>> = { [SOURCES.oews.id]: 'national' };

/** Sources whose figures and tables each come from the newest release that has them. Others answer from the active release. */
const NEWEST_THAT_HAS_IT: readonly string[] = [
  SOURCES.oews.id,
  SOURCES.projections.id,
  SOURCES.onet.id,
  SOURCES.ipeds.id,
  SOURCES.scorecard.id,
];

/**
 * The release that should be active unless an operator chooses another one: the newest that has the national part.
 *
 * @param releases those of one source that answer
 */
export function defaultRelease<Release extends RankedRelease>(releases: readonly Release[]): Release | null {
  const sorted = newestFirst(releases);
  return sorted.find(isWhole) ?? sorted[0] ?? null;
}

/**
 * The releases that are asked for a figure or table where none is named, in that order: the newest first. If an operator has
 * activated an older release than {@link defaultRelease}, newer ones than that answer only where they are named.
 *
 * @param releases those of one source that answer
 */
export function inOrderOfPrecedence<Release extends RankedRelease>(releases: readonly Release[]): readonly Release[] {
  const active = releases.find(({ status }) => status === 'ACTIVE');
  if (!active) return [];
  if (!NEWEST_THAT_HAS_IT.includes(active.sourceId)) return [active];
  const chosen = active.key < (defaultRelease(releases) ?? active).key;
  return newestFirst(releases).filter(({ key }) => !chosen || key <= active.key);
}

function newestFirst<Release extends RankedRelease>(releases: readonly Release[]): readonly Release[] {
  return releases.toSorted((a, b) => (a.key < b.key ? 1 : -1));
}

function isWhole({ sourceId, parts }: RankedRelease): boolean {
  const part = DEFAULT_PART[sourceId];
  return part === undefined || parts.includes(part);
}
