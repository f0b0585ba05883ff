import { ImportError } from '@careergraph/extract';
import { currentRevision, type StoredRelease } from './releases.js';

/**
 * The revision that a release key stands for: the one that answers, else the newest.
 *
 * @throws ImportError if the key is unknown, with the known keys
 */
export function revisionNamed(releases: readonly StoredRelease[], sourceId: string, key: string): StoredRelease {
  const found = currentRevision(releases, key) ?? releases.find((release) => release.key === key);
  if (found) return found;
  return refuseUnknown(releases, sourceId, key);
}

/**
 * The revision to activate for a release key: the newest that was not replaced. After a rollback, this is the revision
 * that was taken back.
 *
 * @throws ImportError if the key is unknown, with the known keys
 */
export function revisionToActivate(releases: readonly StoredRelease[], sourceId: string, key: string): StoredRelease {
  const newest = releases.find((release) => release.key === key && release.status !== 'WITHDRAWN');
  return newest ?? revisionNamed(releases, sourceId, key);
}

function refuseUnknown(releases: readonly StoredRelease[], sourceId: string, key: string): never {
  const keys = [...new Set(releases.map((release) => release.key))];
  throw new ImportError(
    `There is no release ${sourceId}/${key}. ${keys.length === 0 ? 'None of this source is loaded.' : `Loaded are ${keys.join(', ')}.`}`,
  );
}
