import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(`runtimes/${path}`, import.meta.url));
const INSTALL = 'npm ci --ignore-scripts --prefix packages/sdk/test/packed/runtimes';

const WORKERD = at('node_modules/@cloudflare/workerd-linux-64/bin/workerd');
const BUN = at('node_modules/@oven/bun-linux-x64/bin/bun');
const DENO = at('node_modules/@deno/linux-x64-glibc/deno');
const NODE_22 = at('node_modules/node-22/bin/node');
const NODE_24 = at('node_modules/node-24/bin/node');
const EDGE_VM = at('node_modules/@edge-runtime/vm/package.json');

/** Commands that run a script of the project, by the name of the runtime. */
export const COMMANDS = {
  'Node 22, ESM': [NODE_22, 'ask.mjs'],
  'Node 22, CommonJS': [NODE_22, 'ask.cjs'],
  'Node 24, ESM': [NODE_24, 'ask.mjs'],
  'Node 24, CommonJS': [NODE_24, 'ask.cjs'],
  'Bun, ESM': [BUN, 'ask.mjs'],
  'Bun, CommonJS': [BUN, 'ask.cjs'],
  // It may use the network on this machine and nothing else: no file, no variable of the environment.
  Deno: [DENO, 'run', '--quiet', '--no-prompt', '--cached-only', '--allow-net=127.0.0.1', 'ask.mjs'],
  'an edge VM': [process.execPath, at('edge-vm.mjs'), 'dist/edge.js'],
} as const;

export const workerd = WORKERD;

const missing = [WORKERD, BUN, DENO, NODE_22, NODE_24, EDGE_VM].filter((path) => !existsSync(path));

/** Why the runtimes cannot be used, with the command that mends it; undefined where they can. */
export const whyNot = missing.length === 0 ? undefined : `${missing.length} are not installed: ${INSTALL}`;
