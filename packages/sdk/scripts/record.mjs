// Records what a server with the content of this repository answers to the SDK's operations, for @careergraph/sdk/testing:
//   npm run sdk:record              writes packages/sdk/src/testing/recorded
//   npm run sdk:record -- --check   compares instead; exit code 1 where something differs
// Build first: it asks the built server with the built SDK.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { createTestApi } from '@careergraph/testkit';
import prepareContent from '@careergraph/testkit/global-setup';
import * as sdk from '../dist/esm/index.js';

const documents = Object.fromEntries(Object.entries(sdk).filter(([, exported]) => exported?.hash));

const slug = 'medical-office-manager';
const code = '11-9111';
const career = [{ slug }, { slug: 'medical-assistant' }, { slug: 'no-such-career' }];
const occupation = [{ code }, { code: '99-9999' }];

/** What is asked, by the constant of the operation. Of a list, every page is. */
const QUESTIONS = {
  area: [{ by: { state: 'CA' } }, { by: { country: 'US' } }, { by: { code: 'US-ZZ' } }],
  areasList: [{}, { kind: 'STATE' }],
  careerPage: career,
  careersList: [{}],
  claimsList: [{ slug }],
  credentials: career,
  credentialsList: [{}],
  findings: career,
  growth: career,
  occupation,
  occupationsList: [{}],
  provenance: career,
  salariesByState: career,
  salariesList: [
    { slug, kind: 'STATE' },
    { slug, kind: 'NATION' },
  ],
  salaryHistory: career,
  salaryInArea: [...career, { slug, area: { state: 'CA' } }],
  sources: [{}],
  technologyList: occupation,
  titlesList: occupation,
  topStates: career,
};

const folder = fileURLToPath(new URL('../src/testing/recorded/', import.meta.url));
const fileOf = (operation) => `${operation.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`;

async function record() {
  const unasked = Object.keys(documents).filter((name) => !QUESTIONS[name]);
  if (unasked.length > 0) throw new Error(`QUESTIONS has no variables for ${unasked.join(', ')}: add them.`);
  const remove = await prepareContent();
  const api = await createTestApi();
  const client = sdk.createClient({
    endpoint: 'http://localhost/graphql',
    fetch: (url, init) => api.fetch(new Request(url, init)),
    partial: 'throw',
  });
  const files = {};
  for (const [operation, questions] of Object.entries(QUESTIONS)) {
    const answers = [];
    for (const variables of questions) await ask(client, documents[operation], variables, answers);
    files[fileOf(operation)] = answers;
  }
  await api.close();
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

/** Content is loaded anew with each recording, and its release is named after all of it: an edit anywhere would tell. */
function withFixedNames(data) {
  return JSON.parse(JSON.stringify(data), (key, value) => {
    if ((key === 'importedAt' || key === 'activatedAt') && value !== null) return '2026-01-01T00:00:00.000Z';
    return key === 'key' || key === 'label' ? value.replace(/\b[0-9a-f]{12}$/, '000000000000') : value;
  });
}

const recorded = await record();
if (process.argv.includes('--check')) {
  const committed = Object.fromEntries(
    readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(`${folder}${file}`, 'utf8'))]),
  );
  const names = [...new Set([...Object.keys(committed), ...Object.keys(recorded)])].sort();
  const stale = names.filter((name) => !isDeepStrictEqual(committed[name], recorded[name]));
  for (const name of stale) {
    console.error(
      `packages/sdk/src/testing/recorded/${name} is not what the server answers: npm run sdk:record, and read the difference.`,
    );
  }
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, answers] of Object.entries(recorded)) {
    writeFileSync(`${folder}${name}`, `${JSON.stringify(answers, null, 2)}\n`);
  }
}
