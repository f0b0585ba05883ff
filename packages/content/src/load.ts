import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { OpenDatabase } from '@careergraph/db';
import { SOURCES } from '@careergraph/domain';
import { ContentError } from './faults.js';
import { auditGuides } from './guides/audits.js';
import { loadGuides } from './guides/load.js';
import { type GuideFiles, parseGuides } from './guides/parse.js';
import { auditStarter } from './starter/audits.js';
import { hasStarter, loadStarter } from './starter/load.js';
import { parseStarter, type StarterFiles } from './starter/parse.js';

export interface Content {
  readonly guides: GuideFiles;
  readonly starter: StarterFiles;
  /** SHA-256 over all files: the same content again is a no-op. */
  readonly sha256: string;
}

/** Sources that are there from the first start. Others come with their first import, pages when they are loaded. */
const INITIAL_SOURCES = [SOURCES.oews, SOURCES.projections, SOURCES.guides];

/** Changes when the way in from file to table changes, so that a newer program loads unchanged content anew. */
const FORMAT = 2;

/**
 * Reads and audits every content file.
 *
 * @throws ContentError with every fault, each with its file, line and value
 */
export async function readContent(folder: string): Promise<Content> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new ContentError([{ file: folder, line: null, message: 'is not a folder: no guides are there' }]);
  const [guides, starter] = await Promise.allSettled([parseGuides(folder), parseStarter(folder)]);
  if (guides.status === 'rejected' || starter.status === 'rejected') {
    const reasons = [guides, starter].flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    const other = reasons.find((reason) => !(reason instanceof ContentError));
    if (other) throw other;
    throw new ContentError(reasons.flatMap((reason) => (reason as ContentError).faults));
  }
  const occupations = new Set(starter.value.wages.flatMap(({ value }) => value.rows.map(([, code]) => code)));
  const faults = [...auditStarter(starter.value), ...auditGuides(guides.value, occupations)];
  if (faults.length > 0) throw new ContentError(faults);
  const { careers, documents, credentials, organizations } = guides.value;
  const files = [
    ...careers.values(),
    ...documents,
    credentials,
    organizations,
    ...starter.value.wages,
    ...starter.value.projections,
  ];
  const hash = createHash('sha256').update(`format ${FORMAT}\n`);
  for (const { file, sha256 } of files) hash.update(`${file} ${sha256}\n`);
  return { guides: guides.value, starter: starter.value, sha256: hash.digest('hex') };
}

/**
 * Loads content in one transaction, or does nothing where just this content is loaded. Until it commits, and if it
 * fails or is killed, the content that was there answers.
 */
export async function loadContent(
  { prisma, exclusively }: OpenDatabase,
  content: Content,
): Promise<'loaded' | 'unchanged'> {
  return exclusively(async () => {
    const active = await prisma.release.findFirst({ where: { sourceId: 'careergraph-guides', status: 'ACTIVE' } });
    const sameGuides = active?.contentSha256 === content.sha256;
    // An operator may have removed the release that took a starter's place.
    if (sameGuides && (await hasStarter(prisma, content.starter))) return 'unchanged';
    await prisma.$transaction(
      async (tx) => {
        await tx.source.createMany({ data: INITIAL_SOURCES, skipDuplicates: true });
        await loadStarter(tx, content.starter, FORMAT);
        if (!sameGuides) await loadGuides(tx, content.guides, content.sha256, FORMAT);
      },
      { timeout: 120_000, maxWait: 30_000 },
    );
    return 'loaded';
  });
}
