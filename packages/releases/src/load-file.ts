import type { Session } from '@careergraph/db';
import type { TopCode } from '@careergraph/domain';
import { ImportError, type Progress } from '@careergraph/extract';
import type { NewFile, NewRelease } from './new-release.js';
import type { ReleaseFile } from './releases.js';
import { CopySink } from './sink.js';

export interface LoadOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the work with the signal's reason. The transaction keeps nothing. */
  readonly signal?: AbortSignal;
}

export interface LoadedFile extends ReleaseFile {
  readonly rows: number;
  /** What the operator should know of the file. Empty for a file that was stored already: it was not read again. */
  readonly remarks: readonly string[];
  /** The top code that the file states; null if it states none or was stored already. */
  readonly topCode: TopCode | null;
}

/** Stores a file with its rows, unless the same content is stored already. */
export async function loadFile(
  session: Session,
  { source, key, files }: NewRelease,
  file: NewFile,
  { onProgress, signal }: LoadOptions,
): Promise<LoadedFile> {
  const { role, name, sha256, edition, contentSha256 } = file;
  const identity = { role, name, sha256, edition, contentSha256 };
  const [known] = await session.query<{ id: number; rows: number }>(
    'select id, rows from file where source_id = $1 and release_key = $2 and role = $3 and content_sha256 = $4',
    [source.id, key, role, contentSha256],
  );
  if (known) return { ...known, ...identity, remarks: [], topCode: null };
  const [created] = await session.query<{ id: number }>(
    `insert into file (source_id, release_key, role, name, archive, sha256, url, edition, content_sha256, rows)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0) returning id`,
    [source.id, key, role, name, file.archive, sha256, file.url, edition, contentSha256],
  );
  const { id } = created as { id: number };
  const what = files.length === 1 ? name : `${name} (${files.indexOf(file) + 1} of ${files.length})`;
  const report = (done: number, total: number | null) =>
    onProgress?.({ phase: 'reading', what, done, total, unit: 'rows' });
  report(0, null);
  const sink = new CopySink(session, id, report, signal);
  await file.load(sink);
  await sink.end();
  // A page may state no wages; an agency's file without rows is the wrong file.
  if (sink.rows === 0 && source.kind === 'AGENCY') {
    throw new ImportError(`${name} has no rows of data: nothing was changed.`);
  }
  await session.query('update file set rows = $2 where id = $1', [id, sink.rows]);
  return { id, rows: sink.rows, ...identity, remarks: sink.remarks, topCode: sink.statedTopCode };
}
