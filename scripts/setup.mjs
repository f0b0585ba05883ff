// Installs and builds a fresh clone. Uses Node's own modules only, because nothing is installed yet.
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './child.mjs';
import { step } from './progress.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const MIN_NODE = [20, 19];
const SOURCES = ['prisma', 'schema', 'packages', 'package.json', 'tsconfig.base.json', 'turbo.json', 'pnpm-lock.yaml'];
/** Packages that run the service. Their code is what the build writes, so `tsc` must not believe that it wrote it. */
const SERVICE = ['domain', 'db', 'extract', 'releases', 'sources', 'content', 'cli', 'server', 'careergraph'];
const MAIN = 'packages/careergraph/dist/main.js';

/** The turbo tasks of each build, the paths they read, and a path they write. */
const BUILDS = {
  all: { tasks: ['build', 'compile'], reads: SOURCES, writes: MAIN },
  // Those who only run it or its tests need no check of types.
  test: { tasks: ['build'], reads: SOURCES, writes: MAIN, compiled: [...SERVICE, 'testkit'] },
  server: { tasks: [], reads: SOURCES, writes: MAIN, compiled: SERVICE, hasPlayground: true },
  cli: { tasks: [], reads: SOURCES, writes: MAIN, compiled: SERVICE },
  // A server that runs on its source still needs Prisma's client and the playground.
  dev: {
    tasks: ['generate', '@careergraph/playground#build'],
    reads: [
      'prisma',
      'schema/examples',
      'packages/db/scripts',
      'packages/playground',
      'packages/sdk/README.md',
      'pnpm-lock.yaml',
    ],
    writes: 'packages/playground/dist',
  },
  unit: {
    tasks: ['generate'],
    reads: ['prisma', 'packages/db/scripts', 'pnpm-lock.yaml'],
    writes: 'packages/db/src/generated',
  },
};

/** Builds that have written all that a smaller one would. */
const ENOUGH = {
  test: ['test', 'all'],
  server: ['server', 'test', 'all'],
  cli: ['cli', 'server', 'test', 'all'],
};

/**
 * Installs the pinned dependencies and builds. Skips each step if nothing has changed since the last run.
 * Prints to stderr only.
 *
 * @param {keyof typeof BUILDS} name what to build
 */
export async function setUp(name = 'all') {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1])) {
    fail(`CareerGraph needs Node ${MIN_NODE.join('.')} or newer. This is ${process.versions.node}.`);
  }
  await install();
  await build(name);
}

/** Runs a program from node_modules and returns its exit code. */
export function runInstalled(file, args, options = {}) {
  const program = join(root, 'node_modules', file);
  return runToEnd(process.execPath, [program, ...args], { cwd: root, env: environment(), ...options });
}

/** Puts node_modules/.bin first on the PATH, where turbo looks for pnpm. */
function environment() {
  return {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
}

async function install() {
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'));
  const wanted = createHash('sha256').update(lock).update(process.version).digest('hex');
  const stamp = join(root, 'node_modules', '.careergraph-installed');
  if (holds(stamp, wanted)) return;
  // Without the stamp, the next run completes an interrupted install.
  rmSync(stamp, { force: true });
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const args = ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'];
  await stepOrFail(
    `Installing dependencies with ${packageManager}`,
    npx,
    args,
    {
      shell: process.platform === 'win32',
      env: { ...process.env, CI: 'true', ...homeFor(process.env) },
    },
    'The dependencies could not be installed. The error is above. Check that the npm registry is reachable.',
  );
  writeFileSync(stamp, wanted);
}

/** Runs a program as a step: its output is shown only if it fails. */
function stepOrFail(name, file, args, options, failure) {
  return step(name, async (detail) => {
    let output = '';
    const code = await runToEnd(file, args, {
      cwd: root,
      ...options,
      onOutput: (text) => {
        output += text;
        const [, resolved, added] = /.*resolved (\d+).*added (\d+)/.exec(text) ?? [];
        if (added !== undefined) detail(`${added} of ${resolved} packages`);
      },
    });
    return { code, output };
  }).then(({ code, output }) => {
    if (code === 0) return;
    process.stderr.write(output);
    fail(failure, code);
  });
}

/** npx and pnpm need a home folder for their caches; a service's user often cannot write to one, so make a temporary one. */
function homeFor({ HOME }) {
  try {
    accessSync(homedir(), constants.W_OK);
    return {};
  } catch {
    const home = mkdtempSync(join(tmpdir(), 'careergraph-install-'));
    process.once('exit', () => rmSync(home, { recursive: true, force: true }));
    console.error(
      `${HOME ?? homedir()} is not writable. This install keeps its caches in ${home} and deletes them at the end.`,
    );
    return { HOME: home, npm_config_cache: join(home, '.npm') };
  }
}

/** turbo knows what is up to date, but takes seconds to say so; comparing a fingerprint of the sources does not. */
async function build(name) {
  const { tasks, reads, writes, compiled, hasPlayground } = BUILDS[name];
  const stampOf = (set) => join(root, 'node_modules', `.careergraph-built-${set}`);
  const wanted = fingerprint(reads);
  // What builds more has built this, too, if it read the same.
  const enough = ENOUGH[name] ?? [name];
  if (enough.some((set) => holds(stampOf(set), wanted)) && existsSync(join(root, writes))) return;
  // The builds that read the same write the same files.
  for (const [set, other] of Object.entries(BUILDS)) if (other.reads === reads) rmSync(stampOf(set), { force: true });
  if (compiled !== undefined) await buildService(compiled, hasPlayground);
  if (tasks.length > 0) {
    const turbo = join(root, 'node_modules/turbo/bin/turbo');
    await buildStep('Building', [turbo, 'run', ...tasks, '--output-logs=errors-only', '--no-update-notifier']);
  }
  writeFileSync(stampOf(name), wanted);
}

async function buildService(compiled, hasPlayground) {
  const at = (path) => join(root, 'packages', path);
  await buildStep('Generating the database client', [at('db/scripts/generate.mjs')], at('db'));
  await buildStep('Creating the empty database', [at('db/scripts/write-empty-database.mjs')], at('db'));
  for (const name of compiled) rmSync(at(`${name}/tsconfig.tsbuildinfo`), { force: true });
  await buildStep('Compiling', [join(root, 'scripts/transpile.mjs'), ...compiled.map((name) => at(name))]);
  if (hasPlayground) {
    const vite = at('playground/node_modules/vite/bin/vite.js');
    await buildStep('Building the playground', [vite, 'build', '--logLevel', 'warn'], at('playground'));
  }
}

function buildStep(name, args, cwd = root) {
  const options = { cwd, env: environment() };
  return stepOrFail(name, process.execPath, args, options, 'The build failed. The error is above.');
}

/** SHA-256 of the names and contents of all source files under the given paths. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const skip = new Set(['node_modules', 'dist', '.dev', '.turbo', 'test']);
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (skip.has(entry.name) || entry.name.endsWith('.tsbuildinfo')) continue;
      const child = join(path, entry.name);
      // Guides are read at each start, not built. The build itself writes Prisma's client.
      if (['packages/guides', 'packages/db/src/generated'].some((path) => child === join(root, path))) continue;
      if (entry.isDirectory()) visit(child);
      else hash.update(child).update(readFileSync(child));
    }
  };
  for (const path of paths) {
    const full = join(root, path);
    if (path.includes('.')) hash.update(readFileSync(full));
    else visit(full);
  }
  return hash.digest('hex');
}

function holds(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function fail(message, code = 1) {
  console.error(message);
  process.exit(code);
}
