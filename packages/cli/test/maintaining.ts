import { spawn } from 'node:child_process';
import { careergraph, type Ended } from '@careergraph/testkit';
import { runBackup } from '../dist/backup/backup.js';
import { runDoctor } from '../dist/doctor/doctor.js';
import { runRestore } from '../dist/restore/restore.js';
import { captured, type Variables } from './running.js';

const COMMANDS = { backup: runBackup, restore: runRestore, doctor: runDoctor };

export type MaintenanceName = keyof typeof COMMANDS;

/** Runs `backup`, `restore` or `doctor` in this process. */
export function maintain(environment: Variables, name: MaintenanceName, ...args: string[]): Promise<Ended> {
  return captured(environment, (surroundings) => COMMANDS[name](args, surroundings));
}

/** The same in a process of its own, which can be killed. */
export function maintainAlone(environment: Variables, name: MaintenanceName, ...args: string[]) {
  const child = spawn(process.execPath, [careergraph, name, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly stderr: string;
  }>((resolve) => child.once('close', (code, signal) => resolve({ code, signal, stderr })));
  return { ended, kill: (signal: NodeJS.Signals) => void child.kill(signal) };
}
