import { commandLine } from '@careergraph/db/installation';
import type { Command, Described } from './command.js';
import { SCRIPTS } from './completion-scripts.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

const usage = `usage: ${commandLine('completion', '<shell>')}

Prints a script that lets a shell complete commands, options, and sources of "careergraph" with Tab. The shells are ${SHELLS.join(', ')}.
It needs "careergraph" on the PATH: npm install --global careergraph.

  bash  echo 'source <(careergraph completion bash)' >> ~/.bashrc
  zsh   echo 'source <(careergraph completion zsh)' >> ~/.zshrc
  fish  careergraph completion fish > ~/.config/fish/completions/careergraph.fish

Options:
  --help     print this text
  --version  print the version

Exit codes: 0 done, 2 invalid usage.`;

/** What may follow the words so far. */
interface Candidates {
  /** With what each of them is. */
  readonly words: readonly (readonly [word: string, help: string])[];
  /** `files`: a file may follow. `open`: a word goes on, without a space after it. */
  readonly otherwise: 'files' | 'words' | 'open';
}

/** Prints the script of a shell. */
export async function printCompletion([shell, ...rest]: readonly string[]): Promise<number> {
  if (shell === '--help' || shell === '-h') {
    console.log(usage);
    return 0;
  }
  const known = SHELLS.find((name) => name === shell);
  if (rest.length > 0 || known === undefined) {
    const wrong = rest[0] ?? shell;
    console.error(
      `${wrong === undefined ? 'Missing shell' : `Unknown shell ${JSON.stringify(wrong)}`}. Use ${SHELLS.join(', ')}.\n\n${usage}`,
    );
    return 2;
  }
  console.log(SCRIPTS[known]);
  return 0;
}

/** Answers a shell's script: `complete -- data import oe` prints what the last word may become. */
export async function complete(
  [, ...words]: readonly string[],
  commands: Readonly<Record<string, Command>>,
): Promise<number> {
  const current = words.at(-1) ?? '';
  const { words: found, otherwise } = await candidatesAfter(words.slice(0, -1), current, commands);
  for (const [word, help] of found) if (word.startsWith(current)) console.log(`${word}\t${help}`);
  console.log(`:${otherwise}`);
  return 0;
}

async function candidatesAfter(
  before: readonly string[],
  current: string,
  commands: Readonly<Record<string, Command>>,
): Promise<Candidates> {
  const [name, ...after] = before;
  if (name === undefined) {
    const named = Object.entries(commands).filter(([, { summary }]) => summary !== '');
    return words(named.map(([command, { summary }]) => [command, summary]));
  }
  let described = await commands[name]?.describe();
  if (described === undefined) return words([]);
  const own = after[0] === undefined ? undefined : described.commands?.[after[0]];
  const given = own ? after.slice(1) : after;
  if (!own && described.commands && !current.startsWith('-')) {
    return words(Object.entries(described.commands).map(([command, { summary }]) => [command, summary]));
  }
  described = own ?? described;
  const option = given.at(-1)?.startsWith('--') ? described.options[given.at(-1)?.slice(2) ?? ''] : undefined;
  if (option?.value !== undefined) return valuesOf(option.value);
  if (current.startsWith('-')) {
    return words(Object.entries(described.options).map(([word, { help }]) => [`--${word}`, help]));
  }
  return valuesOf(parameterOf(described, given));
}

/** The parameter that the next word is, as the help shows it; the last one may be repeated. */
function parameterOf({ parameters, options }: Described, given: readonly string[]): string {
  const positionals = given.filter((word, index) => {
    const before = given[index - 1];
    return !word.startsWith('-') && !(before?.startsWith('--') && options[before.slice(2)]?.value !== undefined);
  });
  const names = [...parameters.matchAll(/[<[]([^>\]]+)[>\]](\/<release>)?/g)].map(
    ([, parameter, release = '']) => parameter + release,
  );
  return names[Math.min(positionals.length, names.length - 1)] ?? '';
}

async function valuesOf(parameter: string): Promise<Candidates> {
  switch (parameter) {
    case 'shell':
      return words(SHELLS.map((shell) => [shell, '']));
    case 'source':
    case 'SOURCES':
      return words(await sources());
    case 'source/<release>':
      return {
        words: (await sources()).map(([source, help]) => [`${source}/`, help]),
        otherwise: 'open',
      };
    case '':
      return words([]);
    default:
      return { words: [], otherwise: 'files' };
  }
}

async function sources(): Promise<readonly (readonly [word: string, help: string])[]> {
  const { SOURCES } = await import('@careergraph/cli');
  return SOURCES.map(({ name, summary }) => [name, summary]);
}

function words(found: Candidates['words']): Candidates {
  return { words: found, otherwise: 'words' };
}
