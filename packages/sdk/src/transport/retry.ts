import { NetworkError } from '../errors.js';
import type { RawAnswer } from './send.js';

/** Seconds that the server asks to wait, of a number or a date; undefined where it says nothing that can be read. */
export function retryAfter({ headers }: Pick<RawAnswer, 'headers'>): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return seconds >= 0 ? seconds : undefined;
}

/**
 * Tries again where that is safe: everything asked is a query, so after a broken connection, 429 and 503. The pauses
 * are the server's own, or double each time, with jitter. A pause that would outlast `deadline` is not begun.
 */
export async function withRetries(
  attempt: (number: number) => Promise<RawAnswer>,
  retries: number,
  deadline: () => number,
  signal: AbortSignal,
): Promise<RawAnswer> {
  for (let number = 0; ; number += 1) {
    signal.throwIfAborted();
    let answer: RawAnswer | undefined;
    let failure: unknown;
    try {
      answer = await attempt(number);
      if (answer.status !== 429 && answer.status !== 503) return answer;
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      failure = error;
    }
    const asked = answer && retryAfter(answer);
    // A longer one overflows the timer.
    const pause = Math.min((asked ?? 2 ** number / 10) * 1000 + Math.random() * 100, 2 ** 31 - 1);
    if (number >= retries || Date.now() + pause >= deadline()) {
      if (answer) return answer;
      throw failure;
    }
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, pause);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    });
  }
}
