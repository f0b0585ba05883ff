import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { OpenDatabase } from '@careergraph/db';
import { SOURCES } from '@careergraph/domain';
import { ensureSource, lockReleases } from '@careergraph/releases';
import { ContentError } from './faults.js';
import { auditGuides } from './guides/audits.js';
import { areGuidesLoaded, loadGuides, recordFormat } from './guides/load.js';
import { type GuideFiles, parseGuides } from './guides/parse.js';
import { deleteUnusedPages, loadPages } from './pages/load.js';
import { auditStarter, occupationsOf } from './starter/audits.js';
import { isStarterLoaded, loadStarter } from './starter/load.js';
import { parseStarter, type StarterFiles } from './starter/parse.js';
import { starterReleases } from './starter/releases.js';

export interface Content {
  readonly guides: GuideFiles;
  readonly starter: StarterFiles;
  /** SHA-256 over all files: the same content again is a no-op. */
  readonly sha256: string;
}

/** Sources that exist from the first start. Others are added by their first import, and pages when they are loaded. */
const INITIAL_SOURCES = [SOURCES.oews, SOURCES.projections, SOURCES.soc, SOURCES.guides];

/**
 * Raise this when the same files give other rows: servers then load unchanged content again, and do not answer with
 * guides that another version has loaded.
 */
const FORMAT = 4;

/**
 * Reads and audits every content file.
 *
 * @param official occupations that guides may name besides those of the starter figures: see `officialOccupations`
 * @throws ContentError with every fault, each with its file, line and value
 */
export async function readContent(folder: string, official: Iterable<string> = []): Promise<Content> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new ContentError([{ file: folder, line: null, message: 'is not a folder' }]);
  const [{ guides, faults: ofGuides }, starter] = await Promise.all([parseGuides(folder), starterOrFaults(folder)]);
  if (starter instanceof ContentError) throw new ContentError([...ofGuides, ...starter.faults]);
  const occupations = new Set([...occupationsOf(starter), ...official]);
  const faults = [...ofGuides, ...auditStarter(starter), ...(guides ? auditGuides(guides, occupations) : [])];
  if (faults.length > 0 || !guides) throw new ContentError(faults);
  const { careers, documents, credentials, organizations } = guides;
  const files = [
    ...careers.values(),
    ...documents,
    credentials,
    organizations,
    ...[...starter.wages, ...starter.projections, ...starter.titles].flatMap(({ head, table }) => [head, table]),
  ];
  const hash = createHash('sha256').update(`format ${FORMAT}\n`);
  for (const { file, sha256 } of files) hash.update(`${file} ${sha256}\n`);
  return { guides, starter, sha256: hash.digest('hex') };
}

function starterOrFaults(folder: string): Promise<StarterFiles | ContentError> {
  return parseStarter(folder).catch((error: unknown) => {
    if (error instanceof ContentError) return error;
    throw error;
  });
}

/** Single occupations that a loaded file of an agency has. A guide can name them even if the starter figures do not. */
export async function officialOccupations(database: OpenDatabase): Promise<readonly string[]> {
  const rows = await database.session((session) =>
    session.query<{ code: string }>(
      `select distinct code from file_occupation o join release_file rf using (file_id)
       join release r on r.id = rf.release_id join source s on s.id = r.source_id
       join file f on f.id = o.file_id
       where s.kind = 'AGENCY' and r.status = 'ACTIVE' and f.edition = 'published' and o.level in ('DETAILED', 'ONET')`,
    ),
  );
  return rows.map(({ code }) => code);
}

/**
 * Throws the faults of the files unless the guides that are loaded can answer meanwhile: there are some, and this version
 * reads their format.
 *
 * @throws ContentError with the faults, and why the loaded guides cannot answer
 */
export async function refuseUnlessLoaded(database: OpenDatabase, folder: string, faulty: ContentError): Promise<void> {
  const [active] = await database.session((session) =>
    session.query<{ format: number | null }>(
      `select content_format as format from release where source_id = $1 and status = 'ACTIVE'`,
      [SOURCES.guides.id],
    ),
  );
  if (!active) throw faulty;
  if (active.format === FORMAT) return;
  const message =
    `the guides in the database cannot answer until these faults are fixed: another version of this program has loaded them, ` +
    `in ${active.format === null ? 'an older format' : `format ${active.format}`}, and this version reads format ${FORMAT}`;
  throw new ContentError([...faulty.faults, { file: folder, line: null, message }]);
}

/**
 * Publishes the content in one transaction, or does nothing if exactly this content is loaded. Until the transaction
 * commits, and if it fails or the process is killed, the previous content answers.
 */
export async function loadContent(database: OpenDatabase, content: Content): Promise<'loaded' | 'unchanged'> {
  return database.session(async (session) => {
    // In the order of an import, which adds its source before it takes the lock: otherwise each waits for the other.
    for (const source of INITIAL_SOURCES) await ensureSource(session, { source });
    await lockReleases(session);
    const hasGuides = await areGuidesLoaded(session, content.sha256);
    if (hasGuides) await recordFormat(session, content.sha256, FORMAT);
    const starter = starterReleases(content.starter, FORMAT);
    // The guides alone do not tell: an operator may have removed or rolled back a release that had a starter.
    if (hasGuides && (await isStarterLoaded(session, starter))) return 'unchanged';
    await loadStarter(session, starter);
    if (!hasGuides) {
      await loadPages(session, content.guides.documents, FORMAT);
      await loadGuides(session, content.guides, { sha256: content.sha256, format: FORMAT });
      await deleteUnusedPages(session);
    }
    return 'loaded';
  });
}
