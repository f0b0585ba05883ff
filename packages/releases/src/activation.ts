import type { Sql } from '@careergraph/db';
import { defaultRelease } from '@careergraph/domain';
import { ImportError } from '@careergraph/extract';
import { answers, lockReleases, type ReleaseStatus, ranked, releasesOf, type StoredRelease } from './releases.js';

/**
 * The recorded cause when a server loads guides, pages and starter figures. A rollback tells these activations from an
 * operator's by this text, so it must never change.
 */
export const CONTENT_CAUSE = 'load of guides and starter figures';

export interface StatusChange {
  readonly releaseId: number;
  readonly from: ReleaseStatus;
  readonly to: ReleaseStatus;
}

/**
 * Makes a release answer, in the caller's transaction. It becomes the active release of its source if the active one is
 * a revision of the same release, or if it comes before all others by {@link defaultRelease}.
 *
 * @param options.active true makes it the active release in any case
 * @returns its new status
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
  if (!release) throw new ImportError('The release has been removed in the meantime. Import it again.');
  const active = releases.find(({ status }) => status === 'ACTIVE');
  // A staged revision of the same key stays as it is: it answers nothing and can still be activated.
  const replaced = releases.find((other) => other.id !== releaseId && other.key === release.key && answers(other));
  const becomesActive =
    options.active === true || !active || release.key === active.key || isDefault(release, releases);
  const changes: StatusChange[] = [];
  if (replaced) changes.push({ releaseId: replaced.id, from: replaced.status, to: 'WITHDRAWN' });
  if (becomesActive && active && active.id !== replaced?.id && active.id !== releaseId) {
    changes.push({ releaseId: active.id, from: 'ACTIVE', to: 'SUPERSEDED' });
  }
  const to = becomesActive ? 'ACTIVE' : 'SUPERSEDED';
  if (release.status !== to) changes.push({ releaseId, from: release.status, to });
  await applyAndRecord(sql, sourceId, options.cause, changes);
  return to;
}

/** Makes a release answer nothing, in the caller's transaction. The caller holds the lock of the releases. */
export async function withdraw(sql: Sql, release: StoredRelease, cause: string): Promise<void> {
  const { id: releaseId, status: from } = release;
  await applyAndRecord(sql, release.sourceId, cause, [{ releaseId, from, to: 'WITHDRAWN' }]);
}

function isDefault(release: StoredRelease, releases: readonly StoredRelease[]): boolean {
  const others = releases.filter((other) => other.key !== release.key && answers(other));
  return defaultRelease([release, ...others].map(ranked))?.id === release.id;
}

async function applyAndRecord(
  sql: Sql,
  sourceId: string,
  cause: string,
  changes: readonly StatusChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await applyChanges(sql, changes);
  await sql.query('insert into activation (source_id, cause, changes) values ($1, $2, $3::jsonb)', [
    sourceId,
    cause,
    JSON.stringify(changes),
  ]);
}

/** Releases that stop answering come first: two revisions must never answer for one key. */
export async function applyChanges(sql: Sql, changes: readonly StatusChange[]): Promise<void> {
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
