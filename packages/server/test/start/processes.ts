import { execFileSync } from 'node:child_process';

/** The processes that a process has started. */
export function processesOf({ pid }: { readonly pid: number }): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([id, parent]) => (parent === pid ? [id as number] : []));
}
