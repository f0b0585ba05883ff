import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Importer } from '@careergraph/releases';
import { type Command, type Given, UsageError } from './command.js';

/** Understood by every command. */
const COMMON = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;

export interface CommandLine {
  /** Null where only `--help` stands there. */
  readonly command: Command | null;
  readonly help: boolean;
  readonly json: boolean;
  readonly given: Given;
}

/**
 * Reads the command line by Node's own parser: seven commands with few options need no library.
 *
 * @throws UsageError
 */
export function readCommandLine(argv: readonly string[], commands: readonly Command[]): CommandLine {
  const at = argv.findIndex((argument) => !['--json', '--help', '-h'].includes(argument));
  const name = argv[at];
  const command = commands.find((candidate) => candidate.name === name) ?? null;
  if (name !== undefined && !command) {
    throw new UsageError(`There is no command ${JSON.stringify(name)}: give ${listed(commands.map((it) => it.name))}.`);
  }
  const options: ParseArgsConfig['options'] = { ...COMMON };
  for (const [option, { type }] of Object.entries(command?.options ?? {})) options[option] = { type };
  const { values, positionals } = parsed(argv.toSpliced(at < 0 ? argv.length : at, 1), options);
  const { help = false, json = false, ...others } = values;
  const line = { command, help: help === true, json: json === true, given: { positionals, options: others } };
  if (!command && !line.help) throw new UsageError('A command is missing.');
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

/** The importer by its own name or its source's id. */
export function importerNamed(name: string | undefined, importers: readonly Importer[]): Importer {
  const found = importers.find((importer) => importer.name === name || importer.source.id === name);
  if (found) return found;
  const names = listed(importers.map((importer) => importer.name));
  if (name === undefined) throw new UsageError(`The source is missing: give ${names}.`);
  throw new UsageError(`There is no source ${JSON.stringify(name)}: give ${names}.`);
}

/** `<source>/<release>` */
export function releaseNamed(
  name: string | undefined,
  importers: readonly Importer[],
): { readonly importer: Importer; readonly key: string } {
  const example = (importer: Importer | undefined) => importer && `${importer.name}/${importer.releaseKey.example}`;
  if (name === undefined)
    throw new UsageError(`The release is missing: give <source>/<release>, e.g. ${example(importers[0])}.`);
  const [source, ...rest] = name.split('/');
  const importer = importerNamed(source, importers);
  const key = rest.join('/');
  if (key !== '') return { importer, key };
  throw new UsageError(`${JSON.stringify(name)} names no release: give <source>/<release>, e.g. ${example(importer)}.`);
}

/** Refuses what stands there beyond what a command takes. */
export function atMost(positionals: readonly string[], count: number): void {
  const beyond = positionals.slice(count);
  if (beyond.length > 0) throw new UsageError(`${beyond.map((it) => JSON.stringify(it)).join(' ')} is too much.`);
}

/** A number that is not negative, or the default. */
export function numberOption(given: Given, name: string, byDefault: number, form: RegExp): number {
  const text = given.options[name];
  if (text === undefined) return byDefault;
  if (typeof text === 'string' && form.test(text)) return Number(text);
  throw new UsageError(`--${name} is ${JSON.stringify(text)}: give a number such as ${byDefault}.`);
}
