// npm run pack [-- <folder>]: writes careergraph.tgz, the npm package of what is built, to the folder. Default: artifacts/.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, INSTALLED } from './bundle.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the code reads as files. The package has the folders of the repository. */
const FILES = [
  'LICENSE',
  'NOTICE',
  'prisma/migrations',
  'schema/schema.graphql',
  'schema/documents',
  'packages/db/src/generated/empty-database.tar.gz',
  'packages/guides',
  'packages/playground/dist',
];

const missing = [...FILES, 'packages/careergraph/dist/main.js'].filter((path) => !existsSync(join(root, path)));
if (missing.length > 0) {
  console.error(`Not built: ${missing.join(', ')}. Run "npm run build" first.`);
  process.exit(1);
}
const folder = resolve(process.argv[2] ?? join(root, 'artifacts'));
mkdirSync(folder, { recursive: true });
const staged = mkdtempSync(join(tmpdir(), 'careergraph-package-'));
try {
  for (const path of FILES) {
    mkdirSync(dirname(join(staged, path)), { recursive: true });
    cpSync(join(root, path), join(staged, path), {
      recursive: true,
      filter: (source) => !/node_modules|\/package\.json$|\.map$/.test(source.slice(root.length).replaceAll('\\', '/')),
    });
  }
  cpSync(join(root, 'packages/careergraph/README.md'), join(staged, 'README.md'));
  const libraries = await bundle(join(staged, 'dist'));
  writeFileSync(join(staged, 'THIRD-PARTY-LICENSES.md'), noticesOf(libraries));
  writeFileSync(join(staged, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: staged,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }),
  );
  renameSync(join(folder, filename), join(folder, 'careergraph.tgz'));
  console.log(join(folder, 'careergraph.tgz'));
} finally {
  rmSync(staged, { recursive: true, force: true });
}

function manifest() {
  const { name, version, license, description, keywords, type, engines, devDependencies } = JSON.parse(
    readFileSync(join(root, 'packages/careergraph/package.json'), 'utf8'),
  );
  return {
    name,
    version,
    license,
    description,
    keywords,
    type,
    engines,
    bin: { careergraph: 'dist/main.js' },
    dependencies: Object.fromEntries(INSTALLED.map((library) => [library, devDependencies[library]])),
  };
}

function noticesOf(libraries) {
  const notices = [...libraries]
    .sort(([, a], [, b]) => (a.name < b.name ? -1 : 1))
    .flatMap(([path, { name, version, license, repository }]) => {
      const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
      const source = typeof repository === 'string' ? repository : repository?.url;
      const text =
        file === undefined
          ? `Its package has no license file. Source: ${source}`
          : readFileSync(join(path, file), 'utf8').trim();
      return ['', `## ${name} ${version} (${license})`, '', '```', text, '```'];
    });
  return ['# Third-party licenses', '', 'The files in `dist` contain code from:', ...notices, ''].join('\n');
}
