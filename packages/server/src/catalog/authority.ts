import type { ReleaseEntry } from './catalog.js';

/** Whether a release answers, by itself or where it is named. */
export function answers({ status }: ReleaseEntry): boolean {
  return status === 'ACTIVE' || status === 'SUPERSEDED';
}

/**
 * Files of the releases that answer, in the order in which their word counts: by source as listed, the active release
 * of a source first, then the newest.
 */
export function byAuthority(
  releases: readonly ReleaseEntry[],
  sources: readonly string[],
): readonly { readonly fileId: number; readonly releaseId: number }[] {
  return sources.flatMap((sourceId) => {
    const its = releases.filter((release) => release.sourceId === sourceId && answers(release));
    const activeFirst = [
      ...its.filter(({ status }) => status === 'ACTIVE'),
      ...its.filter(({ status }) => status !== 'ACTIVE'),
    ];
    return activeFirst.flatMap(({ id, files }) => files.map((fileId) => ({ fileId, releaseId: id })));
  });
}
