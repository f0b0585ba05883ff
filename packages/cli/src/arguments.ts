import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Importer } from '@careergraph/releases';
import { type Command, type Given, UsageError } from './command.js';

/** Options of every command. */
const COMMON = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;

export interface CommandLine {
  /** Null if `--help` is given without a command. */
  readonly command: Command | null;
  readonly help: boolean;
  readonly json: boolean;
  readonly given: Given;
}

/**
 * Parses the command line with Node's own parser: eight commands with few options need no library.
 *
 * @throws UsageError
 */
export function readCommandLine(argv: readonly string[], commands: readonly Command[]): CommandLine {
  const at = argv.findIndex((argument) => !['--json', '--help', '-h'].includes(argument));
  const name = argv[at];
  const command = commands.find((candidate) => candidate.name === name) ?? null;
  if (name !== undefined && !command) {
    throw new UsageError(
      `Unknown command ${JSON.stringify(name)}. Use ${listed(commands.map((candidate) => candidate.name))}.`,
    );
  }
  const options: ParseArgsConfig['options'] = { ...COMMON };
  for (const [option, { type }] of Object.entries(command?.options ?? {})) options[option] = { type };
  const { values, positionals } = parsed(argv.toSpliced(at < 0 ? argv.length : at, 1), options);
  const { help = false, json = false, ...others } = values;
  const line = { command, help: help === true, json: json === true, given: { positionals, options: others } };
  if (!command && !line.help) throw new UsageError('Missing command.');
  return line as CommandLine;
}

function parsed(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!String(Reflect.get(error as object, 'code')).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError((error as Error).message);
  }
}

/** `a, b or c` */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Finds an importer by its name or by the ID of its source. */
export function importerNamed(name: string | undefined, importers: readonly Importer[]): Importer {
  const found = importers.find((importer) => importer.name === name || importer.source.id === name);
  if (found) return found;
  const names = listed(importers.map((importer) => importer.name));
  if (name === undefined) throw new UsageError(`Missing source. Use ${names}.`);
  throw new UsageError(`Unknown source ${JSON.stringify(name)}. Use ${names}.`);
}

/** Parses `<source>/<release>`. */
export function releaseNamed(
  name: string | undefined,
  importers: readonly Importer[],
): { readonly importer: Importer; readonly key: string } {
  const example = (importer: Importer | undefined) => importer && `${importer.name}/${importer.releaseKey.example}`;
  if (name === undefined)
    throw new UsageError(`Missing release. Use <source>/<release>, e.g. ${example(importers[0])}.`);
  const [source, ...rest] = name.split('/');
  const importer = importerNamed(source, importers);
  const key = rest.join('/');
  if (key !== '') return { importer, key };
  throw new UsageError(
    `${JSON.stringify(name)} does not name a release. Use <source>/<release>, e.g. ${example(importer)}.`,
  );
}

/** Refuses more positional arguments than a command takes. */
export function atMost(positionals: readonly string[], count: number): void {
  const extra = positionals.slice(count).map((argument) => JSON.stringify(argument));
  if (extra.length > 0)
    throw new UsageError(`Unexpected ${extra.length > 1 ? 'arguments' : 'argument'} ${extra.join(' ')}.`);
}

/** The value of a numeric option, or its default. */
export function numberOption(given: Given, name: string, defaultValue: number, form: RegExp): number {
  const text = given.options[name];
  if (text === undefined) return defaultValue;
  if (typeof text === 'string' && form.test(text)) return Number(text);
  throw new UsageError(`Invalid value ${JSON.stringify(text)} for --${name}. Use a number such as ${defaultValue}.`);
}
