import { commandLine, databaseOf, databaseVariables, readVariables } from '@careergraph/db';
import { importers, SETUP_FILES } from '@careergraph/sources';
import { activate } from './activate.js';
import { readCommandLine } from './arguments.js';
import { check } from './check.js';
import { type Command, type Report, UsageError } from './command.js';
import { diff } from './diff.js';
import { failureOf } from './failure.js';
import { commandHelp, generalHelp } from './help.js';
import { importCommand } from './import.js';
import { list } from './list.js';
import { displayProgress } from './progress.js';
import { remove } from './remove.js';
import { rollback } from './rollback.js';
import { setupCommand } from './setup/setup.js';
import type { Surroundings } from './surroundings.js';

export const DATA_COMMANDS: readonly Command[] = [
  importCommand,
  check,
  setupCommand(SETUP_FILES),
  diff,
  list,
  activate,
  rollback,
  remove,
];
/** After this time the process exits without waiting. The database then rolls the transaction back. */
const STOP_MS = 15_000;

/**
 * Runs one command of `data`. Errors are printed to stderr.
 *
 * @returns the exit code
 *
 * @example
 * const code = await runCommandLine(['list', 'oews', '--json'], { environment, stdout, stderr, stop });
 */
export async function runCommandLine(
  argv: readonly string[],
  { environment, stdout, stderr, stop }: Surroundings,
  commands = DATA_COMMANDS,
): Promise<number> {
  const progress = displayProgress(stderr, () => performance.now());
  const asJson = argv.includes('--json');
  let name: string | null = null;
  const print = async ({ json, text }: Report) => {
    progress.end();
    const output = asJson ? JSON.stringify({ command: name, ...json }, null, 2) : text;
    await new Promise<void>((resolve) => stdout.write(`${output}\n`, resolve));
  };
  try {
    const { command, help, given } = readCommandLine(argv, commands);
    name = command?.name ?? null;
    if (!command || help) {
      const text = command ? commandHelp(command) : generalHelp(commands, importers);
      await print({ json: { help: text }, text });
      return 0;
    }
    const context = {
      environment: databaseOf(readVariables(databaseVariables, environment)),
      importers,
      signal: stop,
      onProgress: progress.show,
      say: progress.say,
    };
    const report = await Promise.race([command.run(given, context), overdue(stop)]);
    await print(report);
    return report.exitCode ?? 0;
  } catch (error) {
    const { exitCode, ...failure } = failureOf(stop.aborted ? stop.reason : error);
    const hint = error instanceof UsageError ? `\nSee: ${commandLine('data', ...(name ? [name] : []), '--help')}` : '';
    progress.say(`${failure.message}${hint}`);
    if (asJson) await print({ json: { error: failure }, text: '' });
    return exitCode;
  } finally {
    progress.end();
  }
}

/** Rejects if the command has not ended some time after a signal. */
function overdue(stop: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    stop.addEventListener('abort', () => setTimeout(() => reject(stop.reason as Error), STOP_MS).unref());
  });
}
