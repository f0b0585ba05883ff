import { DATABASE_ENVIRONMENT } from '@careergraph/db';
import type { Importer } from '@careergraph/releases';
import type { Command } from './command.js';

const RUN = 'npm run data --';

const EXIT_CODES = `Exit codes: 0 done, or nothing to do; 1 failed or refused, and nothing was changed; 2 wrong usage or
environment; 3 another process imports or has the embedded database open; 130 and 143 stopped by Ctrl-C or SIGTERM.`;

const COMMON = [
  ['--json', 'one JSON document on stdout, an error too; run it with "npm run -s data --" or "node scripts/data.mjs"'],
  ['--help', 'this text'],
] as const;

/** `npm run data -- rollback oews`, to be copied. */
export function commandLine(...words: readonly string[]): string {
  return [RUN, ...words].join(' ');
}

export function generalHelp(commands: readonly Command[], importers: readonly Importer[]): string {
  return `usage: ${RUN} <command> [arguments] [--json] [--help]

Official figures, in and out of the database: imports what agencies publish, says what is loaded and what changed, and
decides which release answers. Servers on the same Postgres database show a change within 5 s; the embedded database
belongs to one process, so stop the server first.

Commands (${RUN} <command> --help says more):
${aligned(commands.map(({ name, parameters, summary }) => [`${name} ${parameters}`, summary]))}

Sources (a source's id works as well as its name):
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
  return `usage: ${RUN} ${name}${parameters && ` ${parameters}`}${own.map(([option]) => ` [${option}]`).join('')} [--json]

${summary.charAt(0).toUpperCase()}${summary.slice(1)}.
${details}

Options:
${aligned([...own, ...COMMON])}

Examples:
${examples.map(([given, does]) => `  ${RUN} ${name}${given && ` ${given}`}\n      ${does}`).join('\n')}

${EXIT_CODES}`;
}

function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n');
}
