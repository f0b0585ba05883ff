import { TimeoutError } from '../errors.js';

/** A request under way, for all who ask the same. */
interface Flight<T> {
  readonly answer: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
  /** When the last of those who wait gives up. */
  deadline: number;
}

/** What a request under way knows of those who wait for it. */
export interface Waiters {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  readonly deadline: () => number;
}

/** Lets equal requests share one flight. Each who waits has a time-out and an abort signal of its own. */
export function createFlights<T>() {
  const flights = new Map<string | symbol, Flight<T>>();

  function take(key: string | symbol, start: (waiters: Waiters) => Promise<T>): Flight<T> {
    const known = flights.get(key);
    if (known) return known;
    const controller = new AbortController();
    const flight: Flight<T> = {
      answer: Promise.resolve().then(() => start({ signal: controller.signal, deadline: () => flight.deadline })),
      controller,
      waiting: 0,
      deadline: 0,
    };
    flights.set(key, flight);
    // Before those who wait are told: who asks again because of the answer asks anew.
    const land = () => flights.get(key) === flight && flights.delete(key);
    flight.answer.then(land, land);
    return flight;
  }

  /**
   * @throws TimeoutError after `timeoutMs`; the signal's reason once it is aborted
   */
  return (
    key: string | symbol,
    timeoutMs: number,
    signal: AbortSignal | undefined,
    start: (waiters: Waiters) => Promise<T>,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const abort = () => leave(() => reject(signal?.reason));
      // First of all, because it throws where the signal is none.
      signal?.addEventListener('abort', abort);
      const flight = take(key, start);
      flight.waiting += 1;
      flight.deadline = Math.max(flight.deadline, Date.now() + timeoutMs);
      const leave = (settle: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        settle();
        flight.waiting -= 1;
        if (flight.waiting > 0 || flights.get(key) !== flight) return;
        flights.delete(key);
        flight.controller.abort();
      };
      const timeout = () =>
        leave(() => reject(new TimeoutError(`No complete answer came within ${timeoutMs} ms.`, 'TIMEOUT')));
      // More overflows the timer, which then fires at once.
      const timer = setTimeout(timeout, Math.min(timeoutMs, 2 ** 31 - 1));
      flight.answer.then(
        (answer) => leave(() => resolve(answer)),
        (error) => leave(() => reject(error)),
      );
    });
}
