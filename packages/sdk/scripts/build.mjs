// Builds dist/: ES modules and CommonJS with rolldown, declarations with tsc, and a copy of the schema.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeNotices } from './notices.mjs';
import { readOperations } from './operations.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const require = createRequire(import.meta.url);

rmSync(at('dist'), { recursive: true, force: true });

// graphql-request imports graphql to parse and print documents. The client gives it text and the operation's name, so
// neither is ever called, and without them the SDK has no runtime dependency.
const isFromGraphqlRequest = (importer) => importer?.includes('/graphql-request/') ?? false;
const withoutGraphql = {
  name: 'without-graphql',
  resolveId: (source, importer) =>
    source === 'graphql' && isFromGraphqlRequest(importer) ? at('scripts/no-graphql.mjs') : undefined,
};

const operations = readOperations().map(({ module }) => `generated/${module}`);

const bundle = await rolldown({
  input: Object.fromEntries(
    // One module per operation, so that a bundler drops the ones that are not imported.
    ['index', 'codegen/index', 'testing/index', ...operations].map((name) => [name, at(`src/${name}.ts`)]),
  ),
  external: (source, importer) =>
    /^node:|^@graphql-codegen\//.test(source) || (source === 'graphql' && !isFromGraphqlRequest(importer)),
  plugins: [withoutGraphql],
  treeshake: { moduleSideEffects: false },
  optimization: { inlineConst: true },
  // Debug information would contain the paths of modules on this machine.
  experimental: { attachDebugInfo: 'none' },
});
const bundled = new Set();
for (const format of ['esm', 'cjs']) {
  const { output } = await bundle.write({
    dir: at(`dist/${format}`),
    format,
    exports: 'named',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    // Folds expressions more than most bundlers do. Names and line breaks stay readable.
    minify: { compress: true, mangle: false, codegen: false },
  });
  for (const { modules = {} } of output) for (const id of Object.keys(modules)) bundled.add(id);
}
await bundle.close();
writeNotices(bundled);

// Both formats share the declarations. The package.json in dist/cjs sets its module format.
execFileSync(
  process.execPath,
  [require.resolve('typescript/bin/tsc'), '-p', at('tsconfig.json'), '--emitDeclarationOnly'],
  { stdio: 'inherit' },
);
cpSync(at('dist/esm'), at('dist/cjs'), { recursive: true, filter: (path) => !path.endsWith('.js') });
writeFileSync(at('dist/cjs/package.json'), '{ "type": "commonjs" }\n');
copyFileSync(at('../../schema/schema.graphql'), at('dist/schema.graphql'));
