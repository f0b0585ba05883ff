import { ImportError } from '@careergraph/extract';
import type { Importer } from '@careergraph/releases';

/** A statement about the release that a file belongs to. */
export interface StatedRelease {
  /** `its name`, `its title`, `the Read Me` */
  readonly by: string;
  readonly release: string;
}

/**
 * The release of a file: the one that is stated, or else the one that the operator gave.
 *
 * @param help tells the operator where to find out
 * @throws ImportError if no statement is there, two differ, or the release is not one of the source
 */
export function releaseOf(
  file: string,
  stated: readonly StatedRelease[],
  asked: string | null,
  { pattern, example }: Importer['releaseKey'],
  help: string,
): string {
  if (asked !== null && !pattern.test(asked)) {
    throw new ImportError(`--release ${JSON.stringify(asked)} is not a release of this source, such as ${example}.`);
  }
  const [first, ...others] = asked === null ? stated : [...stated, { by: '--release', release: asked }];
  if (!first) {
    throw new ImportError(`${file} does not say which release it is. Add it, as in --release ${example}. ${help}`);
  }
  const other = others.find(({ release }) => release !== first.release);
  if (other) {
    throw new ImportError(
      `${file} is of ${first.release} according to ${first.by}, but of ${other.release} according to ${other.by}. Nothing was changed: find out which is right.`,
    );
  }
  if (!pattern.test(first.release)) {
    throw new ImportError(
      `${file} is of ${first.release} according to ${first.by}, which is not a release of this source, such as ${example}.`,
    );
  }
  return first.release;
}
