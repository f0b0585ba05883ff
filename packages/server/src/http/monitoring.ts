import { type Handler, jsonResponse } from './handler.js';

const READY_WITHIN_MS = 1_000;

/** `/health`: the process runs. */
export const answerHealth: Handler = async () => jsonResponse(200, { status: 'ok' });

/**
 * `/ready`: the database answers within a second and holds an active release. Requests at the same time share one look at
 * the database.
 */
export function answerReadiness(isReady: () => Promise<boolean>): Handler {
  let underWay: Promise<boolean> | undefined;
  const look = () => {
    const late = new Promise<false>((resolve) => setTimeout(resolve, READY_WITHIN_MS, false).unref());
    return Promise.race([isReady().catch(() => false), late]).finally(() => {
      underWay = undefined;
    });
  };
  return async () => {
    underWay ??= look();
    return (await underWay)
      ? jsonResponse(200, { status: 'ready' })
      : jsonResponse(503, {
          status: 'not ready',
          reason: 'the server is starting or stopping, or the database does not answer or holds no release',
        });
  };
}
