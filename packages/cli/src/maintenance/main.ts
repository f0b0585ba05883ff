// Runs `backup`, `restore` and `doctor` as processes: node packages/cli/dist/maintenance/main.js backup <file>
import { runBackup } from '../backup/backup.js';
import { runDoctor } from '../doctor/doctor.js';
import { Interrupted } from '../failure.js';
import { runRestore } from '../restore/restore.js';

const COMMANDS = { backup: runBackup, restore: runRestore, doctor: runDoctor };

const [name, ...argv] = process.argv.slice(2);
const run = Object.entries(COMMANDS).find(([command]) => command === name)?.[1];
if (run === undefined) {
  console.error(`Unknown command ${JSON.stringify(name)}. Use ${Object.keys(COMMANDS).join(', ')}.`);
  process.exit(2);
}
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stop.signal.aborted) stop.abort(new Interrupted(signal));
  });
}
process.stdout.on('error', () => process.exit(0));
process.exit(
  await run(argv, { environment: process.env, stdout: process.stdout, stderr: process.stderr, stop: stop.signal }),
);
