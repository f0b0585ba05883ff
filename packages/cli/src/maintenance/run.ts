import {
  commandLine,
  DATABASE_ENVIRONMENT,
  type DatabaseEnvironment,
  databaseOf,
  databaseVariables,
  type Environment,
  readVariables,
} from '@careergraph/db';
import { readCommandLine } from '../arguments.js';
import { type Command, type Report, UsageError } from '../command.js';
import { failureOf } from '../failure.js';
import { aligned } from '../help.js';
import { displayProgress } from '../progress.js';
import type { Surroundings } from '../surroundings.js';

/** A command about the whole database: `backup`, `restore`, or `doctor`. */
export interface MaintenanceCommand extends Omit<Command, 'run'> {
  readonly exitCodes: string;
  run(given: Parameters<Command['run']>[0], context: MaintenanceContext): Promise<Report>;
}

export interface MaintenanceContext {
  /** The variables that name the database are read by the command: `doctor` reports what is wrong with them. */
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly onProgress: Parameters<Command['run']>[1]['onProgress'];
  say(line: string): void;
}

const COMMON = [
  ['--json', 'print one JSON document, errors included'],
  ['--help', 'print this text'],
] as const;

/** @throws EnvironmentError */
export function databaseNamed({ environment }: MaintenanceContext): DatabaseEnvironment {
  return databaseOf(readVariables(databaseVariables, environment));
}

/**
 * Runs the command. Errors are printed to stderr.
 *
 * @returns the exit code
 */
export async function runMaintenance(
  command: MaintenanceCommand,
  argv: readonly string[],
  { environment, stdout, stderr, stop }: Surroundings,
): Promise<number> {
  const progress = displayProgress(stderr, () => performance.now());
  const asJson = argv.includes('--json');
  const print = async ({ json, text }: Report) => {
    progress.end();
    const output = asJson ? JSON.stringify({ command: command.name, ...json }, null, 2) : text;
    await new Promise<void>((resolve) => stdout.write(`${output}\n`, resolve));
  };
  try {
    // The name of the command is no argument of its own here; the parser of the other commands expects it.
    const parsable: Command = { ...command, run: () => Promise.reject(new Error('not run by the parser')) };
    const { help, given } = readCommandLine([command.name, ...argv], [parsable]);
    if (help) {
      const text = helpOf(command);
      await print({ json: { help: text }, text });
      return 0;
    }
    const report = await command.run(given, {
      environment,
      signal: stop,
      onProgress: progress.show,
      say: progress.say,
    });
    await print(report);
    return report.exitCode ?? 0;
  } catch (error) {
    const { exitCode, ...failure } = failureOf(stop.aborted ? stop.reason : error);
    const hint = error instanceof UsageError ? `\nSee: ${commandLine(command.name, '--help')}` : '';
    progress.say(`${failure.message}${hint}`);
    if (asJson) await print({ json: { error: failure }, text: '' });
    return exitCode;
  } finally {
    progress.end();
  }
}

function helpOf({ name, parameters, summary, details, options, examples, exitCodes }: MaintenanceCommand): string {
  const own = Object.entries(options).map(([option, { help }]): readonly [string, string] => [`--${option}`, help]);
  const words = [parameters, ...own.map(([option]) => `[${option}]`), '[--json]'].filter(Boolean);
  return `usage: ${commandLine(name, ...words)}

${summary.charAt(0).toUpperCase()}${summary.slice(1)}.
${details}

Options:
${aligned([...own, ...COMMON])}

Environment:
${aligned(Object.entries(DATABASE_ENVIRONMENT))}

Examples:
${examples.map(([given, does]) => `  ${commandLine(name, ...(given === '' ? [] : [given]))}\n      ${does}`).join('\n')}

${exitCodes}`;
}
