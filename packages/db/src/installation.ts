import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';

/** What this code was installed as: a clone of the repository, or the npm package, which has the same folders. */
export interface Installation {
  readonly kind: 'clone' | 'package';
  /** Absolute path of the folder with prisma/, schema/ and packages/. */
  readonly root: string;
  /** Folder that relative paths in variables start from: of a clone its own, because npm runs scripts there. */
  readonly relativeTo: string;
  /** Folder of the embedded database and of downloads, where CAREERGRAPH_HOME is not set. */
  readonly defaultHome: string;
}

export const installation = findInstallation(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of a file or folder that is installed with the code: `installed('prisma/migrations')`. */
export function installed(path: string): string {
  return join(installation.root, path);
}

/** The clone's own scripts. Other commands go through `npm run careergraph`. */
const SCRIPTS: Readonly<Record<string, string>> = {
  start: 'npm start',
  data: 'npm run data',
  keys: 'npm run keys',
  'check-guides': 'npm run guides:check',
};

/**
 * A command line to copy, as this installation is called.
 *
 * @example
 * commandLine('data', 'rollback', 'oews'); // npm run data -- rollback oews, or careergraph data rollback oews
 */
export function commandLine(command: string, ...words: readonly string[]): string {
  if (installation.kind === 'package') return ['careergraph', command, ...words].join(' ');
  const script = SCRIPTS[command];
  if (script === undefined) return ['npm run careergraph --', command, ...words].join(' ');
  return words.length === 0 ? script : [script, '--', ...words].join(' ');
}

/** The same for a script that reads the output: in a clone, npm would print lines of its own before it. */
export function quietCommandLine(command: string, ...words: readonly string[]): string {
  return commandLine(command, ...words).replace(/^npm run /, 'npm run -s ');
}

function findInstallation(from: string): Installation {
  let root = from;
  while (!existsSync(join(root, 'prisma/migrations'))) {
    if (dirname(root) === root) {
      throw new Error(`No folder above ${from} has prisma/migrations. CareerGraph is not completely installed.`);
    }
    root = dirname(root);
  }
  if (existsSync(join(root, 'pnpm-workspace.yaml'))) {
    return { kind: 'clone', root, relativeTo: root, defaultHome: join(root, '.careergraph') };
  }
  return {
    kind: 'package',
    root,
    relativeTo: process.cwd(),
    // An update or `npm ci` replaces the folder of the package with everything in it.
    defaultHome: envPaths('careergraph', { suffix: '' }).data,
  };
}
