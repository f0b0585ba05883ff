import { readFileSync } from 'node:fs';

/** Loaded with the first line of the program, so it needs nothing that an old Node may not have. */
const { version, engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
  readonly engines: { readonly node: string };
};

/**
 * Runs one command of CareerGraph; without one, `start`.
 *
 * @param argv the arguments of the program: `['data', 'list', '--json']`
 * @returns the exit code: that of the command; 2 for an unknown one
 */
export async function run(argv: readonly string[]): Promise<number> {
  const [name = 'start', ...rest] = argv;
  const needed = engines.node.replace('>=', '');
  if (isOlder(process.versions.node, needed)) {
    console.error(`CareerGraph needs Node ${needed} or newer. This is ${process.versions.node}.`);
    return 1;
  }
  if (argv.includes('--version')) {
    console.log(`careergraph ${version}`);
    return 0;
  }
  const { commands, generalHelp, unknownCommand } = await import('./commands.js');
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(generalHelp());
    return 0;
  }
  const command = commands[name];
  if (command !== undefined) return command.run(rest);
  console.error(unknownCommand(name));
  return 2;
}

function isOlder(version: string, needed: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}
