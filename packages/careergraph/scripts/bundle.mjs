// The code of the npm package: the built packages of this workspace and what they import, in one folder. A bundle, because
// the libraries alone would take 190 MB, most of it Prisma's runtimes for other databases, and because one tarball is
// installed in seconds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Libraries that load files of their own by their path, so that they must be installed as they are. */
export const INSTALLED = ['@electric-sql/pglite', '@prisma/schema-engine-wasm', 'pino'];

/**
 * @param {string} folder where the code is written
 * @returns the folders of the libraries in the bundle, by name and version
 */
export async function bundle(folder) {
  const build = await rolldown({
    input: {
      main: at('dist/main.js'),
      // A thread of its own, which is started by its file.
      'embedded-worker': at('../db/dist/embedded-worker.js'),
    },
    platform: 'node',
    external: (id) => INSTALLED.some((name) => id === name || id.startsWith(`${name}/`)),
    onLog: (level, log, report) => {
      if (level === 'warn' && log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      if (log.code !== 'EVAL' && log.code !== 'CIRCULAR_DEPENDENCY') report(level, log);
    },
  });
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await build.close();
  return librariesOf(output.flatMap((chunk) => Object.keys(chunk.modules ?? {})));
}

function librariesOf(modules) {
  const libraries = new Map();
  for (const id of modules) {
    const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? [];
    if (folder === undefined || libraries.has(folder)) continue;
    libraries.set(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  }
  return libraries;
}
