import type { OpenDatabase } from '@careergraph/db';
import { type InputOptions, withPublishedFiles } from '@careergraph/extract';
import { type Answering, answeringOf, type Importer, type ImportResult, importParts } from '@careergraph/releases';

export interface InputImportOptions extends InputOptions {
  /** Opened when the files are there, and closed at the end. */
  readonly open: () => Promise<OpenDatabase>;
  /** For files that do not say of which release they are. */
  readonly release: string | null;
  /** Parse and audit only: nothing is kept. */
  readonly check: boolean;
}

/**
 * Imports what is behind paths and URLs, all of it parts of one release.
 *
 * @throws SnapshotError, TableError or ImportError where it is refused; DatabaseError where another import runs
 */
export async function importInputs(
  importer: Importer,
  pathsOrUrls: readonly string[],
  { open, release, check, ...options }: InputImportOptions,
): Promise<ImportResult & { readonly answering: Answering }> {
  const { onProgress, signal } = options;
  return withPublishedFiles(pathsOrUrls, options, async ({ files, urlOf }) => {
    const names = files.map(({ name }) => name);
    onProgress?.({ phase: 'recognizing', what: names.join(', '), done: 0, total: null, unit: 'steps' });
    const parts = await importer.recognize(files, { release });
    signal?.throwIfAborted();
    const database = await open();
    try {
      const result = await importParts(database, importer, parts, {
        cause: `import ${importer.name} ${parts.map(({ file }) => file.name).join(' ')}`,
        url: urlOf,
        check,
        ...(onProgress && { onProgress }),
        ...(signal && { signal }),
      });
      const answering = await database.session((session) => answeringOf(session, importer.source.id));
      return { ...result, answering };
    } finally {
      await database.close();
    }
  });
}
