import type { PublishedFile } from '@careergraph/extract';
import type { Importer, ListedRelease } from '@careergraph/releases';
import type { SetupFile } from '@careergraph/sources';

/** A file of the table with its importer. */
export interface PlannedFile {
  readonly file: SetupFile;
  readonly importer: Importer;
  /** The release that has this file; null if it is not loaded. */
  loadedIn(releases: readonly ListedRelease[]): ListedRelease | null;
}

export interface Step extends PlannedFile {
  readonly loaded: ListedRelease | null;
  /** URL or paths to import; empty if the file must be downloaded by hand. */
  readonly inputs: readonly string[];
}

export interface How {
  /** Value of `--from`. */
  readonly folder: string | null;
  readonly ignored: readonly IgnoredFile[];
  /** Value of `--only`. */
  readonly only: string | null;
}

/** A file of the folder that is not imported. */
export interface IgnoredFile {
  readonly name: string;
  readonly reason: string;
}

export function planSteps(files: readonly SetupFile[], importers: readonly Importer[]): readonly PlannedFile[] {
  return files.flatMap((file) => {
    const importer = importers.find(({ name }) => name === file.source);
    return importer ? [{ file, importer, loadedIn: (releases) => loadedRelease(file, releases) }] : [];
  });
}

/** A release that was rolled back counts: the operator decided against it. */
function loadedRelease({ release, roles }: SetupFile, releases: readonly ListedRelease[]): ListedRelease | null {
  const found = releases.find(({ key, status, files }) => {
    if (status === 'WITHDRAWN' || (release !== null && key !== release)) return false;
    const published = files.filter(({ edition }) => edition === 'published');
    return published.length > 0 && roles.every((role) => published.some((file) => file.role === role));
  });
  return found ?? null;
}

/** The release to ask the importer for. */
export function askedRelease({ release, isReleaseMonthOfFile }: SetupFile, files: readonly PublishedFile[]) {
  return isReleaseMonthOfFile ? monthOf(files) : release;
}

/** `2026-11`, of the newest file; null if no file has a date. */
export function monthOf(files: readonly PublishedFile[]): string | null {
  const dates = files.flatMap(({ modified }) => modified?.toISOString() ?? []).sort();
  return dates.at(-1)?.slice(0, 7) ?? null;
}
