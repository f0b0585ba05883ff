import { execFileSync } from 'node:child_process';
import type { SpawnedServer } from '@careergraph/testkit';

/** The processes that a server has started. */
export function processesOf({ pid }: SpawnedServer): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([id, parent]) => (parent === pid ? [id as number] : []));
}
