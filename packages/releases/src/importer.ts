import type { LoadedRows, LoadedTable, Prisma } from '@careergraph/db';
import type { TopCode } from '@careergraph/domain';
import type { PublishedFile, RowFault } from '@careergraph/extract';
import type { Audit } from './audits/audit.js';
import type { Comparison } from './diff/comparison.js';
import type { Part } from './part.js';

/** How the files of one source become rows. Each importer folder exports one, from its index.ts. */
export interface Importer {
  /** Its name on the command line, e.g. `oews`. */
  readonly name: string;
  readonly source: Prisma.SourceCreateManyInput;
  /** What it reads, in a line for `--help`. */
  readonly summary: string;
  /** Form of its release keys: `2024-05`. */
  readonly releaseKey: { readonly pattern: RegExp; readonly example: string };
  /** Raised when the same file gives other rows, so that it is loaded anew. */
  readonly format: number;
  /**
   * Tells what part of which release each file is, from its content and name. Files that merely accompany the data
   * (a Read Me) are left out.
   *
   * @param asked the release that the operator named, for files that do not say so themselves, and who is told of
   * each file that has been looked at
   * @throws ImportError for a file that is not of this source, or that contradicts what was asked
   */
  recognize(
    files: readonly PublishedFile[],
    asked: { readonly release: string | null; readonly onFile?: (done: number) => void },
  ): Promise<readonly Part[]>;
  describe(release: string): ReleaseDescription;
  /** Reads one part as a stream and gives its rows and faults to the sink. */
  load(part: Part, sink: RowSink): Promise<void>;
  readonly audits: readonly Audit[];
  /** What a `diff` of two releases compares. */
  readonly comparisons: readonly Comparison[];
}

export interface ReleaseDescription {
  /** As the publisher names it: `May 2024`. */
  readonly label: string;
  readonly citation: string;
  readonly url: string | null;
  /** Null where there is none, or where only the files state it: see `RowSink.topCode`. */
  readonly topCode: TopCode | null;
}

export interface RowSink {
  /** Takes a row; where it answers with a promise, wait for that before the next one. */
  add<T extends LoadedTable>(table: T, row: LoadedRows[T]): Promise<void> | undefined;
  /** Something that must stop the import. More rows may follow, so that the operator sees more than one fault. */
  fault(fault: RowFault): void;
  /** Something that the operator should know although the import goes on, as a sentence: what was skipped. */
  remark(text: string): void;
  /** The top code of the release, as the file states it. */
  topCode(topCode: TopCode): void;
  /**
   * How many rows of the file have been read, for the progress.
   *
   * @param rowsExpected how many it will be at the end, as far as that is known: `Sheet.rowsExpected`
   */
  progress(rowsRead: number, rowsExpected?: number | null): void;
}
