// Brings a fresh clone to a built state, with Node's own modules only: nothing is installed at that point.
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

export const root = fileURLToPath(new URL('..', import.meta.url));
const MIN_NODE = [20, 19];
/** What a command prints is its own: all that goes before it is said on stderr. */
const SAYING = ['ignore', 2, 2];

/**
 * Installs the pinned dependencies and builds, each only where something has changed since; it speaks on stderr only.
 *
 * @param what the package to build with all that it needs; without it, every package
 */
export async function setUp(what) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1])) {
    fail(`CareerGraph needs Node ${MIN_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  }
  await install();
  await build(what);
}

/** Runs a program of node_modules and gives its exit code. */
export function runInstalled(file, args, options = {}) {
  const program = join(root, 'node_modules', file);
  return runToEnd(process.execPath, [program, ...args], { cwd: root, env: environment(), ...options });
}

/** Programs of node_modules first: turbo looks for pnpm on the PATH. */
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
  // Until it is done nothing is claimed: an interrupted install is completed by the next run.
  rmSync(stamp, { force: true });
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  console.error(`Installing dependencies with ${packageManager} …`);
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const code = await runToEnd(
    npx,
    ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'],
    {
      cwd: root,
      stdio: SAYING,
      shell: process.platform === 'win32',
      env: { ...process.env, CI: 'true', ...homeFor(process.env) },
    },
  );
  if (code !== 0) {
    fail('The dependencies could not be installed; what went wrong stands above. Is the npm registry reachable?', code);
  }
  writeFileSync(stamp, wanted);
}

/** A service's user often has no home to write to, which npx and pnpm need for their caches: then one for this time. */
function homeFor({ HOME }) {
  try {
    accessSync(homedir(), constants.W_OK);
    return {};
  } catch {
    const home = mkdtempSync(join(tmpdir(), 'careergraph-install-'));
    process.once('exit', () => rmSync(home, { recursive: true, force: true }));
    console.error(
      `${HOME ?? homedir()} cannot be written; the caches of this install stand in ${home} as long as it takes.`,
    );
    return { HOME: home, npm_config_cache: join(home, '.npm') };
  }
}

/** turbo itself knows what is up to date, but asking it costs seconds at every start; a fingerprint of the sources does not. */
async function build(what = 'all') {
  const stamp = join(root, 'node_modules', `.careergraph-built-${what}`);
  const wanted = fingerprint([
    'prisma',
    'schema',
    'packages',
    'package.json',
    'tsconfig.base.json',
    'turbo.json',
    'pnpm-lock.yaml',
  ]);
  if (holds(stamp, wanted) && existsSync(join(root, `packages/${what === 'all' ? 'server' : what}/dist/main.js`)))
    return;
  rmSync(stamp, { force: true });
  console.error('Building …');
  const code = await runInstalled(
    'turbo/bin/turbo',
    [
      ...['run', 'build', '--output-logs=errors-only', '--no-update-notifier'],
      ...(what === 'all' ? [] : [`--filter=@careergraph/${what}`]),
    ],
    { stdio: SAYING },
  );
  if (code !== 0) fail('The build failed; what went wrong stands above.', code);
  writeFileSync(stamp, wanted);
}

/** SHA-256 over the names and bytes of all sources below some paths. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const skip = new Set(['node_modules', 'dist', '.turbo', 'test']);
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (skip.has(entry.name) || entry.name.endsWith('.tsbuildinfo')) continue;
      const child = join(path, entry.name);
      // Content is read at each start, not built; Prisma's client is written by the build itself.
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
