import type { Session } from '@careergraph/db';
import type { AuditReport, TopCode } from '@careergraph/domain';
import { ImportError } from '@careergraph/extract';
import { activate } from './activation.js';
import type { Evidence } from './audits/audit.js';
import { type LoadedFile, type LoadOptions, loadFile } from './load-file.js';
import type { NewRelease } from './new-release.js';
import {
  answers,
  currentRevision,
  lockReleases,
  type ReleaseFile,
  type ReleaseStatus,
  releasesOf,
  type StoredRelease,
} from './releases.js';
import { createRevision } from './revision.js';
import { topCodeOf } from './top-code.js';

export interface PublishOptions extends LoadOptions {
  /** Recorded with the activation: the command, or `CONTENT_CAUSE`. */
  readonly cause: string;
  /** True makes the release the active one even if it is not the newest. */
  readonly active?: boolean;
  /** Audit the release even if it answers already. The caller takes everything back. */
  readonly check?: boolean;
}

export interface Published {
  /** `UNCHANGED`: a release with exactly these files answers already. */
  readonly outcome: 'PUBLISHED' | 'UNCHANGED';
  readonly status: ReleaseStatus;
  readonly files: readonly LoadedFile[];
  readonly audit: AuditReport | null;
}

/**
 * Publishes a release in the caller's transaction: loads its files, audits it, writes a revision and activates it.
 * This is the only way into the database, for imports, starter figures, pages and guides alike. Until the transaction
 * commits, readers see what was there before.
 *
 * @throws ImportError if a row, an audit or a changed file refuses the release
 */
export async function publish(session: Session, release: NewRelease, options: PublishOptions): Promise<Published> {
  const { source, key } = release;
  await ensureSource(session, release);
  refuseChangedFiles(release, await releasesOf(session, source.id));
  const files: LoadedFile[] = [];
  for (const file of release.files) files.push(await loadFile(session, release, file, options));

  // Taken only now: loading can take minutes, and a starting server waits for this lock.
  await lockReleases(session);
  const releases = await releasesOf(session, source.id);
  refuseChangedFiles(release, releases);
  const allFiles = withKeptFiles(releases, key, files);
  const same = releaseOfFiles(releases, key, allFiles);
  if (same && !options.check) {
    // An operator may have activated an older release since. The same bytes do not undo that.
    if (answers(same)) return { outcome: 'UNCHANGED', status: same.status, files, audit: null };
    const status = await activateStaged(session, release, same.id, options);
    return { outcome: 'PUBLISHED', status, files, audit: await storedAudit(session, same.id) };
  }
  const topCode = topCodeOf(release.description, files, releases.filter(sharesFileOf(allFiles)));
  const audit = await release.audit(evidenceOf(session, key, releases, { allFiles, loaded: files, topCode }));
  if (same && answers(same)) return { outcome: 'UNCHANGED', status: same.status, files, audit };
  const { ownRows } = release;
  const description = { ...release.description, topCode };
  const revision = { sourceId: source.id, key, description, files: allFiles, audit };
  const releaseId = await createRevision(session, { ...revision, own: ownRows });
  await ownRows?.copy(session, releaseId);
  return { outcome: 'PUBLISHED', status: await activateStaged(session, release, releaseId, options), files, audit };
}

/**
 * Adds a source that is not stored yet, or gives it the name and licence of this version of the program. A row that has
 * them is not locked, so that servers can start during an import.
 */
export async function ensureSource(session: Session, { source }: Pick<NewRelease, 'source'>): Promise<void> {
  const { id, kind, name, publisher, homepage, licence, attribution } = source;
  const values = [id, kind, name, publisher, homepage, licence, attribution];
  await session.query(
    `insert into source (id, kind, name, publisher, homepage, licence, attribution)
     values ($1, $2::text::"SourceKind", $3, $4, $5, $6, $7) on conflict (id) do nothing`,
    values,
  );
  await session.query(
    `update source set (kind, name, publisher, homepage, licence, attribution) = ($2::text::"SourceKind", $3, $4, $5, $6, $7)
     where id = $1 and (kind, name, publisher, homepage, licence, attribution)
       is distinct from ($2::text::"SourceKind", $3, $4, $5, $6, $7)`,
    values,
  );
}

/** What an agency has published under a name does not change. Other bytes are another release, or a mistake. */
function refuseChangedFiles({ source, key, files }: NewRelease, releases: readonly StoredRelease[]): void {
  const current = currentRevision(releases, key);
  // A staged release answers nothing: a rollback has taken it back, and another file may take its place.
  if (source.kind !== 'AGENCY' || !current || current.status === 'STAGED') return;
  for (const file of files) {
    const known = current.files.find(({ role, edition }) => role === file.role && edition === 'published');
    if (!known || known.sha256 === file.sha256) continue;
    throw new ImportError(
      `${file.name} is not the file that ${source.id}/${key} was loaded from: its SHA-256 is ${file.sha256.slice(0, 12)}…, ` +
        `that of ${known.name} is ${known.sha256.slice(0, 12)}…. Nothing was changed. If the publisher has corrected the file, ` +
        `run "remove" for this release first and import it again.`,
    );
  }
}

/** The files of the next revision: the given ones, and those of other roles that the current revision has. */
function withKeptFiles(
  releases: readonly StoredRelease[],
  key: string,
  files: readonly ReleaseFile[],
): readonly ReleaseFile[] {
  const current = currentRevision(releases, key);
  if (!current) return files;
  return [...current.files.filter(({ role }) => !files.some((file) => file.role === role)), ...files];
}

/** Whether a release has one of these files: only those that were stored before. */
function sharesFileOf(files: readonly ReleaseFile[]): (release: StoredRelease) => boolean {
  const ids = new Set(files.map(({ id }) => id));
  return (release) => release.files.some(({ id }) => ids.has(id));
}

function releaseOfFiles(
  releases: readonly StoredRelease[],
  key: string,
  files: readonly ReleaseFile[],
): StoredRelease | undefined {
  return releases.find(
    (release) =>
      release.key === key &&
      release.status !== 'WITHDRAWN' &&
      release.files.length === files.length &&
      files.every(({ id }) => release.files.some((file) => file.id === id)),
  );
}

function evidenceOf(
  session: Session,
  key: string,
  releases: readonly StoredRelease[],
  {
    allFiles,
    loaded,
    topCode,
  }: {
    readonly allFiles: readonly ReleaseFile[];
    readonly loaded: readonly ReleaseFile[];
    readonly topCode: TopCode | null;
  },
): Omit<Evidence, 'parts'> {
  const others = releases
    .filter((release) => release.key !== key && answers(release))
    .map((release) => ({ key: release.key, files: filesByRole(release.files) }));
  return {
    sql: session,
    release: key,
    topCode,
    files: allFiles.map(({ id }) => id),
    loaded: loaded.map(({ id }) => id),
    roles: filesByRole(allFiles),
    before: others.find((release) => release.key < key) ?? null,
    others,
  };
}

function filesByRole(files: readonly ReleaseFile[]): ReadonlyMap<string, number> {
  return new Map(files.map(({ role, id }) => [role, id]));
}

async function activateStaged(
  session: Session,
  { source, description }: NewRelease,
  releaseId: number,
  { cause, active, onProgress, signal }: PublishOptions,
): Promise<ReleaseStatus> {
  signal?.throwIfAborted();
  onProgress?.({ phase: 'activating', what: description.label, done: 0, total: null, unit: 'steps' });
  return activate(session, source.id, releaseId, { cause, ...(active !== undefined && { active }) });
}

async function storedAudit(session: Session, releaseId: number): Promise<AuditReport> {
  const [stored] = await session.query<{ audit: AuditReport }>('select audit from release where id = $1', [releaseId]);
  return (stored as { audit: AuditReport }).audit;
}
