import { Interrupted } from './failure.js';
import { runCommandLine } from './run.js';

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

// A reader that closes the pipe early (head) is not an error.
process.stdout.on('error', () => process.exit(0));
process.exit(
  await runCommandLine(process.argv.slice(2), {
    environment: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    stop: stopSignal(),
  }),
);
