import type { Sql } from '@careergraph/db';
import { ImportError } from '@careergraph/extract';
import { isPublished, lockReleases, type ReleaseStatus, releasesOf, type StoredRelease } from './releases.js';

interface Change {
  readonly releaseId: number;
  readonly from: ReleaseStatus;
  readonly to: ReleaseStatus;
}

/**
 * Makes a release answer, in the caller's transaction: as the active one where it is at least as new as that, or the
 * active one is only the starter; else for those who name it.
 *
 * @param options.active true: the active one whatever its age
 * @returns the status that it has now
 */
export async function activate(
  sql: Sql,
  sourceId: string,
  releaseId: number,
  options: { readonly cause: string; readonly active?: boolean },
): Promise<ReleaseStatus> {
  await lockReleases(sql);
  const releases = await releasesOf(sql, sourceId);
  const release = releases.find(({ id }) => id === releaseId);
  if (!release) throw new ImportError(`The release was removed meanwhile; import it again.`);
  const active = releases.find(({ status }) => status === 'ACTIVE');
  // One that is staged is left: it answers nothing, and may be brought back.
  const replaced = releases.find(
    ({ id, key, status }) => id !== releaseId && key === release.key && doesAnswer(status),
  );
  const becomesActive = options.active === true || !active || active.key === release.key || isNewer(release, active);
  const changes: Change[] = [];
  if (replaced) changes.push({ releaseId: replaced.id, from: replaced.status, to: 'WITHDRAWN' });
  if (becomesActive && active && active.id !== replaced?.id && active.id !== releaseId) {
    changes.push({ releaseId: active.id, from: 'ACTIVE', to: 'SUPERSEDED' });
  }
  const to = becomesActive ? 'ACTIVE' : 'SUPERSEDED';
  if (release.status !== to) changes.push({ releaseId, from: release.status, to });
  if (changes.length === 0) return to;
  await apply(sql, changes);
  await sql.query('insert into activation (source_id, cause, changes) values ($1, $2, $3::jsonb)', [
    sourceId,
    options.cause,
    JSON.stringify(changes),
  ]);
  return to;
}

function doesAnswer(status: ReleaseStatus): boolean {
  return status === 'ACTIVE' || status === 'SUPERSEDED';
}

function isNewer(release: StoredRelease, active: StoredRelease): boolean {
  return release.key > active.key || (isPublished(release) && !isPublished(active));
}

/**
 * Takes back what the last import or activation of a source changed, in the caller's transaction. Where nothing would
 * answer by default any more, the newest release that answers where it is named does.
 *
 * @returns what was undone, in the words of its command
 * @throws ImportError where there is nothing to undo, or something has changed since
 */
export async function rollback(sql: Sql, sourceId: string): Promise<{ readonly cause: string; readonly at: Date }> {
  await lockReleases(sql);
  const [last] = await sql.query<{ id: number; cause: string; at: Date; changes: readonly Change[] }>(
    'select id, cause, at, changes from activation where source_id = $1 and undone_at is null order by id desc limit 1',
    [sourceId],
  );
  if (!last) throw new ImportError(`Nothing of ${sourceId} can be rolled back: no import or activation is on record.`);
  const releases = await releasesOf(sql, sourceId);
  for (const { releaseId, to } of last.changes) {
    const status = releases.find(({ id }) => id === releaseId)?.status;
    if (status === to) continue;
    throw new ImportError(
      `"${last.cause}" cannot be rolled back: since then a release that it touched was ${status ? `made ${status}` : 'removed'}. ` +
        'Use "activate" with the release that should answer.',
    );
  }
  await apply(
    sql,
    last.changes.map(({ releaseId, from, to }) => ({ releaseId, from: to, to: from })),
  );
  await answerByDefault(sql, sourceId);
  await sql.query('update activation set undone_at = now() where id = $1', [last.id]);
  return { cause: last.cause, at: last.at };
}

async function answerByDefault(sql: Sql, sourceId: string): Promise<void> {
  const releases = await releasesOf(sql, sourceId);
  if (releases.some(({ status }) => status === 'ACTIVE')) return;
  const newest = releases.find(({ status }) => status === 'SUPERSEDED');
  if (newest) await apply(sql, [{ releaseId: newest.id, from: newest.status, to: 'ACTIVE' }]);
}

/** Those that stop to answer first: at no point may two answer for one key. */
async function apply(sql: Sql, changes: readonly Change[]): Promise<void> {
  const order = { WITHDRAWN: 0, STAGED: 1, SUPERSEDED: 2, ACTIVE: 3 } as const;
  for (const { releaseId, to } of changes.toSorted((a, b) => order[a.to] - order[b.to])) {
    await sql.query(
      `update release set status = $2::text::"ReleaseStatus",
              activated_at = case when $2::text = 'ACTIVE' then now() else activated_at end
       where id = $1`,
      [releaseId, to],
    );
  }
}
