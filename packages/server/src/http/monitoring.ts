import type { Database } from '@careergraph/db';
import { type Handler, jsonResponse } from './handler.js';

const READY_WITHIN_MS = 1_000;

/** `/health`: the process runs. */
export const answerHealth: Handler = async () => jsonResponse(200, { status: 'ok' });

/** `/ready`: the database answers within a second and holds an active release. */
export function answerReadiness(prisma: Database): Handler {
  return async () => {
    const isReady = await Promise.race([
      prisma.release.count({ where: { status: 'ACTIVE' } }).then(
        (active) => active > 0,
        () => false,
      ),
      new Promise<false>((resolve) => setTimeout(resolve, READY_WITHIN_MS, false).unref()),
    ]);
    return isReady
      ? jsonResponse(200, { status: 'ready' })
      : jsonResponse(503, { status: 'not ready', reason: 'the database does not answer, or holds no release' });
  };
}
