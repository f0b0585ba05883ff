// Brings a fresh clone to a built state, with Node's own modules only: nothing is installed at that point.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const MIN_NODE = [20, 19];

/** Installs the pinned dependencies and builds, each only where something has changed since. */
export function setUp() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1])) {
    fail(`CareerGraph needs Node ${MIN_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  }
  install();
  build();
}

/** Runs a program of node_modules and ends this process if it fails. */
export function run(file, args, options = {}) {
  const result = spawnSync(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: environment(options.env),
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Programs of node_modules first: turbo looks for pnpm on the PATH. */
function environment(more = {}) {
  return {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    ...more,
  };
}

function install() {
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'));
  const wanted = createHash('sha256').update(lock).update(process.version).digest('hex');
  const stamp = join(root, 'node_modules', '.careergraph-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  console.log(`Installing dependencies with ${packageManager} …`);
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const result = spawnSync(npx, ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, CI: 'true' },
  });
  if (result.status !== 0) {
    fail('The dependencies could not be installed; what went wrong stands above. Is the npm registry reachable?');
  }
  writeFileSync(stamp, wanted);
}

/** turbo itself knows what is up to date, but asking it costs seconds at every start; a fingerprint of the sources does not. */
function build() {
  const stamp = join(root, 'node_modules', '.careergraph-built');
  const wanted = fingerprint([
    'prisma',
    'schema/examples',
    'packages',
    'package.json',
    'tsconfig.base.json',
    'turbo.json',
    'pnpm-lock.yaml',
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Building …');
  run('turbo/bin/turbo', ['run', 'build', '--output-logs=errors-only', '--no-update-notifier']);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** SHA-256 over the names and bytes of all sources below some paths. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const skip = new Set(['node_modules', 'dist', 'generated', '.turbo', 'test']);
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (skip.has(entry.name) || entry.name.endsWith('.tsbuildinfo')) continue;
      const child = join(path, entry.name);
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

function fail(message) {
  console.error(message);
  process.exit(1);
}
