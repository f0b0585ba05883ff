import type { Environment } from '@careergraph/db';
import { Interrupted } from './failure.js';
import type { Screen } from './progress.js';

/** The process that runs a command. */
export interface Surroundings {
  readonly environment: Environment;
  readonly stdout: { write(text: string, written: () => void): unknown };
  readonly stderr: Screen;
  /** Aborted by a signal, with an `Interrupted` as the reason. */
  readonly stop: AbortSignal;
}

/** This process, for a command that a signal may end at any moment. */
export function standardStreams(): Omit<Surroundings, 'stop'> {
  // A reader that closes the pipe early (head) is not an error.
  process.stdout.on('error', () => process.exit(0));
  return { environment: process.env, stdout: process.stdout, stderr: process.stderr };
}

/** This process, for a command that cleans up when a signal comes. */
export function surroundings(): Surroundings {
  return { ...standardStreams(), stop: stopSignal() };
}

/** Aborted by the first signal. Ctrl-C sends two, from the terminal and from npm; the second is ignored. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!stop.signal.aborted) stop.abort(new Interrupted(name));
    });
  }
  return stop.signal;
}
