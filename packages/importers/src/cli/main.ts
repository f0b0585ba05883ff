import { fileURLToPath } from 'node:url';
import { databaseOf, databaseVariables, readVariables } from '@careergraph/db';
import { importers } from '../importers.js';
import { activate } from './activate.js';
import { readCommandLine } from './arguments.js';
import { check } from './check.js';
import { type Command, type Report, UsageError } from './command.js';
import { diff } from './diff.js';
import { failureOf, Interrupted } from './failure.js';
import { commandHelp, commandLine, generalHelp } from './help.js';
import { importCommand } from './import.js';
import { list } from './list.js';
import { displayProgress } from './progress.js';
import { remove } from './remove.js';
import { rollback } from './rollback.js';

const COMMANDS: readonly Command[] = [importCommand, check, diff, list, activate, rollback, remove];
/** What is under way is rolled back by the database itself where it takes longer than this to end in order. */
const STOP_MS = 15_000;

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const argv = process.argv.slice(2);
const progress = displayProgress(process.stderr, () => performance.now());

async function main(): Promise<number> {
  let name: string | null = null;
  const signal = stopSignal();
  try {
    const { command, help, given } = readCommandLine(argv, COMMANDS);
    name = command?.name ?? null;
    if (!command || help) {
      const text = command ? commandHelp(command) : generalHelp(COMMANDS, importers);
      await print({ json: { help: text }, text }, name);
      return 0;
    }
    const environment = databaseOf(readVariables(databaseVariables, process.env), root);
    const context = { environment, importers, signal, onProgress: progress.show, say: progress.say };
    await print(await command.run(given, context), name);
    return 0;
  } catch (error) {
    return await refuse(signal.aborted ? signal.reason : error, name);
  } finally {
    progress.end();
  }
}

/** Says why it was not done, and gives the exit code. */
async function refuse(error: unknown, command: string | null): Promise<number> {
  const { exitCode, ...failure } = failureOf(error);
  const hint = error instanceof UsageError ? `\nSee: ${commandLine(...(command ? [command] : []), '--help')}` : '';
  progress.say(`${failure.message}${hint}`);
  if (argv.includes('--json')) await print({ json: { error: failure }, text: '' }, command);
  return exitCode;
}

async function print({ json, text }: Report, command: string | null): Promise<void> {
  progress.end();
  const output = argv.includes('--json') ? JSON.stringify({ command, ...json }, null, 2) : text;
  await new Promise<void>((resolve) => process.stdout.write(`${output}\n`, () => resolve()));
}

/** Aborted by the first signal; Ctrl-C arrives twice, from the terminal and from npm, and the second changes nothing. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) return;
      const interrupted = new Interrupted(name);
      stop.abort(interrupted);
      setTimeout(() => void refuse(interrupted, null).then((code) => process.exit(code)), STOP_MS).unref();
    });
  }
  return stop.signal;
}

// A reader that has seen enough (head) is no fault.
process.stdout.on('error', () => process.exit(0));
process.exit(await main());
