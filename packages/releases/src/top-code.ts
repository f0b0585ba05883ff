import type { TopCode } from '@careergraph/domain';
import { ImportError } from '@careergraph/extract';
import type { ReleaseDescription } from './importer.js';
import type { LoadedFile } from './load-file.js';
import type { StoredRelease } from './releases.js';

/**
 * The top code of a release: the one that its source declares, or else the one that its files state. Revisions that
 * share a file have that of files which are stored already and were not read again.
 *
 * @throws ImportError if two statements differ
 */
export function topCodeOf(
  { topCode: declared, label }: ReleaseDescription,
  files: readonly LoadedFile[],
  revisions: readonly StoredRelease[],
): TopCode | null {
  if (declared) return declared;
  const stated = [
    ...files.map(({ name, topCode }) => ({ by: name, topCode })),
    ...revisions.map(({ topCode }) => ({ by: `an earlier import of ${label}`, topCode })),
  ].filter((statement): statement is { by: string; topCode: TopCode } => statement.topCode !== null);
  const [first, ...others] = stated;
  const other = others.find(({ topCode }) => topCode.annualUsd !== first?.topCode.annualUsd);
  if (first && other) {
    throw new ImportError(
      `The top code of ${label} is ${dollars(first.topCode)} a year according to ${first.by}, but ` +
        `${dollars(other.topCode)} according to ${other.by}. Nothing was changed: find out which is right.`,
    );
  }
  return first?.topCode ?? null;
}

function dollars({ annualUsd }: TopCode): string {
  return `$${annualUsd.toLocaleString('en-US')}`;
}
