import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The entry points: `index` for the package itself, otherwise the subpath, with its declarations and its source. */
export const entries = Object.entries(JSON.parse(readFileSync(at('package.json'), 'utf8')).exports)
  .filter(([, { import: imported }]) => imported !== undefined && existsSync(at(imported.types)))
  .map(([path, { import: imported }]) => ({
    name: path === '.' ? 'index' : path.slice(2),
    types: at(imported.types),
    source: at(imported.types.replace('dist/esm', 'src').replace(/\.d\.ts$/, '.ts')),
  }));
