import { GraphQLError } from 'graphql';
import { afterAll, beforeAll } from 'vitest';

/**
 * Of a list whose entry fails at once, the executor leaves the entries before it, and they may fail later. The server
 * takes no notice (`main.ts`), and neither do these tests.
 */
export function ignoreLateFailures(): void {
  const others = process.listeners('unhandledRejection');
  const ignore = (reason: unknown, promise: Promise<unknown>) => {
    if (reason instanceof Error && reason.name === GraphQLError.name) return;
    for (const listener of others) listener(reason, promise);
  };
  beforeAll(() => {
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', ignore);
  });
  afterAll(() => {
    process.off('unhandledRejection', ignore);
    for (const listener of others) process.on('unhandledRejection', listener);
  });
}
