import type { OpenDatabase } from '@careergraph/db';
import type { SlugCollision } from '@careergraph/domain';
import { type InputOptions, type PublishedFile, withPublishedFiles } from '@careergraph/extract';
import { type Importer, type ImportResult, importParts } from '@careergraph/releases';
import { slugCollisions } from '@careergraph/sources';

export interface InputImportOptions extends InputOptions {
  /** Called when the files have been read; the database is closed at the end. */
  readonly open: () => Promise<OpenDatabase>;
  /** Release key for files that do not name their release, or a function that finds it. */
  readonly release: string | null | ((files: readonly PublishedFile[]) => string | null);
  /** Parse and audit only, and keep nothing. */
  readonly check: boolean;
}

export interface InputImportResult extends ImportResult {
  /** Careers whose titles lead to the same URL slug, after an import. */
  readonly collisions: readonly SlugCollision[];
}

/**
 * Imports the files at the given paths and URLs as parts of one release.
 *
 * @throws SnapshotError, TableError or ImportError if the files are refused; DatabaseError if another import runs
 */
export async function importInputs(
  importer: Importer,
  pathsOrUrls: readonly string[],
  { open, release, check, ...options }: InputImportOptions,
): Promise<InputImportResult> {
  const { onProgress, signal } = options;
  return withPublishedFiles(pathsOrUrls, options, async ({ files, urlOf }) => {
    const names = files.map(({ name }) => name);
    const what = listed(names, ', ');
    const unit = files.length === 1 ? 'steps' : 'files';
    const onFile = (done: number) => onProgress?.({ phase: 'recognizing', what, done, total: files.length, unit });
    onFile(0);
    const asked = typeof release === 'function' ? release(files) : release;
    const parts = await importer.recognize(files, { release: asked, onFile });
    signal?.throwIfAborted();
    const database = await open();
    try {
      const result = await importParts(database, importer, parts, {
        cause: `import ${importer.name} ${listed(
          parts.map(({ file }) => file.name),
          ' ',
        )}`,
        url: urlOf,
        check,
        ...(onProgress && { onProgress }),
        ...(signal && { signal }),
      });
      const collisions = result.outcome === 'IMPORTED' ? await database.session(slugCollisions) : [];
      return { ...result, collisions };
    } finally {
      await database.close();
    }
  });
}

/** The Handbook is one page per profile. Other sources have fewer files, and each is named. */
export const MAX_NAMED_FILES = 20;

function listed(names: readonly string[], separator: string): string {
  return names.length <= MAX_NAMED_FILES ? names.join(separator) : `${names.length} files`;
}
