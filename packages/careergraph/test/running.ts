import { execFile } from 'node:child_process';
import { careergraph } from '@careergraph/testkit';

/** What is left of a process. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end with just these variables. */
export function end(file: string, args: readonly string[], env: Record<string, string> = {}, cwd?: string) {
  return new Promise<Ended>((resolve) => {
    execFile(file, args, { env: { PATH: process.env.PATH, ...env }, cwd }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** Runs the built command to its end. */
export function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return end(process.execPath, [careergraph, ...args], env);
}
