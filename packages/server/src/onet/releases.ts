import { answers } from '../catalog/authority.js';
import type { Catalog, ReleaseEntry } from '../catalog/catalog.js';

/**
 * The O*NET release that answers, null where there is none.
 *
 * @param asOf its key, e.g. `29.3`; null for the active one
 */
export function onetRelease(catalog: Catalog, asOf: string | null): ReleaseEntry | null {
  return onetReleases(catalog).find(({ key, status }) => (asOf === null ? status === 'ACTIVE' : key === asOf)) ?? null;
}

/** All O*NET releases that answer, newest first. */
export function onetReleases({ releases }: Catalog): readonly ReleaseEntry[] {
  return [...releases.values()].filter((release) => release.sourceId === 'onet' && answers(release));
}

/** The active release of the classification. */
export function socRelease({ releases }: Catalog): ReleaseEntry | null {
  return [...releases.values()].find(({ sourceId, status }) => sourceId === 'bls-soc' && status === 'ACTIVE') ?? null;
}

/** Ids of the files of a release that have one of the roles. */
export function filesOfRoles({ files }: Catalog, release: ReleaseEntry, roles: readonly string[]): readonly number[] {
  return release.files.filter((id) => roles.includes(files.get(id)?.role as string));
}
