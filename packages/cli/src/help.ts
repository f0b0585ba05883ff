import { commandLine, DATABASE_ENVIRONMENT, quietCommandLine } from '@careergraph/db';
import type { Importer } from '@careergraph/releases';
import type { Command } from './command.js';

const EXIT_CODES = `Exit codes: 0 done, or nothing to do; 1 failed or refused, and nothing was changed; 2 invalid usage or
environment; 3 another process is importing or has the embedded database open; 130, 143 stopped by Ctrl-C or SIGTERM.`;

const COMMON = [
  ['--json', `print one JSON document, errors included; for a script: "${quietCommandLine('data', '…')}"`],
  ['--help', 'print this text'],
  ['--version', 'print the version'],
] as const;

/** A word of a command line, quoted for a shell if it needs to be. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

export function generalHelp(commands: readonly Command[], importers: readonly Importer[]): string {
  return `usage: ${commandLine('data', '<command>')} [arguments] [--json] [--help]

Manages official figures: imports published files, lists and compares releases, and selects the release that answers
queries by default. Servers on the same Postgres database show a change within 5 s. Only one process can open the
embedded database, so stop the server first.

Commands (${commandLine('data', '<command>', '--help')} for details):
${aligned(commands.map(({ name, parameters, summary }) => [`${name} ${parameters}`, summary]))}

Sources (use the name or the ID in parentheses):
${aligned(importers.map(({ name, source, summary }) => [`${name}`, `${summary} (${source.id})`]))}

Options of every command:
${aligned(COMMON)}

Environment:
${aligned(Object.entries(DATABASE_ENVIRONMENT))}

${EXIT_CODES}`;
}

export function commandHelp({ name, parameters, summary, details, options, examples }: Command): string {
  const own = Object.entries(options).map(([option, { value, help }]): readonly [string, string] => [
    `--${option}${value === undefined ? '' : ` ${value}`}`,
    help,
  ]);
  return `usage: ${commandLine('data', name)}${parameters && ` ${parameters}`}${own.map(([option]) => ` [${option}]`).join('')} [--json]

${summary.charAt(0).toUpperCase()}${summary.slice(1)}.
${details}

Options:
${aligned([...own, ...COMMON])}

Examples:
${examples.map(([given, does]) => `  ${commandLine('data', name)}${given && ` ${given}`}\n      ${does}`).join('\n')}

${EXIT_CODES}`;
}

export function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n');
}
