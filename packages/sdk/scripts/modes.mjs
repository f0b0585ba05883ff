// Runs before npm packs. Sets the same file modes everywhere: npm copies them into the tarball, and they depend on the
// umask. The rest of the tarball is already the same on every machine.
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

for (const name of ['package.json', 'README.md', 'LICENSE', ...files]) {
  const path = join(root, name);
  if (!existsSync(path)) continue;
  const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }) : [];
  for (const file of [path, ...inside.map((name) => join(path, name))]) {
    if (statSync(file).isFile()) chmodSync(file, 0o644);
  }
}
