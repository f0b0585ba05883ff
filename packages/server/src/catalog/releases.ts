import type { ReleaseEntry } from './entries.js';

/** The sources whose releases are official figures: wages and projections. */
export const FIGURE_SOURCES: readonly string[] = ['bls-oews', 'bls-ep'];

/** Whether a release answers where none is named. */
export function isActive({ status }: ReleaseEntry): boolean {
  return status === 'ACTIVE';
}

/** Whether a release answers, by itself or where it is named. */
export function answers({ status }: ReleaseEntry): boolean {
  return status === 'ACTIVE' || status === 'SUPERSEDED';
}

/**
 * Files of the releases that answer, the most authoritative first: by source as listed; within a source the active
 * release, then the newest.
 */
export function byAuthority(
  releases: readonly ReleaseEntry[],
  sourceIds: readonly string[],
): readonly { readonly fileId: number; readonly releaseId: number }[] {
  return sourceIds.flatMap((sourceId) => {
    const answering = releases.filter((release) => release.sourceId === sourceId && answers(release));
    const activeFirst = [...answering.filter(isActive), ...answering.filter((release) => !isActive(release))];
    return activeFirst.flatMap(({ id, fileIds }) => fileIds.map((fileId) => ({ fileId, releaseId: id })));
  });
}
