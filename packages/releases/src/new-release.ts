import type { Prisma, Session } from '@careergraph/db';
import type { AuditReport } from '@careergraph/domain';
import type { Evidence } from './audits/audit.js';
import type { ReleaseDescription, RowSink } from './importer.js';

/** A release to publish: an agency's files, the starter figures, a page or the guides. */
export interface NewRelease {
  readonly source: Prisma.SourceCreateManyInput;
  readonly key: string;
  readonly description: ReleaseDescription;
  /** One file per role. Files of other roles that the release already has are kept. */
  readonly files: readonly NewFile[];
  /** Rows that belong to the release itself, not to a file; null if it has none. Only the guides have some. */
  readonly ownRows: {
    readonly sha256: string;
    /** Raised when the same content gives other rows. */
    readonly format: number;
    copy(session: Session, releaseId: number): Promise<void>;
  } | null;
  /**
   * Checks the release with its new files in place.
   *
   * @throws ImportError if the release must not be published
   */
  audit(evidence: Omit<Evidence, 'parts'>): Promise<AuditReport>;
}

export interface NewFile {
  readonly role: string;
  readonly name: string;
  /** The archive that contains the file, if any. */
  readonly archive: string | null;
  readonly sha256: string;
  readonly url: string | null;
  readonly edition: 'starter' | 'published';
  /** Identifies the rows: a file that is stored under the same hash is not loaded again. */
  readonly contentSha256: string;
  load(sink: RowSink): Promise<void>;
}
