import { Refusal } from './refusal.js';

/** How many answers a process computes at the same time, those that wait for the database included. */
export const DEFAULT_MAX_REQUESTS = 500;

/** Does so much work at the same time, and refuses more. */
export function boundWork(max: number) {
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= max) {
      const message = `This server is answering ${max} other requests. Try again in a second.`;
      throw new Refusal(503, message, 'OVERLOADED', { 'retry-after': '1' });
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  };
}
