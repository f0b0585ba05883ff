// Computes the SDK's next version from what has changed for those who use it: npm run sdk:bump [-- --help].
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { apiChanges } from './sdk-bump/api-changes.mjs';
import { schemaChanges } from './sdk-bump/schema-changes.mjs';

const PACKAGE = '@careergraph/sdk';
const SCHEMA = 'schema/schema.graphql';
const REPORTS = 'packages/sdk/api';
const CHANGESET = '.changeset/contract.md';

const usage = `usage: npm run sdk:bump [-- --from <git ref>]

Compares ${SCHEMA} and ${REPORTS}/*.api.md with those of the last release, and writes
${CHANGESET} with the changes and the step of the version that they ask for:

  what                                                               from 1.0.0   before
  something is gone, or code and operations may have to change       major        minor
  something is new, or may surprise: an enum value, a default        minor        patch
  words of descriptions                                              patch        patch

It cannot see a new meaning under an old name, nor an option that has become required: raise the step by hand then.

  --from      the release to compare with (default: the last tag ${PACKAGE}@…)

Exit codes: 0 written, or nothing has changed; 1 there is no release to compare with; 2 wrong usage.`;

class NoRelease extends Error {}

function readArguments() {
  try {
    return parseArgs({ options: { help: { type: 'boolean', short: 'h' }, from: { type: 'string' } } }).values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const git = (...args) =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] });

function lastRelease() {
  try {
    return git('describe', '--tags', '--abbrev=0', '--match', `${PACKAGE}@*`).trim();
  } catch {
    throw new NoRelease(
      `There is no tag ${PACKAGE}@… before this commit. Fetch the tags, or name the release: --from <git ref>.`,
    );
  }
}

function schemaAt(ref) {
  try {
    return git('show', `${ref}:${SCHEMA}`);
  } catch {
    throw new NoRelease(`${ref} has no ${SCHEMA}: --from must be a tag, branch or commit of this repository.`);
  }
}

/** Texts by name; of a release without reports there are none. */
function reportsAt(ref) {
  const paths = git('ls-tree', '--name-only', ref, `${REPORTS}/`).split('\n').filter(Boolean);
  return new Map(paths.map((path) => [path.slice(REPORTS.length + 1), git('show', `${ref}:${path}`)]));
}

function reportsNow() {
  const names = existsSync(REPORTS) ? readdirSync(REPORTS).sort() : [];
  return new Map(names.map((name) => [name, readFileSync(`${REPORTS}/${name}`, 'utf8')]));
}

/** Before 1.0.0, `^0.1.0` takes 0.1.1 and not 0.2.0: each step is one smaller. */
function stepOf(changes, version) {
  const asked = ['major', 'minor', 'patch'].find((step) => changes.some((change) => change.step === step));
  if (!version.startsWith('0.')) return asked;
  return asked === 'major' ? 'minor' : 'patch';
}

function textOf(changes, step, from) {
  const sections = { major: 'Code or operations may have to change', minor: 'New', patch: 'Only words' };
  const lines = Object.entries(sections).flatMap(([of, title]) => {
    const messages = changes.filter((change) => change.step === of).map(({ message }) => `- ${message}`);
    return messages.length === 0 ? [] : ['', `${title}:`, '', ...messages];
  });
  const head = `The contract since ${from}, as \`npm run sdk:bump\` compared it.`;
  return ['---', `'${PACKAGE}': ${step}`, '---', '', head, ...lines, ''].join('\n');
}

const { help, from = undefined } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}
try {
  const release = from ?? lastRelease();
  const changes = [
    ...(await schemaChanges(schemaAt(release), readFileSync(SCHEMA, 'utf8'))),
    ...apiChanges(reportsAt(release), reportsNow()),
  ];
  const { version } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8'));
  if (changes.length === 0) {
    rmSync(CHANGESET, { force: true });
    console.log(`Nothing that can be seen from outside has changed since ${release}.`);
  } else {
    const step = stepOf(changes, version);
    writeFileSync(CHANGESET, textOf(changes, step, release));
    console.log(
      `${step}: ${changes.length} changes since ${release}, in ${CHANGESET}. Read it, and edit where you know better.`,
    );
  }
} catch (error) {
  if (!(error instanceof NoRelease)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
