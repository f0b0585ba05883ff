// npm run sdk:pack [folder]: builds the SDK and writes careergraph-sdk.tgz to the folder. Default: artifacts/.
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const folder = resolve(process.argv[2] ?? at('../../artifacts'));
mkdirSync(folder, { recursive: true });
execFileSync(process.execPath, [at('scripts/build.mjs')], { stdio: 'inherit' });
const [{ filename }] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: at('.'),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }),
);
const tarball = join(folder, 'careergraph-sdk.tgz');
renameSync(join(folder, filename), tarball);
console.log(tarball);
