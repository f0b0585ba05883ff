import { commandLine } from '@careergraph/db/installation';
import leven from 'leven';
import type { Command } from './command.js';
import { describeData, describeKeys, JSON_AND_HELP, OPTIONS } from './describe.js';

export const commands: Readonly<Record<string, Command>> = {
  start: {
    summary: 'serves the API and the playground (the default)',
    run: async (argv) => (await import('@careergraph/server')).runStart(argv),
    describe: async () => ({ parameters: '', options: OPTIONS }),
  },
  data: {
    summary: 'imports official figures, lists and compares releases, and selects which answer',
    run: async (argv) => {
      const { runCommandLine, surroundings } = await import('@careergraph/cli');
      return runCommandLine(argv, surroundings());
    },
    describe: describeData,
  },
  keys: {
    summary: 'creates, lists, rotates, and revokes the API keys of callers',
    run: async (argv) => {
      const { runKeys, standardStreams } = await import('@careergraph/cli');
      return runKeys(argv, standardStreams());
    },
    describe: describeKeys,
  },
  'check-guides': {
    summary: 'reports the errors in guides and starter figures',
    run: async (argv) => (await import('@careergraph/content')).checkGuides(argv),
    describe: async () => ({ parameters: '[folder]', options: OPTIONS }),
  },
  backup: {
    summary: 'writes the embedded database to a file, also while a server runs',
    run: async (argv) => {
      const { runBackup, surroundings } = await import('@careergraph/cli');
      return runBackup(argv, surroundings());
    },
    describe: async () => ({
      parameters: '<file>',
      options: { force: { help: 'replace the file' }, ...JSON_AND_HELP },
    }),
  },
  restore: {
    summary: 'puts the database of a backup in place of the embedded database',
    run: async (argv) => {
      const { runRestore, surroundings } = await import('@careergraph/cli');
      return runRestore(argv, surroundings());
    },
    describe: async () => ({ parameters: '<file>', options: JSON_AND_HELP }),
  },
  doctor: {
    summary: 'checks the installation and its database, and says what to do',
    run: async (argv) => {
      const { runDoctor, surroundings } = await import('@careergraph/cli');
      return runDoctor(argv, surroundings());
    },
    describe: async () => ({ parameters: '', options: JSON_AND_HELP }),
  },
  completion: {
    summary: 'prints a script that lets a shell complete commands, options, and sources',
    run: async (argv) => (await import('./completion.js')).printCompletion(argv),
    describe: async () => ({ parameters: '<shell>', options: OPTIONS }),
  },
  // The scripts of the shells call it at each Tab.
  complete: {
    summary: '',
    run: async (argv) => (await import('./completion.js')).complete(argv, commands),
    describe: async () => ({ parameters: '', options: {} }),
  },
};

export function generalHelp(): string {
  const listed = Object.entries(commands).filter(([, { summary }]) => summary !== '');
  const width = Math.max(...listed.map(([name]) => name.length)) + 2;
  return `usage: ${commandLine('<command>')} [arguments]

CareerGraph answers questions about careers, wages, and credentials, each figure with its source.

Commands (${commandLine('<command>', '--help')} for details):
${listed.map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`).join('\n')}

Options:
  --help     print this text
  --version  print the version

Exit codes: 0 done; 2 unknown command; others as the command's help says.`;
}

/** Says which command was probably meant. */
export function unknownCommand(name: string): string {
  const names = Object.keys(commands).filter((other) => commands[other]?.summary !== '');
  const nearest = names.toSorted((a, b) => leven(a, name) - leven(b, name))[0] as string;
  // A word that shares hardly a letter with any command is no misspelling of one.
  const hint = leven(nearest, name) < nearest.length / 2 ? `Did you mean "${nearest}"?` : `Use ${names.join(', ')}.`;
  return `Unknown command ${JSON.stringify(name)}. ${hint}\nSee: ${commandLine('--help')}`;
}
