import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DatabaseLocation } from '@careergraph/db';

/** The command `careergraph`, as it is built. */
export const careergraph = fileURLToPath(new URL('../../careergraph/dist/main.js', import.meta.url));

/** What is left of a process. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** The service as a process of its own, entered as an operator does. */
export interface SpawnedServer {
  readonly pid: number;
  /** Where it answers; rejects with its output if it ends before it says so. */
  readonly url: Promise<string>;
  readonly ended: Promise<Ended>;
  /** What it has logged so far. */
  logged(): string;
  /** What it has printed to standard output so far. */
  printed(): string;
  /** Lets its standard output wait, until it has ended. */
  stopReading(): void;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the built server with just these variables, on a free port. */
export function spawnServer(environment: Record<string, string>, args: readonly string[] = []): SpawnedServer {
  const started = performance.now();
  const child = spawn(process.execPath, [careergraph, 'start', ...args], {
    env: { PATH: process.env.PATH, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code, signal, stdout, stderr, seconds: (performance.now() - started) / 1_000 }),
    );
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      stdout += text;
      const [, found] = /CareerGraph is at (\S+) /.exec(stdout) ?? [];
      if (found) resolve(found);
    });
    ended.then(
      ({ code, signal }) => reject(new Error(`The server ended with ${code ?? signal}:\n${stdout}${stderr}`)),
      reject,
    );
  });
  // Who waits for the end alone does not ask for the address.
  url.catch(() => {});
  child.once('exit', () => child.stdout.resume());
  return {
    pid: child.pid as number,
    url,
    ended,
    logged: () => stderr,
    printed: () => stdout,
    stopReading: () => void child.stdout.pause(),
    kill: (signal) => void child.kill(signal),
  };
}

/** The variables that lead the server to a database. */
export function environmentOf({ url, home }: DatabaseLocation): Record<string, string> {
  return { CAREERGRAPH_HOME: home, CAREERGRAPH_DRAIN_SECONDS: '0', ...(url !== undefined && { DATABASE_URL: url }) };
}

/** Less than a test may take, and long enough for a busy machine. */
const STILL_RUNS_SECONDS = 240;

/** Waits until the process has ended, and says what it left. */
export async function endOf({ ended, pid }: SpawnedServer): Promise<Ended> {
  const late = sleep(STILL_RUNS_SECONDS * 1_000, null, { ref: false });
  const end = await Promise.race([ended, late]);
  if (end === null) throw new Error(`The server (process ${pid}) still runs after ${STILL_RUNS_SECONDS} s.`);
  return end;
}
