import { createHash } from 'node:crypto';
import { type OpenDatabase, Rollback, type Session } from '@careergraph/db';
import type { AuditReport } from '@careergraph/domain';
import { ImportError, type Progress, type PublishedFile } from '@careergraph/extract';
import { activate } from './activation.js';
import { refuseFailed, runAudits } from './audits/audit.js';
import type { Importer } from './importer.js';
import type { Part } from './part.js';
import {
  createRevision,
  currentRevision,
  lockReleases,
  type ReleaseFile,
  type ReleaseStatus,
  releasesOf,
  type StoredRelease,
} from './releases.js';
import { CopySink } from './sink.js';

export interface ImportOptions {
  /** The command, for the record of activations. */
  readonly cause: string;
  /** Where the input was downloaded, if it was; a function where files came from several places. */
  readonly url: string | null | ((file: PublishedFile) => string | null);
  /** Parse and audit only: nothing is kept. */
  readonly check?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops it with the reason of the signal: nothing of the transaction under way is kept. */
  readonly signal?: AbortSignal;
}

export interface ImportResult {
  readonly source: string;
  readonly release: string;
  readonly label: string;
  /** `UNCHANGED`: just these bytes are loaded and answer already. `CHECKED`: nothing was kept, as asked. */
  readonly outcome: 'IMPORTED' | 'UNCHANGED' | 'CHECKED';
  /** What the release is now; null after a check. */
  readonly status: ReleaseStatus | null;
  readonly files: readonly {
    readonly name: string;
    readonly role: string;
    readonly rows: number;
    readonly sha256: string;
  }[];
  readonly audit: AuditReport | null;
}

interface Staged {
  readonly releaseId: number;
  /** Set where just these files are a release that answers already. */
  readonly answersAs: ReleaseStatus | null;
  readonly files: ImportResult['files'];
  readonly audit: AuditReport | null;
}

/**
 * Loads parts of one release, audits the release as it would be with them, and activates it. All of the loading is one
 * transaction and the activation another: a kill at any point leaves what answered before, and the same command
 * completes the work.
 *
 * @throws ImportError where a row, an audit or a changed file refuses it; DatabaseError where another import runs
 */
export async function importParts(
  database: OpenDatabase,
  importer: Importer,
  parts: readonly Part[],
  options: ImportOptions,
): Promise<ImportResult> {
  const [first] = parts;
  if (!first) throw new ImportError(`None of these files belongs to ${importer.name}.`);
  const others = parts.filter(({ release }) => release !== first.release);
  if (others.length > 0) {
    throw new ImportError(
      `These files are of more than one release: import one at a time.\n${parts.map(({ file, release }) => `  ${file.name}: ${release}`).join('\n')}`,
    );
  }
  const twice = parts.find(({ role }, index) => parts.findIndex((part) => part.role === role) !== index);
  if (twice) {
    const both = parts.filter(({ role }) => role === twice.role).map(({ file }) => file.name);
    throw new ImportError(
      `A release has one file of ${twice.role}, and here are ${both.join(' and ')}: leave one out.`,
    );
  }
  const { release } = first;
  const { label } = importer.describe(release);
  return database.importing(`${options.check ? 'check' : 'import'} ${importer.name}`, async () => {
    const staged = await database.session((session) => stage(session, importer, release, parts, options));
    const result = { source: importer.source.id, release, label, files: staged.files, audit: staged.audit };
    if (options.check) return { ...result, outcome: 'CHECKED', status: null };
    // An operator may have activated an older release since: the same bytes again change nothing.
    if (staged.answersAs) return { ...result, outcome: 'UNCHANGED', status: staged.answersAs };
    options.signal?.throwIfAborted();
    options.onProgress?.({ phase: 'activating', what: label, done: 0, total: null, unit: 'steps' });
    const status = await database.session((session) =>
      activate(session, importer.source.id, staged.releaseId, { cause: options.cause }),
    );
    return { ...result, outcome: 'IMPORTED', status };
  });
}

async function stage(
  session: Session,
  importer: Importer,
  release: string,
  parts: readonly Part[],
  options: ImportOptions,
): Promise<Staged> {
  const sourceId = importer.source.id;
  await ensureSource(session, importer);
  refuseChanged(await releasesOf(session, sourceId), release, parts);
  const files: (ReleaseFile & { readonly rows: number })[] = [];
  for (const part of parts) files.push(await loadFile(session, importer, part, options));

  await lockReleases(session);
  const releases = await releasesOf(session, sourceId);
  refuseChanged(releases, release, parts);
  const current = currentRevision(releases, release);
  const kept = (current?.files ?? []).filter(({ role }) => !files.some((file) => file.role === role));
  const whole = [...kept, ...files];
  const summary = files.map(({ name, role, rows, sha256 }) => ({ name, role, rows, sha256 }));
  const same = releases.find(
    ({ key, status, files: its }) =>
      key === release &&
      status !== 'WITHDRAWN' &&
      its.length === whole.length &&
      whole.every(({ id }) => its.some((file) => file.id === id)),
  );
  if (same && !options.check) {
    const answersAs = same.status === 'STAGED' ? null : same.status;
    const [stored] = await session.query<{ audit: AuditReport }>('select audit from release where id = $1', [same.id]);
    return { releaseId: same.id, answersAs, files: summary, audit: answersAs === null && stored ? stored.audit : null };
  }
  const before = releases.find(({ key, status }) => key < release && (status === 'ACTIVE' || status === 'SUPERSEDED'));
  const evidence = {
    sql: session,
    release,
    files: whole.map(({ id }) => id),
    loaded: files.map(({ id }) => id),
    parts,
    roles: new Map(whole.map(({ role, id }) => [role, id])),
    before: before ? { key: before.key, files: new Map(before.files.map(({ role, id }) => [role, id])) } : null,
  };
  const audit = await runAudits(importer.audits, evidence, ({ title }, done) => {
    options.signal?.throwIfAborted();
    const { length } = importer.audits;
    options.onProgress?.({ phase: 'auditing', what: title, done, total: length, unit: 'audits' });
  });
  refuseFailed(audit);
  if (options.check) throw new Rollback<Staged>({ releaseId: -1, answersAs: null, files: summary, audit });
  const releaseId = await createRevision(session, {
    sourceId,
    key: release,
    description: importer.describe(release),
    files: whole,
    audit,
  });
  return { releaseId, answersAs: null, files: summary, audit };
}

async function ensureSource(session: Session, { source }: Importer): Promise<void> {
  await session.query(
    `insert into source (id, kind, name, publisher, homepage, licence, attribution)
     values ($1, $2::text::"SourceKind", $3, $4, $5, $6, $7) on conflict (id) do nothing`,
    [source.id, source.kind, source.name, source.publisher, source.homepage, source.licence, source.attribution],
  );
}

/** A release is what was published under its name: other bytes under the same name are another release, or a mistake. */
function refuseChanged(releases: readonly StoredRelease[], release: string, parts: readonly Part[]): void {
  const current = currentRevision(releases, release);
  // What is staged answers nothing: a rollback has taken it back, and another file may take its place.
  if (current?.status === 'STAGED') return;
  for (const { file, role } of parts) {
    const known = current?.files.find((other) => other.role === role && other.edition === 'published');
    if (!known || known.sha256 === file.sha256) continue;
    throw new ImportError(
      `${file.name} is not the file that ${current?.sourceId}/${release} was loaded from: its SHA-256 is ${file.sha256.slice(0, 12)}…, ` +
        `that of ${known.name} is ${known.sha256.slice(0, 12)}…. Nothing was changed. If the publisher has corrected the file, ` +
        `run "remove" for this release first and import it again.`,
    );
  }
}

async function loadFile(
  session: Session,
  importer: Importer,
  part: Part,
  { url, onProgress, signal }: ImportOptions,
): Promise<ReleaseFile & { readonly rows: number }> {
  const { file, role, release } = part;
  const contentSha256 = createHash('sha256').update(`${file.sha256} format ${importer.format}`).digest('hex');
  const [known] = await session.query<{ id: number; rows: number }>(
    'select id, rows from file where source_id = $1 and release_key = $2 and role = $3 and content_sha256 = $4',
    [importer.source.id, release, role, contentSha256],
  );
  const identity = { role, name: file.name, sha256: file.sha256, edition: 'published', contentSha256 } as const;
  if (known) return { ...known, ...identity };
  const [created] = await session.query<{ id: number }>(
    `insert into file (source_id, release_key, role, name, archive, sha256, url, edition, content_sha256, rows)
     values ($1, $2, $3, $4, $5, $6, $7, 'published', $8, 0) returning id`,
    [
      importer.source.id,
      release,
      role,
      file.name,
      file.archive,
      file.sha256,
      typeof url === 'function' ? url(file) : url,
      contentSha256,
    ],
  );
  const { id } = created as { id: number };
  const report = (done: number, total: number | null) =>
    onProgress?.({ phase: 'reading', what: file.name, done, total, unit: 'rows' });
  report(0, null);
  const sink = new CopySink(session, id, report, signal);
  await importer.load(part, sink);
  await sink.end();
  if (sink.rows === 0) throw new ImportError(`${file.name} has no rows of data: nothing was changed.`);
  await session.query('update file set rows = $2 where id = $1', [id, sink.rows]);
  return { id, rows: sink.rows, ...identity };
}
