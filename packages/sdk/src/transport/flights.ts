import { TimeoutError } from '../errors.js';

/** A request in flight, shared by all callers that wait for the same answer. */
export interface Flight {
  /** Aborted once no caller waits any more. */
  readonly controller: AbortController;
  /** Time at which the last caller times out, in milliseconds since 1970. */
  deadline: number;
  waiting: number;
}

/** Lets equal requests share one flight, while each caller keeps its own time limit and abort signal. */
export function createFlights<T>() {
  const flights = new Map<string | symbol, Flight & { readonly answer: Promise<T>; end(): boolean }>();

  function join(key: string | symbol, start: (flight: Flight) => Promise<T>) {
    const current = flights.get(key);
    if (current) return current;
    const base: Flight = { controller: new AbortController(), deadline: 0, waiting: 0 };
    const end = () => flights.get(key) === flight && flights.delete(key);
    const flight = Object.assign(base, { answer: start(base), end });
    flights.set(key, flight);
    // Registered before any caller's handler, so that a caller that asks again starts a new flight.
    flight.answer.then(end, end);
    return flight;
  }

  /**
   * @throws TimeoutError after `timeoutMs`; the signal's reason when it is aborted
   */
  return (
    key: string | symbol,
    timeoutMs: number,
    signal: AbortSignal | null | undefined,
    start: (flight: Flight) => Promise<T>,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      // React Native gives no reason.
      const reason = () => signal?.reason ?? Object.assign(new Error('Aborted.'), { name: 'AbortError' });
      if (signal?.aborted) throw reason();
      const flight = join(key, start);
      flight.waiting += 1;
      flight.deadline = Math.max(flight.deadline, Date.now() + timeoutMs);
      const leave =
        <V>(settle: (value: V) => void) =>
        (value: V) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
          settle(value);
          flight.waiting -= 1;
          if (!flight.waiting && flight.end()) flight.controller.abort();
        };
      const abort = () => leave(reject)(reason());
      signal?.addEventListener('abort', abort);
      const timeout = () => leave(reject)(new TimeoutError(`No complete answer within ${timeoutMs} ms.`, 'TIMEOUT'));
      // A longer delay overflows the timer, which then fires at once.
      const timer = setTimeout(timeout, Math.min(timeoutMs, 2 ** 31 - 1));
      flight.answer.then(leave(resolve), leave(reject));
    });
}
