import { parseArgs } from 'node:util';
import {
  commandLine,
  DATABASE_ENVIRONMENT,
  databaseOf,
  databaseVariables,
  openDatabase,
  quietCommandLine,
  readVariables,
} from '@careergraph/db';
import { UsageError } from '../command.js';
import { failureOf } from '../failure.js';
import type { Surroundings } from '../surroundings.js';
import { KEYS_COMMANDS, type KeysReport } from './commands.js';
import { DEFAULT_KEY_BUDGET } from './options.js';

const OPTIONS = {
  origin: { type: 'string', multiple: true },
  budget: { type: 'string' },
  grace: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const aligned = (rows: readonly (readonly [string, string])[]) =>
  rows.map(([left, right]) => `  ${left.padEnd(52)}${right}`).join('\n');

const USAGE = `usage: ${commandLine('keys', '<command>')} [arguments] [--json] [--help]

Manages the API keys of callers. A caller sends its key as "Authorization: Bearer cg_…". Servers on the same Postgres
database learn of a change within 3 s. Only one process can open the embedded database: stop the server, run the
command, and start the server again. To put a new key in a variable: KEY=$(${quietCommandLine('keys', 'create', '"Partner"')}).

Commands:
${aligned(Object.values(KEYS_COMMANDS).map(({ usage, summary }) => [usage, summary]))}

Options:
${aligned([
  ['--origin ORIGIN', 'of create: a site whose pages may use the key (browser key); can be repeated'],
  ['--budget COST', `of create: cost per minute, 0 for no limit (default ${DEFAULT_KEY_BUDGET})`],
  ['--grace TIME', 'of rotate: how long the old secret is accepted: 30m, 24h, up to 30d (default 0)'],
  ['--json', `print one JSON document, errors included; for a script: "${quietCommandLine('keys', '…')}"`],
  ['--help', 'print this text'],
  ['--version', 'print the version'],
])}

Environment:
${aligned(Object.entries(DATABASE_ENVIRONMENT))}

Exit codes: 0 done; 1 failed, such as for an unknown key, and nothing was changed; 2 invalid usage or environment; 3 a
server has the embedded database open.`;

/**
 * Runs one command of `keys`. Errors are printed to stderr.
 *
 * @param argv the arguments after `keys`
 * @returns the exit code
 */
export async function runKeys(
  argv: readonly string[],
  { environment, stdout, stderr }: Omit<Surroundings, 'stop'>,
): Promise<number> {
  const asJson = argv.includes('--json');
  const print = ({ json, text, note }: KeysReport) =>
    new Promise<void>((resolve) => {
      stdout.write(`${asJson ? JSON.stringify(json, null, 2) : text}\n`, () => {
        if (note !== undefined && !asJson) stderr.write(`${note}\n`);
        resolve();
      });
    });
  try {
    const run = read(argv);
    if (run === null) {
      await print({ json: { help: USAGE }, text: USAGE });
      return 0;
    }
    const database = await openDatabase(databaseOf(readVariables(databaseVariables, environment)));
    try {
      const isShared = database.kind === 'postgres';
      await print(await database.session((sql) => run({ sql, isShared })));
    } finally {
      await database.close();
    }
    return 0;
  } catch (error) {
    const { exitCode, ...failure } = failureOf(error);
    const hint = error instanceof UsageError ? `\nSee: ${commandLine('keys', '--help')}` : '';
    stderr.write(`${failure.message}${hint}\n`);
    if (asJson) await print({ json: { error: failure }, text: '' });
    return exitCode;
  }
}

/** What to do in the database; null if help is asked for. */
function read(argv: readonly string[]) {
  const { values, positionals } = parsed(argv);
  if (values.help) return null;
  const [name, ...rest] = positionals;
  const command = name === undefined ? undefined : KEYS_COMMANDS[name];
  if (!command) {
    const names = Object.keys(KEYS_COMMANDS).join(', ');
    throw new UsageError(
      `${name === undefined ? 'Missing command' : `Unknown command ${JSON.stringify(name)}`}. Use one of ${names}.`,
    );
  }
  const { origin = [], budget, grace } = values;
  for (const option of ['origin', 'budget', 'grace'] as const) {
    if (values[option] !== undefined && !command.options.includes(option)) {
      throw new UsageError(`"${name}" takes no --${option}.`);
    }
  }
  return command.prepare({ positionals: rest, origin, budget, grace });
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
