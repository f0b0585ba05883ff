// Writes what lists every operation: the methods of the career client, the index of recorded answers, and the table in
// the README. `npm run sdk:operations` runs it after codegen.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readOperations } from './operations.mjs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const NOTICE = '// Generated from operations/*.graphql by npm run sdk:operations. Do not edit.';

/** The whole function, because TypeScript drops the comments of methods that come from another one. */
function careerClient(operations) {
  const methods = operations.flatMap(({ constant, method, description, list }) => [
    ...(description.length === 1
      ? [`    /** ${description[0]} */`]
      : ['    /**', ...description.map((line) => `     * ${line}`), '     */']),
    `    ${method}: ${list ? `list(client, ${constant}, (data) => ${list})` : `question(client, ${constant})`},`,
  ]);
  return `${NOTICE}
import { type Client, type ClientOptions, createClient } from '../client.js';
import { list, question } from '../questions.js';
${operations.map(({ constant, module }) => `import { ${constant} } from './${module}.js';`).join('\n')}

/** The client with a method for every operation, as {@link createCareerClient} returns it. */
export type CareerClient = ReturnType<typeof createCareerClient>;

/**
 * Creates a client for one CareerGraph server, with a method for every operation.
 *
 * @throws TypeError if the endpoint is not an http(s) URL or the API key contains characters that a header cannot carry
 *
 * @example
 * const client = createCareerClient({ endpoint: 'https://careers.example/graphql' });
 * const { data } = await client.careerPage({ slug: 'medical-assistant' });
 * for await (const career of client.careers.all({ filter: { field: ['NURSING'] } })) console.log(career.title);
 */
export function createCareerClient(options: ClientOptions) {
  const client = createClient(options);
  return {
    /** Sends any document, as {@link Client.request} does. */
    request: client.request as Client['request'],
${methods.join('\n')}
  };
}
`;
}

function recordedIndex(operations) {
  const recorded = operations.filter(({ module }) => existsSync(at(`src/testing/recorded/${module}.json`)));
  return `${[
    NOTICE,
    ...recorded.map(({ constant, module }) => `import { ${constant} } from '../../generated/${module}.js';`),
    "import type { AnyDocument } from '../answer.js';",
    ...recorded.map(
      ({ constant, module }) => `import ${constant}Answers from './${module}.json' with { type: 'json' };`,
    ),
    '',
    '/** The recorded answers to one document. */',
    'export interface Recorded {',
    '  readonly document: AnyDocument;',
    '  readonly answers: readonly { readonly variables: object; readonly data: object }[];',
    '}',
    '',
    '/** The recorded answers to all documents. */',
    'export const RECORDED: readonly Recorded[] = [',
    ...recorded.map(({ constant }) => `  { document: ${constant}, answers: ${constant}Answers },`),
    '];',
  ].join('\n')}\n`;
}

const BEGIN = '<!-- Generated from operations/*.graphql by npm run sdk:operations. -->';
const END = '<!-- End of the generated table. -->';

function withTable(readme, operations) {
  const [before, rest] = readme.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (after === undefined) throw new Error(`README.md has no lines "${BEGIN}" and "${END}" around the table.`);
  const rows = operations.map(({ method, required, constant, description }) => {
    const call = `${method}(${required.length === 0 ? '' : `{ ${required.join(', ')} }`})`;
    return `| \`${call}\` | \`${constant}\` | ${description.join(' ').replaceAll(/[|*]/g, '\\$&')} |`;
  });
  const table = ['| method of `createCareerClient` | document for `createClient` | result |', '|---|---|---|', ...rows];
  return [before, BEGIN, '\n\n', table.join('\n'), '\n\n', END, after].join('');
}

/** Writes the index of recorded answers; also called after recording. */
export function writeRecordedIndex() {
  writeFileSync(at('src/testing/recorded/index.ts'), recordedIndex(readOperations()));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const operations = readOperations();
  writeFileSync(at('src/generated/career-client.ts'), careerClient(operations));
  writeRecordedIndex();
  writeFileSync(at('README.md'), withTable(readFileSync(at('README.md'), 'utf8'), operations));
}
