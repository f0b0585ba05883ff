// npm run dev: serves the TypeScript source and restarts the server after an edit.
// esbuild writes each package's src to .dev, and the server runs that. A loader such as tsx would need no files, but its
// hooks slow the start by more than a third.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, setUp } from './setup.mjs';

await setUp('dev');
const { formatMessages, transform } = await import('esbuild');
// node:fs loses sight of a file that another one replaces, as git and many editors do.
const { watch } = await import('chokidar');
const packages = readdirSync(join(root, 'packages')).filter((name) =>
  readFileSync(join(root, 'packages', name, 'package.json'), 'utf8').includes('./.dev/'),
);

/** Workspace packages may change, and Prisma's client is used by its path only. */
const NOT_LOADED = /^@careergraph\/|^@prisma\/(client|schema-engine-wasm)$/;
/** The embedded database compiles its WebAssembly once per process. */
const WARM_UP = {
  db: `import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
const empty = await readFile(new URL('../src/generated/empty-database.tar.gz', import.meta.url));
globalThis.warm = await PGlite.create({ loadDataDir: new Blob([empty], { type: 'application/gzip' }) });
`,
};

/** Writes one source file as JavaScript, and deletes the JavaScript of a source file that is gone. */
async function emit(name, file) {
  const source = join(root, 'packages', name, 'src', file);
  const target = join(root, 'packages', name, '.dev', file.replace(/\.ts$/, '.js'));
  if (!existsSync(source)) return rmSync(target, { force: true });
  mkdirSync(dirname(target), { recursive: true });
  const { code } = await transform(readFileSync(source, 'utf8'), {
    loader: 'ts',
    target: 'es2023',
    sourcefile: source,
    sourcemap: 'inline',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  writeFileSync(target, code);
}

/** Modules that load what a package depends on. Each imports its own dependencies, as pnpm gives them to nobody else. */
function writeDependencies(name) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  const imports = Object.keys(dependencies).filter((dependency) => !NOT_LOADED.test(dependency));
  const target = join(root, 'packages', name, '.dev/dependencies.js');
  writeFileSync(target, imports.map((dependency) => `import '${dependency}';\n`).join('') + (WARM_UP[name] ?? ''));
  return target;
}

let server;
let standby;
let timer;
let stopping = false;
const dependencies = [];

function launch() {
  const main = join(root, 'packages/careergraph/.dev/main.js');
  const args = [join(root, 'scripts/dev-standby.mjs'), ...dependencies, '--', main, 'start', ...process.argv.slice(2)];
  const options = ['--conditions=@careergraph/dev', '--enable-source-maps'];
  return spawn(process.execPath, [...options, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
}

function start() {
  const started = standby ?? launch();
  standby = undefined;
  server = started;
  started.send('start');
  // Not at once: it would take processor time from the start.
  setTimeout(() => {
    standby ??= launch();
  }, 3_000);
  started.on('exit', (code) => {
    if (server === started) server = undefined;
    if (stopping) process.exit(code ?? 0);
    if (code !== 0) console.error('The server has stopped. It starts again after the next edit.');
  });
}

/** Editors and git write several files at once, so wait for the last of them. */
function restartSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (server === undefined) return start();
    // Another edit may come while the server stops. It must not start two.
    server.off('exit', start).once('exit', start);
    server.kill('SIGTERM');
  }, 30);
}

async function changed(name, file) {
  try {
    await emit(name, file);
    restartSoon();
  } catch (error) {
    const messages = await formatMessages(error.errors ?? [{ text: String(error) }], { kind: 'error' });
    console.error(`${messages.join('')}The server keeps running the code from before this edit.`);
  }
}

for (const name of packages) {
  rmSync(join(root, 'packages', name, '.dev'), { recursive: true, force: true });
  const src = join(root, 'packages', name, 'src');
  const files = readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.ts'));
  await Promise.all(files.map((file) => emit(name, file)));
  dependencies.push(writeDependencies(name));
  watch(src, { ignoreInitial: true }).on(
    'all',
    (_, path) => path.endsWith('.ts') && changed(name, relative(src, path)),
  );
}
watch(join(root, 'packages/guides'), { ignoreInitial: true }).on(
  'all',
  (_, path) => /\.(yaml|csv)$/.test(path) && restartSoon(),
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true;
    if (server === undefined) process.exit(0);
    server.kill(signal);
  });
}
start();
