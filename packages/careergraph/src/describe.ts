import type { Described } from './command.js';

/** Options of every command. */
export const OPTIONS = {
  help: { help: 'print how to call it' },
  version: { help: 'print the version' },
} as const;

const JSON_OPTION = { json: { help: 'print one JSON document' } } as const;

export const JSON_AND_HELP = { ...JSON_OPTION, ...OPTIONS };

export async function describeData(): Promise<Described> {
  const { DATA_COMMANDS } = await import('@careergraph/cli');
  const commands = DATA_COMMANDS.map(({ name, parameters, summary, options }) => {
    return [name, { parameters, summary, options: { ...options, ...JSON_OPTION, ...OPTIONS } }] as const;
  });
  return { parameters: '', options: { ...JSON_OPTION, ...OPTIONS }, commands: Object.fromEntries(commands) };
}

export async function describeKeys(): Promise<Described> {
  const { KEYS_COMMANDS } = await import('@careergraph/cli');
  const commands = Object.entries(KEYS_COMMANDS).map(([name, { usage, summary, options }]) => {
    const own = Object.fromEntries(options.map((option) => [option, { help: '', value: option.toUpperCase() }]));
    return [name, { parameters: usage, summary, options: { ...own, ...JSON_OPTION, ...OPTIONS } }] as const;
  });
  return { parameters: '', options: { ...JSON_OPTION, ...OPTIONS }, commands: Object.fromEntries(commands) };
}
