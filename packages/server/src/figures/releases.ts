import type { Catalog, ReleaseEntry } from '../catalog/catalog.js';

/**
 * Releases of wages that may answer, in the order in which they are asked: official ones before what pages state.
 *
 * @param asOf key of a release, e.g. `2024-05`; null for the active ones
 */
export function wageReleases(catalog: Catalog, asOf: string | null): readonly ReleaseEntry[] {
  const pages = [...catalog.releases.values()].filter(
    (release) => catalog.sources.get(release.sourceId)?.kind === 'PAGE',
  );
  return [...releasesOf(catalog, 'bls-oews', asOf), ...pages.filter((release) => matches(release, asOf))];
}

/** Releases of projections that may answer. */
export function projectionReleases(catalog: Catalog, asOf: string | null): readonly ReleaseEntry[] {
  return releasesOf(catalog, 'bls-ep', asOf);
}

/** All releases of official wages that are kept, newest first. */
export function wageHistory(catalog: Catalog): readonly ReleaseEntry[] {
  return [...catalog.releases.values()].filter(
    ({ sourceId, status }) => sourceId === 'bls-oews' && (status === 'ACTIVE' || status === 'SUPERSEDED'),
  );
}

function releasesOf(catalog: Catalog, sourceId: string, asOf: string | null): readonly ReleaseEntry[] {
  return [...catalog.releases.values()].filter((release) => release.sourceId === sourceId && matches(release, asOf));
}

function matches({ key, status }: ReleaseEntry, asOf: string | null): boolean {
  return asOf === null ? status === 'ACTIVE' : key === asOf && (status === 'ACTIVE' || status === 'SUPERSEDED');
}
