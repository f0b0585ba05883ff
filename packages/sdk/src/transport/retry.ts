import { NetworkError } from '../errors.js';
import type { Flight } from './flights.js';
import type { RawAnswer } from './send.js';

/** Reads `Retry-After`, a number of seconds or a date, as seconds; undefined if it is missing or unreadable. */
export function retryAfter({ headers }: Pick<RawAnswer, 'headers'>): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return seconds >= 0 ? seconds : undefined;
}

/**
 * Retries after a network failure, 429, or 503. This is safe because every operation is a query. It waits as long as
 * the server asks, or twice as long as before, plus jitter, and gives up if the wait would pass the deadline.
 */
export async function withRetries(
  attempt: (number: number) => Promise<RawAnswer>,
  retries: number,
  flight: Flight,
): Promise<RawAnswer> {
  const { signal } = flight.controller;
  for (let number = 0; ; number += 1) {
    // Nobody waits for the answer any more.
    if (signal.aborted) throw signal.reason;
    let answer: RawAnswer | undefined;
    let failure: unknown;
    try {
      answer = await attempt(number);
      if (answer.status !== 429 && answer.status !== 503) return answer;
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      failure = error;
    }
    const seconds = (answer && retryAfter(answer)) ?? 2 ** number / 10;
    const pauseMs = seconds * 1000 + Math.random() * 100;
    if (number >= retries || Date.now() + pauseMs >= flight.deadline) {
      if (answer) return answer;
      throw failure;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
