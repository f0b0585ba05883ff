import type { Sql } from '@careergraph/db';
import { defaultRelease } from '@careergraph/domain';
import { ImportError } from '@careergraph/extract';
import { applyChanges, CONTENT_CAUSE, type StatusChange } from './activation.js';
import { answers, lockReleases, ranked, releasesOf } from './releases.js';

interface Activation {
  readonly id: number;
  readonly cause: string;
  readonly at: Date;
  readonly changes: readonly StatusChange[];
}

/**
 * Takes back an operator's last import or activation of a source, in the caller's transaction. Loads of content since
 * then stay, except those that changed the same releases: they are taken back with it, and the next start of a server
 * loads that content again. If the source has no active release left, one becomes active by {@link defaultRelease}.
 *
 * @returns what was taken back
 * @throws ImportError if there is nothing to take back, or a release has been changed without a record
 */
export async function rollback(sql: Sql, sourceId: string): Promise<{ readonly cause: string; readonly at: Date }> {
  await lockReleases(sql);
  const activations = await sql.query<Activation>(
    'select id, cause, at, changes from activation where source_id = $1 and undone_at is null order by id desc',
    [sourceId],
  );
  const position = activations.findIndex(({ cause }) => cause !== CONTENT_CAUSE);
  const last = activations[position];
  if (!last) throw new ImportError(`Nothing of ${sourceId} can be rolled back: no import or activation is on record.`);
  for (const activation of dependentOn(last, activations.slice(0, position))) {
    await undo(sql, sourceId, activation, last.cause);
  }
  await undo(sql, sourceId, last, last.cause);
  await ensureActive(sql, sourceId);
  return { cause: last.cause, at: last.at };
}

/**
 * Of the later activations, those that changed a release of this one, directly or through one another.
 *
 * @param later newest first, as the result is
 */
function dependentOn(activation: Activation, later: readonly Activation[]): readonly Activation[] {
  const touched = new Set(activation.changes.map(({ releaseId }) => releaseId));
  const dependent: Activation[] = [];
  for (const candidate of later.toReversed()) {
    if (!candidate.changes.some(({ releaseId }) => touched.has(releaseId))) continue;
    for (const { releaseId } of candidate.changes) touched.add(releaseId);
    dependent.unshift(candidate);
  }
  return dependent;
}

async function undo(sql: Sql, sourceId: string, { id, changes }: Activation, command: string): Promise<void> {
  const releases = await releasesOf(sql, sourceId);
  for (const { releaseId, to } of changes) {
    const status = releases.find((release) => release.id === releaseId)?.status;
    if (status === to) continue;
    throw new ImportError(
      `"${command}" cannot be rolled back: since then a release that it touched was ${status ? `made ${status}` : 'removed'}. ` +
        'Use "activate" with the release that should answer.',
    );
  }
  await applyChanges(
    sql,
    changes.map(({ releaseId, from, to }) => ({ releaseId, from: to, to: from })),
  );
  await sql.query('update activation set undone_at = now() where id = $1', [id]);
}

async function ensureActive(sql: Sql, sourceId: string): Promise<void> {
  const releases = await releasesOf(sql, sourceId);
  if (releases.some(({ status }) => status === 'ACTIVE')) return;
  const next = defaultRelease(releases.filter(answers).map(ranked));
  if (next) await applyChanges(sql, [{ releaseId: next.id, from: next.status, to: 'ACTIVE' }]);
}
