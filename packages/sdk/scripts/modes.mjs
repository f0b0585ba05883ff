// Run by npm before it packs. npm writes the mode of each file into the tarball, which follows the umask of whoever
// checked out and built; all else of a tarball npm makes the same for everyone.
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
