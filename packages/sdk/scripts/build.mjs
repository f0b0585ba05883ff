// Builds dist/: ESM and CommonJS by rolldown, declarations by tsc, the contract beside them.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeNotices } from './notices.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const require = createRequire(import.meta.url);

rmSync(at('dist'), { recursive: true, force: true });

// graphql-request parses documents only to find their names, which ours bring along.
const isOfGraphqlRequest = (importer) => importer?.includes('/graphql-request/') ?? false;
const withoutParser = {
  name: 'without-parser',
  resolveId: (source, importer) => {
    if (source === 'graphql' && isOfGraphqlRequest(importer)) return '\0no-graphql';
    // Its exports do not name this file; the bundle holds it, so that a version of it is all that we depend on.
    const [, inner] = /^graphql-request\/(build\/.*)$/.exec(source) ?? [];
    return inner === undefined ? undefined : join(dirname(require.resolve('graphql-request')), '../..', inner);
  },
  load: (id) => {
    if (id === '\0no-graphql') return 'export const parse = undefined, print = undefined, Kind = {};';
    // Its message holds the variables and the whole answer.
    if (id.endsWith('/classes/ClientError.js')) {
      return 'export class ClientError extends Error { constructor(response) { super(); this.response = response; } }';
    }
  },
};

// We send one operation at a time, by POST: what graphql-request has for batches and for GET falls away. So do the texts
// of its errors, which say what was answered; ours say what kind of answer it was.
const REPLACED = {
  '/helpers/runRequest.js': [
    [/\b(?:input|params)\.request\._tag === `Single`/g, 'true'],
    [/\bresult\._tag === `Batch`/g, 'false'],
    [/\binput\.request\.document\.isMutation\b/g, 'true'],
    [/\bmethod === `POST`/g, 'true'],
    [/\bparams\.middleware\b/g, 'false'],
    [/switch \([\w.]+\._tag\) \{\s*case `Single`:([\s\S]*?)case `Batch`[\s\S]*?default:[\s\S]*?\n {4}\}/g, '$1'],
  ],
  '/legacy/lib/graphql.js': [
    [/new Error\(`[^`]*`\)/g, 'new Error()'],
    [/\bresult\._tag === `Batch`/g, 'false'],
    [/if \(Array\.isArray\(result\)\) \{[\s\S]*?\}\s*else if/g, 'if'],
  ],
};
const onlyWhatWeSend = {
  name: 'only-what-we-send',
  transform: (code, id) => {
    const [, replaced] = Object.entries(REPLACED).find(([file]) => id.endsWith(file)) ?? [];
    return replaced?.reduce((text, [pattern, by]) => {
      if (!pattern.test(text)) throw new Error(`graphql-request has changed: ${id} has no ${pattern} any more.`);
      return text.replace(pattern, by);
    }, code);
  },
};

const operations = readdirSync(at('src/generated'))
  .filter((name) => !/^(index|types)\.ts$|\.fragment\.ts$/.test(name))
  .map((name) => `generated/${basename(name, '.ts')}`);

const bundle = await rolldown({
  input: Object.fromEntries(
    // One module an operation, here as in src: a bundler drops those that are not imported.
    ['index', 'codegen/index', 'testing/index', ...operations].map((name) => [name, at(`src/${name}.ts`)]),
  ),
  external: (source, importer) =>
    /^node:|^@graphql-codegen\//.test(source) || (source === 'graphql' && !isOfGraphqlRequest(importer)),
  plugins: [withoutParser, onlyWhatWeSend],
  treeshake: { moduleSideEffects: false },
  // It would name modules by their paths, which are not the same on every machine.
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
    minify: false,
  });
  for (const { modules = {} } of output) for (const id of Object.keys(modules)) bundled.add(id);
}
await bundle.close();
writeNotices(bundled);

// Declarations are the same for both; a package.json tells each folder's format.
execFileSync(
  process.execPath,
  [require.resolve('typescript/bin/tsc'), '-p', at('tsconfig.json'), '--emitDeclarationOnly'],
  { stdio: 'inherit' },
);
cpSync(at('dist/esm'), at('dist/cjs'), { recursive: true, filter: (path) => !path.endsWith('.js') });
writeFileSync(at('dist/cjs/package.json'), '{ "type": "commonjs" }\n');
copyFileSync(at('../../schema/schema.graphql'), at('dist/schema.graphql'));
