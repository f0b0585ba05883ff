import { ImportError } from '@careergraph/extract';
import { currentRevision, type StoredRelease } from './releases.js';

/**
 * The revision that a release's name stands for: the one that answers, else the newest.
 *
 * @throws ImportError listing what is there instead
 */
export function revisionNamed(releases: readonly StoredRelease[], sourceId: string, key: string): StoredRelease {
  const found = currentRevision(releases, key) ?? releases.find((release) => release.key === key);
  if (found) return found;
  return notThere(releases, sourceId, key);
}

/**
 * The revision that an operator means who activates a release: the newest that was not replaced, which is the one that
 * a rollback has taken back, if one was.
 *
 * @throws ImportError listing what is there instead
 */
export function revisionToActivate(releases: readonly StoredRelease[], sourceId: string, key: string): StoredRelease {
  const newest = releases.find((release) => release.key === key && release.status !== 'WITHDRAWN');
  return newest ?? revisionNamed(releases, sourceId, key);
}

function notThere(releases: readonly StoredRelease[], sourceId: string, key: string): never {
  const keys = [...new Set(releases.map((release) => release.key))];
  throw new ImportError(
    `There is no release ${sourceId}/${key}. ${keys.length === 0 ? 'None of this source is loaded.' : `Loaded are ${keys.join(', ')}.`}`,
  );
}
