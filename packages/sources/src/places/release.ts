import { ImportError } from '@careergraph/extract';
import type { Importer } from '@careergraph/releases';

/**
 * The release that a file is of: what it says, or where it says nothing, what the operator says.
 *
 * @param stated the release that the file itself names; null where it names none
 * @param where tells the operator where to find out
 * @throws ImportError where neither says it, they differ, or it has not the form of the source's releases
 */
export function releaseOf(
  file: string,
  stated: string | null,
  asked: string | null,
  { pattern, example }: Importer['releaseKey'],
  where: string,
): string {
  if (asked !== null && !pattern.test(asked)) {
    throw new ImportError(`--release ${JSON.stringify(asked)} is not a release of this source, such as ${example}.`);
  }
  if (stated !== null && asked !== null && stated !== asked) {
    throw new ImportError(
      `${file} is of ${stated}, but --release says ${asked}. Leave --release out, or give its file.`,
    );
  }
  const release = stated ?? asked;
  if (release === null) {
    throw new ImportError(`${file} does not say which release it is. Add it, as in --release ${example}. ${where}`);
  }
  if (!pattern.test(release)) {
    throw new ImportError(
      `${file} says that it is of ${release}, which is not a release of this source, such as ${example}.`,
    );
  }
  return release;
}
