import { ImportError } from './errors.js';
import { currentRevision, type StoredRelease } from './releases.js';

/**
 * The revision that a release's name stands for: the one that answers, else the newest.
 *
 * @throws ImportError listing what is there instead
 */
export function revisionNamed(releases: readonly StoredRelease[], sourceId: string, key: string): StoredRelease {
  const found = currentRevision(releases, key) ?? releases.find((release) => release.key === key);
  if (found) return found;
  const keys = [...new Set(releases.map((release) => release.key))];
  throw new ImportError(
    `There is no release ${sourceId}/${key}. ${keys.length === 0 ? 'None of this source is loaded.' : `Loaded are ${keys.join(', ')}.`}`,
  );
}
