// How fast programs near ZIP codes are listed.
//   npm run bench:programs [-- --help]                  (build first: npm start, or npm run build)

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runToEnd } from '../scripts/child.mjs';
import { startProcess } from './request-path/targets.mjs';
import { megabytes, percentiles, round, timed } from './shared/summary.mjs';

const usage = `usage: npm run bench:programs [-- --data FOLDER --home FOLDER --requests NUMBER --json]

Imports ZIP codes, institutions, programs, the crosswalk, and the College Scorecard into the embedded database of a
temporary folder, starts the service, and asks over HTTP for the first 20 programs near ZIP codes from all over the list,
one request after another and each only once: for seven occupations in turn, by each order, within 25 and within 100 miles, with
all figures, what was left out, and the total. Then searches for programs: a field of study, with an award level, and with
the city, the state, or the name of an institution of the lists. Prints the milliseconds per request for each order, those
of the widest list (500 miles around New York, the occupation with the most fields of study), those of the searches, the
times of the first list and the first search, and the memory before and after.

  --data      folder with geo, programs, and soc (default: CAREERGRAPH_DATA_DIR)
  --home      a folder to keep: if it is given, nothing is imported
  --requests  requests for each order and distance (default: 100)
  --json      print JSON instead of tables

Exit codes: 0 measured, 1 an answer was wrong, 2 wrong usage.`;

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean', default: false },
  data: { type: 'string', default: process.env.CAREERGRAPH_DATA_DIR },
  home: { type: 'string' },
  requests: { type: 'string', default: '100' },
};

function readArguments() {
  try {
    const { values } = parseArgs({ options });
    if (!values.help && values.data === undefined)
      throw new Error('--data or CAREERGRAPH_DATA_DIR must name a folder.');
    if (!/^[1-9]\d{0,3}$/.test(values.requests)) throw new Error('--requests must be from 1 to 9999.');
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const { help, json, data, home: kept, requests } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}

const OCCUPATIONS = ['29-1141', '15-1252', '13-2011', '47-2111', '25-2021', '31-1131', '23-1011'];
const ORDERS = {
  DISTANCE: 'ASC',
  EARNINGS: 'DESC',
  COMPLETIONS: 'DESC',
  PRICE: 'ASC',
};
const FIGURE = '{ value status reason provenance { row } }';
const PROGRAMS = `query ($zip: String!, $miles: Int!, $occupation: String!, $order: ProgramOrder!) {
  programs(near: { zip: { code: $zip, miles: $miles } }, occupation: $occupation, orderBy: $order, first: 20) {
    totalCount place { explanation } fields { cipCode } leftOut { reason programs }
    nodes { title level distanceMiles institution { name city stateCode websiteUrl }
      completions ${FIGURE} awards ${FIGURE} earnings1Year ${FIGURE} earnings4Years ${FIGURE} medianDebt ${FIGURE}
      netPrice ${FIGURE} completionRate ${FIGURE} } } }`;

const SEARCH = `query ($text: String!) { search(text: $text, kinds: [PROGRAM], first: 20) {
  totalCount edges { score reason matched explanation
    node { ... on Program { title levelName institution { name city } completions { value } } } } } }`;
const STUDIED = [
  'nursing',
  'computer science',
  'accounting',
  'electrician',
  'elementary education',
  'medical assistant',
  'law',
];
const LEVELS = ['', "associate's", "bachelor's", 'certificate'];

const script = (path) => fileURLToPath(new URL(path, import.meta.url));
const home = kept ?? (await mkdtemp(join(tmpdir(), 'careergraph-bench-')));
const environment = { ...process.env, CAREERGRAPH_HOME: home };
const FILES = [
  ['geonames', '--release', '2026-01', 'geo/geonames_us_postal.txt'],
  ['hud', '--release', '2024-12', 'geo/hud_zip_cbsa.csv'],
  ['ipeds', 'programs/hd2024.csv', 'programs/c2024_a_subset.csv.gz'],
  ['cip-soc', 'soc/CIP2020_SOC2018_Crosswalk.xlsx'],
  ['scorecard', 'programs/scorecard_field_of_study_2026-06.csv.gz', 'programs/scorecard_institutions_2026-06.csv'],
];
let service;
try {
  if (kept === undefined) {
    for (const words of FILES) {
      const paths = words.map((word) => (word.includes('/') ? join(data, word) : word));
      const importing = [script('../packages/careergraph/dist/main.js'), 'data', 'import', ...paths];
      const code = await runToEnd(process.execPath, importing, { env: environment });
      if (code !== 0) throw new Error(`The import of ${words[0]} ended with code ${code}.`);
    }
  }
  // Kept answers would make repeated questions too fast.
  service = await startProcess('CareerGraph', script('../packages/careergraph/dist/main.js'), {
    CAREERGRAPH_HOME: home,
    CAREERGRAPH_ANSWER_MB: '0',
  });
  const zips = await readZips();
  const before = await service.memory();
  const [, firstMs] = await timed(() => ask({ zip: '60601', miles: 25, occupation: '29-1141', field: 'DISTANCE' }));
  const after = await service.memory();
  const [, firstSearchMs] = await timed(() => search('nursing'));
  const results = [];
  const schools = new Map();
  let listed = 0;
  for (const miles of [25, 100]) {
    for (const field of Object.keys(ORDERS)) {
      const times = [];
      for (let index = 0; index < Number(requests); index += 1) {
        const zip = zips[(index * 397 + results.length * 53) % zips.length];
        const occupation = OCCUPATIONS[index % OCCUPATIONS.length];
        const [{ programs }, ms] = await timed(() => ask({ zip, miles, occupation, field }));
        listed += programs.nodes.length;
        for (const { institution } of programs.nodes) schools.set(institution.name, institution);
        times.push(ms);
      }
      results.push({ order: field, miles, ...percentiles(times) });
    }
  }
  if (listed === 0) throw new Error('No list had a program.');
  const searches = await timeSearches([...schools.values()]);
  const widest = [];
  for (const field of Object.keys(ORDERS)) {
    const [{ programs }, ms] = await timed(() => ask({ zip: '10001', miles: 500, occupation: '25-1071', field }));
    widest.push({ order: field, programs: programs.totalCount, fields: programs.fields.length, ms: round(ms) });
  }
  const memoryMegabytes = { before: megabytes(before), after: megabytes(after) };
  const first = { listMs: Math.round(firstMs), searchMs: Math.round(firstSearchMs) };
  const measured = { listed, results, searches, widest, first, memoryMegabytes };
  if (json) console.log(JSON.stringify(measured, null, 2));
  else print(measured);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await service?.stop();
  if (kept === undefined) await rm(home, { recursive: true, force: true });
}

async function readZips() {
  const text = await readFile(join(data, 'geo/geonames_us_postal.txt'), 'utf8');
  return [...new Set(text.split('\n').flatMap((line) => line.split('\t')[1] ?? []))].sort();
}

/** A field of study by itself, at a level, in a city, in a state, at an institution; and an institution by itself. */
async function timeSearches(schools) {
  const times = [];
  let found = 0;
  const cpuBefore = await service.cpuMicroseconds();
  for (let index = 0; index < 3 * Number(requests); index += 1) {
    const { name, city, stateCode } = schools[(index * 7) % schools.length];
    const where = ['', city, stateCode.slice(3), name][index % 4];
    const text = index % 5 === 4 ? name : `${LEVELS[(index >> 2) % 4]} ${STUDIED[index % 7]} ${where}`;
    const [{ search: hits }, ms] = await timed(() => search(text));
    found += hits.totalCount;
    times.push(ms);
  }
  if (found === 0) throw new Error('No search found a program.');
  const cpu = (await service.cpuMicroseconds()) - cpuBefore;
  return { found, ...percentiles(times), cpuMsPerSearch: round(cpu / 1000 / times.length) };
}

function ask({ field, ...variables }) {
  const order = { field, direction: ORDERS[field] };
  return send(PROGRAMS, { ...variables, order }, variables.zip);
}

function search(text) {
  return send(SEARCH, { text }, text);
}

async function send(query, variables, subject) {
  const response = await fetch(`${service.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data: answer, errors } = await response.json();
  if (errors) throw new Error(`${subject}: ${errors[0].message}`);
  return answer;
}

function print({ listed, results, searches, widest, first, memoryMegabytes }) {
  console.log(`${listed} programs listed. Milliseconds per request, one after another:`);
  console.table(results);
  console.log('The widest list, 500 miles around New York:');
  console.table(widest);
  console.log('Searches for programs:');
  console.table([searches]);
  console.log(`First list, which reads the institutions and fields: ${first.listMs} ms.`);
  console.log(`First search, which also builds its index: ${first.searchMs} ms.`);
  console.log(`Memory in use before and after it: ${memoryMegabytes.before} and ${memoryMegabytes.after} MB.`);
}
