import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseLocation } from '@careergraph/db';
import { careergraph, createTestDatabase, type Ended, type TestContent } from '@careergraph/testkit';
import { expect, onTestFinished } from 'vitest';
import { runCommandLine } from '../dist/run.js';
import type { Surroundings } from '../dist/surroundings.js';

/** `npm run data -- …` as a process of its own. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

export type Variables = Readonly<Record<string, string>>;

/** Starts the built command line with just these variables. */
export function start(environment: Variables, ...args: readonly string[]): Running {
  const started = performance.now();
  const child = spawn(process.execPath, [careergraph, 'data', ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code, signal, stdout, stderr, seconds: (performance.now() - started) / 1_000 }),
    );
  });
  return { pid: child.pid as number, ended, kill: (signal) => void child.kill(signal) };
}

/**
 * Runs a command to its end in this process: a process of its own takes longer to start than most commands take. Each
 * command is also run by {@link start} somewhere.
 */
export function run(environment: Variables, ...args: readonly string[]): Promise<Ended> {
  return captured(environment, (surroundings) => runCommandLine(args, surroundings));
}

/** Runs a command in this process, and gives what it prints. */
export async function captured(
  environment: Variables,
  command: (surroundings: Surroundings) => Promise<number>,
): Promise<Ended> {
  const started = performance.now();
  let [stdout, stderr] = ['', ''];
  const code = await command({
    environment,
    stdout: {
      write: (text, written) => {
        stdout += text;
        written();
      },
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
    },
    stop: new AbortController().signal,
  });
  return { code, signal: null, stdout, stderr, seconds: (performance.now() - started) / 1_000 };
}

/** Runs a command that must succeed with `--json`, and reads what it prints. */
export async function done<T = Record<string, unknown>>(
  environment: Variables,
  ...args: readonly string[]
): Promise<T> {
  return documentOf(await run(environment, ...args, '--json'));
}

/** The same in a process of its own. */
export async function doneAlone<T = Record<string, unknown>>(
  environment: Variables,
  ...args: readonly string[]
): Promise<T> {
  return documentOf(await start(environment, ...args, '--json').ended);
}

function documentOf<T>({ code, stdout, stderr }: Ended): T {
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as T;
}

/** Runs a command that must be refused in words, with no stack, and gives what it says. */
export async function refused(environment: Variables, code: number, ...args: readonly string[]): Promise<string> {
  return refusalOf(await run(environment, ...args), code);
}

/** What a command that was refused says. */
export function refusalOf(end: Ended, code: number): string {
  expect(end.stderr).not.toMatch(/\n\s+at |node:internal/);
  expect(end.code, end.stderr).toBe(code);
  expect(end.stdout).toBe('');
  return end.stderr;
}

/** A folder of this test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'careergraph-cli-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A database of this test, on what the project of the suite runs on. */
export async function database(content: TestContent = 'loaded'): Promise<DatabaseLocation> {
  const { location, remove } = await createTestDatabase(content);
  onTestFinished(remove);
  return location;
}
