/** How long computing may keep the event loop from other requests, if no answer takes longer by itself. */
const ROUND_MS = 10;

/**
 * Lets connections be accepted and other requests be answered between computations that wait for nothing. Without it, all
 * that arrived together is computed in one round of the event loop, and Node accepts one connection in a round.
 *
 * @returns undefined if the work may start at once, or a promise of its turn: from then on, one starts in each round
 */
export function createRounds(): () => Promise<void> | undefined {
  const waiting: (() => void)[] = [];
  let startedAt: number | undefined;
  const nextRound = () => {
    startedAt = undefined;
    const next = waiting.shift();
    if (!next) return;
    begin();
    next();
  };
  const begin = () => {
    startedAt = performance.now();
    setImmediate(nextRound);
  };
  return () => {
    if (startedAt === undefined) begin();
    else if (waiting.length > 0 || performance.now() - startedAt > ROUND_MS) {
      return new Promise((resolve) => waiting.push(resolve));
    }
    return undefined;
  };
}
