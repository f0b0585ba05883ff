// Runs a program to its end as a shell would: its output is ours, our signals are its, its exit code is handed on.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * The exit code; 128 and its number for a signal, 127 where the program cannot be run at all.
 *
 * @param options those of `spawn`; with `onOutput`, what it prints goes there instead of to our output
 */
export function runToEnd(file, args, { onOutput, ...options } = {}) {
  return new Promise((resolve) => {
    const stdio = onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(file, args, { stdio, ...options });
    for (const stream of onOutput ? [child.stdout, child.stderr] : []) stream.setEncoding('utf8').on('data', onOutput);
    // A terminal sends Ctrl-C to both; what a supervisor sends comes here alone.
    const passOn = (signal) => child.kill(signal);
    // npm runs a script through a shell, which may die of a signal without telling us: then its end is the signal.
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && passOn('SIGTERM'), 200);
    if (process.env.npm_lifecycle_event === undefined) clearInterval(watch);
    const end = (code) => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, passOn);
      resolve(code);
    };
    for (const signal of SIGNALS) process.on(signal, passOn);
    child.on('error', (error) => {
      console.error(`${file} cannot be run: ${error.message}`);
      end(127);
    });
    child.on('exit', (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}
