import { SOURCES } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { ReleaseEntry } from '../catalog/entries.js';

/** Ids start at 1: no row is of this file. */
export const NO_FILE = 0;

/** A file, and the release that it answers for. */
export interface ReleaseFile {
  readonly release: ReleaseEntry;
  readonly fileId: number;
}

/** The files that questions about programs are answered from; null for what is not loaded. */
export interface ProgramFiles {
  readonly institutions: ReleaseFile | null;
  readonly completions: ReleaseFile | null;
  readonly crosswalk: ReleaseFile | null;
  readonly fieldsOfStudy: ReleaseFile | null;
  readonly institutionOutcomes: ReleaseFile | null;
}

export function programFilesOf(catalog: Catalog): ProgramFiles {
  const file = (sourceId: string, role: string): ReleaseFile | null => {
    const release = catalog.releaseWith(sourceId, [role], null);
    const [fileId] = catalog.fileIdsOf(release, [role]);
    return release && fileId !== undefined ? { release, fileId } : null;
  };
  return {
    institutions: file(SOURCES.ipeds.id, 'institutions'),
    completions: file(SOURCES.ipeds.id, 'completions'),
    crosswalk: file(SOURCES.cipSoc.id, 'crosswalk'),
    fieldsOfStudy: file(SOURCES.scorecard.id, 'field-of-study'),
    institutionOutcomes: file(SOURCES.scorecard.id, 'institutions'),
  };
}
