// npm run dev: serves the TypeScript source and restarts the server after an edit.
// esbuild writes each package's src to .dev, and the server runs that. A loader such as tsx would need no files, but its
// hooks slow the start by more than a third.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, setUp } from './setup.mjs';

await setUp('dev');
const { transform } = await import('esbuild');
const packages = readdirSync(join(root, 'packages')).filter((name) =>
  readFileSync(join(root, 'packages', name, 'package.json'), 'utf8').includes('./.dev/'),
);

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

let server;
let timer;
let stopping = false;

function start() {
  const main = join(root, 'packages/server/.dev/main.js');
  const args = ['--conditions=@careergraph/dev', '--enable-source-maps', main, ...process.argv.slice(2)];
  const started = spawn(process.execPath, args, { stdio: 'inherit' });
  server = started;
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
    server.once('exit', start);
    server.kill('SIGTERM');
  }, 30);
}

async function changed(name, file) {
  try {
    await emit(name, file);
    restartSoon();
  } catch {
    // esbuild has printed the syntax error. The server runs on until it is fixed.
  }
}

for (const name of packages) {
  rmSync(join(root, 'packages', name, '.dev'), { recursive: true, force: true });
  const src = join(root, 'packages', name, 'src');
  const files = readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.ts'));
  await Promise.all(files.map((file) => emit(name, file)));
  watch(src, { recursive: true }, (_, file) => file?.endsWith('.ts') && changed(name, file));
}
watch(join(root, 'packages/guides'), { recursive: true }, (_, file) => file?.endsWith('.yaml') && restartSoon());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true;
    if (server === undefined) process.exit(0);
    server.kill(signal);
  });
}
start();
