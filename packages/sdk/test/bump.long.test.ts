import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const run = promisify(execFile);
const bump = fileURLToPath(new URL('../../../scripts/sdk-bump.mjs', import.meta.url));
let repository: string;

const SCHEMA = `type Query { career(slug: String!): Career }
type Career { title: String! outlook: Outlook employment: Int! }
enum Outlook { BRIGHT }`;

const report = (...declarations: string[]) =>
  ['# Report', '```ts', '', declarations.join('\n\n'), '', '```', ''].join('\n');
const CLIENT = `// @public
export interface Client {
    // (undocumented)
    request(document: string): Promise<Answer>;
}`;
const KIND = `// @public
export type Kind =
/** The nation. */
'NATION' | '%future added value';`;

beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), 'careergraph-bump-'));
});
afterEach(() => rm(repository, { recursive: true, force: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(repository, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** A repository with one release of a version. */
async function released(version: string): Promise<void> {
  await write({
    '.changeset/config.json': '{}',
    'packages/sdk/package.json': JSON.stringify({ name: '@careergraph/sdk', version }),
    'packages/sdk/api/index.api.md': report(CLIENT, KIND),
    'schema/schema.graphql': SCHEMA,
  });
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: repository });
  await git('init', '--quiet');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'Release');
  await git('tag', `@careergraph/sdk@${version}`);
}

async function bumped(...args: string[]) {
  const {
    code = 0,
    stdout,
    stderr,
  } = await run(process.execPath, [bump, ...args], { cwd: repository }).catch((error) => error);
  const changeset = await readFile(join(repository, '.changeset/contract.md'), 'utf8').catch(() => undefined);
  return { code, stdout, stderr, changeset };
}

test('What is gone asks for a major version, and every change is named under its step', async () => {
  await released('1.4.0');
  await write({
    'schema/schema.graphql': `type Query { career(slug: String!, exact: Boolean): Career growth: Growth }
      type Career { "As printed." title: String! outlook: Outlook }
      type Growth { openings: Int }
      enum Outlook { BRIGHT AVERAGE }`,
    'packages/sdk/api/index.api.md': report(
      CLIENT.replace('string)', 'string, options?: Options)'),
      KIND.replace("'NATION'", "'AREA' | 'NATION'"),
    ),
    'packages/sdk/api/testing.api.md': report('// @public\nexport function stubFetch(): Fetch;'),
  });
  const { code, stdout, changeset } = await bumped();
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout:
      'major: 9 changes since @careergraph/sdk@1.4.0, in .changeset/contract.md. Read it, and edit where you know better.\n',
  });
  expect(changeset).toBe(`---
'@careergraph/sdk': major
---

The contract since @careergraph/sdk@1.4.0, as \`npm run sdk:bump\` compared it.

Code or operations may have to change:

- Field 'employment' was removed from object type 'Career'

New:

- Type 'Growth' was added
- Field 'growth' was added to object type 'Query'
- Argument 'exact: Boolean' added to field 'Query.career'
- Enum value 'AVERAGE' was added to enum 'Outlook'
- \`Client\` of @careergraph/sdk has grown
- \`Kind\` of @careergraph/sdk has grown
- \`stubFetch\` of @careergraph/sdk/testing is new

Only words:

- Field 'Career.title' has description 'As printed.'
`);
});

test.each([
  ['1.0.0', 'employment: Int', 'major', "Field 'Career.employment' changed type from 'Int!' to 'Int'"],
  ['0.3.0', 'employment: Int', 'minor', "Field 'Career.employment' changed type from 'Int!' to 'Int'"],
  ['1.0.0', 'employment: Int! pay: Int', 'minor', "Field 'pay' was added to object type 'Career'"],
  ['0.3.0', 'employment: Int! pay: Int', 'patch', "Field 'pay' was added to object type 'Career'"],
  ['1.0.0', '"Persons." employment: Int!', 'patch', "Field 'Career.employment' has description 'Persons.'"],
])('After %s, "%s" is a %s', async (version, field, step, message) => {
  await released(version);
  await write({ 'schema/schema.graphql': SCHEMA.replace('employment: Int!', field) });
  const { changeset } = await bumped();
  expect(changeset).toContain(`'@careergraph/sdk': ${step}\n`);
  expect(changeset?.match(/^- .*$/gm)).toEqual([`- ${message}`]);
});

test.each([
  ['a name that is gone', report(KIND), '`Client` of @careergraph/sdk is gone'],
  ['another type', report(CLIENT.replace('string', 'number'), KIND), '`Client` of @careergraph/sdk has changed'],
  [
    'an answer that may be null',
    report(CLIENT.replace('Answer', 'Answer | null'), KIND),
    '`Client` of @careergraph/sdk has changed',
  ],
  ['a value that is gone', report(CLIENT, KIND.replace("'NATION' | ", '')), '`Kind` of @careergraph/sdk has changed'],
])('The reports alone ask for a major version: %s', async (_, text, message) => {
  await released('1.0.0');
  await write({ 'packages/sdk/api/index.api.md': text });
  const { changeset } = await bumped();
  expect(changeset).toContain(`'@careergraph/sdk': major\n`);
  expect(changeset?.match(/^- .*$/gm)).toEqual([`- ${message}`]);
});

test('Where nothing has changed, what was computed before goes', async () => {
  await released('1.0.0');
  await write({
    '.changeset/contract.md': "---\n'@careergraph/sdk': major\n---\n",
    'packages/sdk/api/index.api.md': report(CLIENT, KIND.replace('The nation.', 'The United States.')),
  });
  expect(await bumped()).toEqual({
    code: 0,
    stdout: 'Nothing that can be seen from outside has changed since @careergraph/sdk@1.0.0.\n',
    stderr: '',
    changeset: undefined,
  });
});

test('Without a release, or with one that is none, it says what to do', async () => {
  await released('1.0.0');
  expect(await bumped('--from', 'nowhere')).toMatchObject({
    code: 1,
    stderr: 'nowhere has no schema/schema.graphql: --from must be a tag, branch or commit of this repository.\n',
  });
  await run('git', ['tag', '--delete', '@careergraph/sdk@1.0.0'], { cwd: repository });
  expect(await bumped()).toMatchObject({
    code: 1,
    stderr:
      'There is no tag @careergraph/sdk@… before this commit. Fetch the tags, or name the release: --from <git ref>.\n',
  });
  expect(await bumped('--form', 'x')).toMatchObject({ code: 2 });
});
