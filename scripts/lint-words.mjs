// npm run lint:words [-- docs schema code]: finds words that words.json replaces, in all three kinds of files by default.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import terminology from 'textlint-rule-terminology';
import { proseOfCode, proseOfSchema } from './lint-words/texts.mjs';

const KINDS = {
  docs: {
    // Changelogs record the past, the SDK's reference is generated, and licenses are quoted.
    paths: [
      '*.md',
      ':!CHANGELOG.md',
      ':!**/CHANGELOG.md',
      ':!packages/sdk/docs',
      ':!packages/sdk/api',
      ':!**/THIRD-PARTY*',
    ],
    prose: (source) => source,
  },
  schema: { paths: ['schema/schema.graphql'], prose: proseOfSchema },
  code: { paths: ['packages/*/src/**/*.ts', ':!**/generated', ':!**/recorded'], prose: proseOfCode },
};
/** A rate in a constant's name: ROWS_A_COPY. */
const RATE_NAME = /\b[A-Z0-9]+_AN?_[A-Z0-9_]+\b/g;

const terms = JSON.parse(readFileSync(new URL('lint-words/words.json', import.meta.url), 'utf8')).map(
  // A phrase may continue on the next line.
  ([phrase, replacement]) => [phrase.replaceAll(' ', '\\s+'), replacement],
);
const kernel = new TextlintKernel();

async function findingsIn(path, { prose }) {
  const source = readFileSync(path, 'utf8');
  const { messages } = await kernel.lintText(prose(source), {
    ext: '.md',
    filePath: path,
    plugins: [{ pluginId: 'markdown', plugin: markdown.default ?? markdown }],
    rules: [{ ruleId: 'terminology', rule: terminology, options: { defaultTerms: false, terms } }],
  });
  const found = messages.map(({ line, message }) => ({ line, message: message.replaceAll(/\s+/g, ' ') }));
  for (const { 0: name, index } of path.endsWith('.ts') ? source.matchAll(RATE_NAME) : []) {
    const line = source.slice(0, index).split('\n').length;
    found.push({ line, message: `Incorrect name: “${name}”, use “${name.replace(/_AN?_/, '_PER_')}” instead` });
  }
  return found.map(({ line, message }) => `${path}:${line}: ${message}`);
}

const kinds = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(KINDS);
const unknown = kinds.filter((kind) => !(kind in KINDS));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Choose from ${Object.keys(KINDS).join(', ')}.`);
  process.exit(2);
}
const findings = [];
for (const kind of kinds) {
  const paths = execFileSync('git', ['ls-files', '-z', '--', ...KINDS[kind].paths], { encoding: 'utf8' });
  for (const path of paths.split('\0').filter(Boolean)) findings.push(...(await findingsIn(path, KINDS[kind])));
}
for (const finding of findings) console.log(finding);
if (findings.length > 0) console.log(`${findings.length} to rewrite. The word list is scripts/lint-words/words.json.`);
process.exitCode = findings.length === 0 ? 0 : 1;
