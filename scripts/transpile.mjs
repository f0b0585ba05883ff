// node scripts/transpile.mjs <package folder …>: writes each package's src as JavaScript to its dist, without a look at the
// types. Those who only run it need none, and `npm run compile` does it over with them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = createRequire(join(root, 'packages/careergraph/package.json'));
const { transform } = await import(pathToFileURL(own.resolve('rolldown/utils')).href);

async function transpile(source, target) {
  const { code, map, errors } = await transform(source, readFileSync(source, 'utf8'), {
    lang: 'ts',
    target: 'es2023',
    sourcemap: true,
    typescript: { onlyRemoveTypeImports: true },
  });
  if (errors.length > 0) throw new Error(`${source}: ${errors.map(({ message }) => message).join('; ')}`);
  mkdirSync(dirname(target), { recursive: true });
  const name = `${target.slice(dirname(target).length + 1)}.map`;
  writeFileSync(target, `${code}\n//# sourceMappingURL=${name}\n`);
  writeFileSync(`${target}.map`, JSON.stringify(map));
}

for (const folder of process.argv.slice(2)) {
  const src = join(folder, 'src');
  const files = readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.ts'));
  await Promise.all(
    files.map((file) => transpile(join(src, file), join(folder, 'dist', file.replace(/\.ts$/, '.js')))),
  );
}
