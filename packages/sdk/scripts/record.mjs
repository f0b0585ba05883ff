// Records the answers that @careergraph/sdk/testing returns, from a server with the content of this repository:
//   npm run sdk:record              writes packages/sdk/src/testing/recorded
//   npm run sdk:record -- --check   compares instead; exit code 1 if a file differs
// The operations name the variables to record (scripts/operations.mjs). Build first: it runs the built server and SDK.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { readOperations } from './operations.mjs';
import { writeRecordedIndex } from './questions.mjs';

const [{ createTestApi, loadNursingPrograms }, { default: prepareContent }, sdk] = await Promise.all([
  import('@careergraph/testkit'),
  import('@careergraph/testkit/global-setup'),
  import('../dist/esm/index.js'),
]).catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error(
    'Nothing was recorded, because the server or the SDK is not built. Run npm run build, then npm run sdk:record.',
  );
  process.exit(1);
});
const documents = new Map(Object.entries(sdk));
const folder = fileURLToPath(new URL('../src/testing/recorded/', import.meta.url));

async function record() {
  const remove = await prepareContent();
  const apis = { content: await createTestApi(), programs: await createTestApi('loaded', loadNursingPrograms) };
  const files = {};
  for (const { module, constant, variables, data = 'content' } of readOperations()) {
    const client = sdk.createClient({
      endpoint: 'http://localhost/graphql',
      fetch: (url, init) => apis[data].fetch(new Request(url, init)),
      partial: 'throw',
    });
    const answers = [];
    for (const each of variables) await ask(client, documents.get(constant), each, answers);
    files[`${module}.json`] = answers;
  }
  await Promise.all(Object.values(apis).map((api) => api.close()));
  await remove();
  return files;
}

async function ask(client, document, variables, answers) {
  const { data } = await client.request(document, variables);
  answers.push({ variables, data: withFixedNames(data) });
  const { hasNextPage, endCursor } = pageInfoOf(data) ?? {};
  if (hasNextPage) await ask(client, document, { ...variables, after: endCursor }, answers);
}

function pageInfoOf(data) {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  return data.pageInfo ?? Object.values(data).map(pageInfoOf).find(Boolean);
}

/** Replaces times and the hash in the release's name, which would change with every edit of the content. */
function withFixedNames(data) {
  return JSON.parse(JSON.stringify(data), (key, value) => {
    if ((key === 'importedAt' || key === 'activatedAt') && value !== null) return '2026-01-01T00:00:00.000Z';
    return key === 'key' || key === 'label' ? value.replace(/\b[0-9a-f]{12}$/, '000000000000') : value;
  });
}

const recorded = await record();
if (process.argv.includes('--check')) {
  const committed = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, JSON.parse(readFileSync(`${folder}${file}`, 'utf8'))]),
  );
  const names = [...new Set([...Object.keys(committed), ...Object.keys(recorded)])].sort();
  const stale = names.filter((name) => !isDeepStrictEqual(committed[name], recorded[name]));
  for (const name of stale) {
    console.error(
      `packages/sdk/src/testing/recorded/${name} is not what the server answers. Run npm run sdk:record and read the difference.`,
    );
  }
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, answers] of Object.entries(recorded)) {
    writeFileSync(`${folder}${name}`, `${JSON.stringify(answers, null, 2)}\n`);
  }
  writeRecordedIndex();
}
