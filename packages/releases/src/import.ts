import { createHash } from 'node:crypto';
import { type OpenDatabase, Rollback, type Session } from '@careergraph/db';
import type { AuditReport } from '@careergraph/domain';
import { ImportError, type PublishedFile } from '@careergraph/extract';
import { type Answering, answeringOf } from './answering.js';
import { refuseFailed, runAudits } from './audits/audit.js';
import type { Importer } from './importer.js';
import type { NewFile, NewRelease } from './new-release.js';
import type { Part } from './part.js';
import { type PublishOptions, publish } from './publish.js';
import type { ReleaseStatus } from './releases.js';

export interface ImportOptions extends Omit<PublishOptions, 'active' | 'check'> {
  /** Load and audit only, and keep nothing. */
  readonly check?: boolean;
  /** Where the input was downloaded from, if it was; a function if the files came from several places. */
  readonly url: string | null | ((file: PublishedFile) => string | null);
}

export interface ImportResult {
  readonly source: string;
  readonly release: string;
  readonly label: string;
  /** `UNCHANGED`: a release with exactly these files answers already, for a check too. `CHECKED`: nothing was kept, as asked. */
  readonly outcome: 'IMPORTED' | 'UNCHANGED' | 'CHECKED';
  /** Status of the release; after a check, the one that the import would give it. */
  readonly status: ReleaseStatus;
  readonly files: readonly {
    readonly name: string;
    readonly role: string;
    readonly rows: number;
    readonly sha256: string;
    /** What was skipped in the file, a sentence each. */
    readonly remarks: readonly string[];
  }[];
  readonly audit: AuditReport | null;
  /** What answers now; after a check, what would answer after the import. */
  readonly answering: Answering;
}

/**
 * Publishes the parts of one release in one transaction. If the process is killed, the database stays as it was, and
 * the same command does the work again.
 *
 * @throws ImportError if a row, an audit or a changed file refuses the release; DatabaseError if another import runs
 */
export async function importParts(
  database: OpenDatabase,
  importer: Importer,
  parts: readonly Part[],
  options: ImportOptions,
): Promise<ImportResult> {
  const key = releaseOf(importer, parts);
  const description = importer.describe(key);
  const release = {
    source: importer.source,
    key,
    description,
    files: parts.map((part) => fileOf(importer, part, options)),
    ownRows: null,
    audit: async (evidence) => {
      const report = await runAudits(importer.audits, { ...evidence, parts }, ({ title }, done) => {
        options.signal?.throwIfAborted();
        const { length: total } = importer.audits;
        options.onProgress?.({ phase: 'auditing', what: title, done, total, unit: 'audits' });
      });
      refuseFailed(report);
      return report;
    },
  } satisfies NewRelease;
  const { outcome, status, files, audit, answering } = await database.importing(
    `${options.check ? 'check' : 'import'} ${importer.name}`,
    () => database.session((session) => publishParts(session, release, options)),
    bytesOf(parts),
  );
  return {
    source: importer.source.id,
    release: key,
    label: description.label,
    outcome: outcome === 'UNCHANGED' ? outcome : options.check ? 'CHECKED' : 'IMPORTED',
    status,
    files: files.map(({ name, role, rows, sha256, remarks }) => ({ name, role, rows, sha256, remarks })),
    audit,
    answering,
  };
}

/** Rows of text files take about as much as the files, those of web pages less, those of compressed workbooks more. */
function bytesOf(parts: readonly Part[]): number {
  return [...new Set(parts.map(({ file }) => file))].reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A check publishes the release too, and takes it back when it has seen what answers then. */
async function publishParts(session: Session, release: NewRelease, options: ImportOptions) {
  const published = await publish(session, release, options);
  const result = { ...published, answering: await answeringOf(session, release.source.id) };
  if (options.check) throw new Rollback(result);
  return result;
}

/** @throws ImportError if the parts are not of one release, or two of them have the same role */
function releaseOf(importer: Importer, parts: readonly Part[]): string {
  const [first] = parts;
  if (!first) throw new ImportError(`None of these files belongs to ${importer.name}.`);
  if (parts.some(({ release }) => release !== first.release)) {
    const lines = parts.map(({ file, release }) => `  ${file.name}: ${release}`);
    throw new ImportError(`These files are of more than one release: import one at a time.\n${lines.join('\n')}`);
  }
  const repeated = parts.find(({ role }, index) => parts.findIndex((part) => part.role === role) !== index);
  if (repeated) {
    const names = parts.filter(({ role }) => role === repeated.role).map(({ file }) => file.name);
    throw new ImportError(
      `A release has one file of ${repeated.role}, and here are ${names.join(' and ')}: leave one out.`,
    );
  }
  return first.release;
}

function fileOf(importer: Importer, part: Part, { url }: ImportOptions): NewFile {
  const { file, role } = part;
  const { name, archive, sha256 } = file;
  return {
    role,
    name,
    archive,
    sha256,
    url: typeof url === 'function' ? url(file) : url,
    edition: 'published',
    contentSha256: createHash('sha256').update(`${sha256} format ${importer.format}`).digest('hex'),
    load: (sink) => importer.load(part, sink),
  };
}
