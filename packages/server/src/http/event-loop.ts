/** How long computing may keep the event loop from other requests, if no answer takes longer by itself. */
const ROUND_MS = 10;

/**
 * Lets connections be accepted and other requests be answered between computations that wait for nothing. Without it, all
 * that arrived together is computed in one round of the event loop, and Node accepts one connection in a round.
 *
 * @returns undefined if the work may start at once, or a promise of its turn in a later round
 */
export function createRounds(): () => Promise<void> | undefined {
  const waiting: (() => void)[] = [];
  let startedAt: number | undefined;
  const isOver = () => startedAt !== undefined && performance.now() - startedAt > ROUND_MS;
  const startNext = () => {
    if (isOver()) return;
    const next = waiting.shift();
    if (!next) return;
    next();
    // After all that it does without waiting.
    queueMicrotask(() => process.nextTick(startNext));
  };
  const nextRound = () => {
    startedAt = undefined;
    if (waiting.length === 0) return;
    begin();
    startNext();
  };
  const begin = () => {
    startedAt = performance.now();
    setImmediate(nextRound);
  };
  return () => {
    if (startedAt === undefined) begin();
    else if (waiting.length > 0 || isOver()) {
      return new Promise((resolve) => waiting.push(resolve));
    }
    return undefined;
  };
}
