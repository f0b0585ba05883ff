import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTestServer } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSite, programOf, sdk } from './site.ts';

/** Runs a Node program; its output is part of the error where it fails. */
async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const ended = promisify(execFile)(process.execPath, [program, ...args], { cwd });
  const { stdout } = await ended.catch(({ message, stdout }) => expect.fail(`${message}\n${stdout}`));
  return stdout;
}
const readme = readFileSync(join(sdk, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, body = '']) => body);

const COMPILER_OPTIONS = {
  ...{
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: [],
    rootDir: 'src',
    outDir: 'out',
  },
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
};

/** What a snippet says it prints. */
const printedBy = (snippet: string) => [...snippet.matchAll(/\/\/ → (.*)/g)].map(([, text]) => text);
const snippets = blocks('ts');

let site: string;
let server: Awaited<ReturnType<typeof startTestServer>>;

/** A site that has the SDK installed, with the README's files in it. */
beforeAll(async () => {
  server = await startTestServer();
  site = makeSite();
  mkdirSync(join(site, 'src'));
  const write = (name: string, text: string) =>
    writeFileSync(join(site, name), text.replaceAll('https://careers.example/graphql', `${server.url}graphql`));
  write('tsconfig.json', JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ['src'] }));
  for (const [index, snippet] of snippets.entries()) write(`src/snippet-${index}.ts`, snippet);
  write('src/pay.graphql', blocks('graphql')[0] ?? '');
  write('codegen.mjs', blocks('js')[0] ?? '');
  write('src/own.ts', OWN_QUESTION);
  await run(programOf('@graphql-codegen/cli', 'graphql-codegen'), ['--config', 'codegen.mjs'], site);
  await run(programOf('typescript', 'tsc'), [], site);
});
afterAll(async () => {
  await server?.close();
  rmSync(site, { recursive: true, force: true });
});

const OWN_QUESTION = `
import { createClient, formatWage } from '@careergraph/sdk';
import { pay } from './careergraph.js';
const client = createClient({ endpoint: 'https://careers.example/graphql' });
const { data } = await client.request(pay, { slug: 'medical-assistant', state: 'FL' });
const median = data.career?.salary?.median;
if (median?.status === 'PUBLISHED') console.log(formatWage(median), median.amount.toFixed(2));
// @ts-expect-error: a misspelt variable
await client.request(pay, { slugg: 'medical-assistant', state: 'FL' }).catch(({ code }) => console.log(code));
`;

const outputOf = async (name: string) => (await run(join(site, 'out', name), [], site)).trimEnd().split('\n');

describe('the README', () => {
  test.each(snippets.map((snippet, index) => [index, snippet.split('\n')[0], snippet] as const))(
    'snippet %i prints what it says (%s)',
    async (index, _first, snippet) => {
      expect(printedBy(snippet).length).toBeGreaterThan(0);
      expect(await outputOf(`snippet-${index}.js`)).toEqual(printedBy(snippet));
    },
  );

  test('a question of one’s own is typed and answered', async () => {
    expect(await outputOf('own.js')).toEqual(['$45,690 45690.00', 'BAD_USER_INPUT']);
    const written = readFileSync(join(site, 'src/careergraph.ts'), 'utf8');
    expect(written).toContain('readonly median: Figure<{ readonly status: FigureStatus');
    expect(written).not.toContain('SalaryRow');
    expect(written).not.toContain('ClaimMeasure');
  });

  test('names every option, error and question', () => {
    const exported = readFileSync(join(sdk, 'src/index.ts'), 'utf8');
    const errors = exported.match(/\b\w+Error\b/g) ?? [];
    const options = readFileSync(join(sdk, 'src/transport/transport.ts'), 'utf8').match(/readonly (\w+)\??:/g) ?? [];
    expect(errors.length).toBeGreaterThan(7);
    expect(options.length).toBeGreaterThan(7);
    for (const error of errors.filter((name) => name !== 'ApiError')) expect(readme).toContain(`\`${error}\``);
    for (const method of questions()) expect(readme).toMatch(new RegExp(`\`${method}[(\`]`));
  });
});

function questions(): string[] {
  const text = readFileSync(join(sdk, 'src/generated/career-client.ts'), 'utf8');
  return [...text.matchAll(/^ {4}(\w+): (?:question|list)\(/gm)].map(([, name = '']) => name);
}
