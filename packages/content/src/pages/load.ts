import type { Session } from '@careergraph/db';
import { CONTENT_CAUSE, deleteReleases, publish, releasesOf, withdraw } from '@careergraph/releases';
import type { DocumentFile } from '../guides/schema.js';
import type { ContentFile } from '../yaml-file.js';
import { pageRelease } from './release.js';

/**
 * Publishes each page as a release of the page's source. A replaced release is WITHDRAWN and stays until the next load, for
 * servers and queries that started with it.
 */
export async function loadPages(
  session: Session,
  documents: readonly ContentFile<DocumentFile>[],
  format: number,
): Promise<void> {
  const pages = documents.map((file) => pageRelease(file, format));
  await deleteReleases(session, await withdrawnReleases(session));
  await withdrawOthers(
    session,
    pages.flatMap(({ files }) => files.map(({ contentSha256 }) => contentSha256)),
  );
  for (const page of pages) {
    const { outcome } = await publish(session, page, { cause: CONTENT_CAUSE });
    if (outcome === 'UNCHANGED') continue;
    const { id, name, homepage } = page.source;
    await session.query('update source set name = $2, homepage = $3 where id = $1', [id, name, homepage]);
  }
}

/** Deletes the sources of pages that no release of the guides refers to any more. */
export async function deleteUnusedPages(session: Session): Promise<void> {
  await session.query(
    `delete from source where kind = 'PAGE'
       and not exists (select from release where source_id = source.id)
       and not exists (select from document where source_id = source.id)`,
  );
}

async function withdrawnReleases(session: Session): Promise<readonly number[]> {
  const releases = await session.query<{ id: number }>(
    `select release.id from release join source on source.id = source_id
     where kind = 'PAGE' and status = 'WITHDRAWN'`,
  );
  return releases.map(({ id }) => id);
}

/** Withdraws the releases of pages whose file is none of these: the page was edited or taken away. */
async function withdrawOthers(session: Session, contentSha256s: readonly string[]): Promise<void> {
  const sources = await session.query<{ id: string }>(`select id from source where kind = 'PAGE'`);
  for (const { id } of sources) {
    for (const release of await releasesOf(session, id)) {
      const isKept = release.files.some((file) => contentSha256s.includes(file.contentSha256));
      if (!isKept && release.status !== 'WITHDRAWN') await withdraw(session, release, CONTENT_CAUSE);
    }
  }
}
