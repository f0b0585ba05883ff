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
all figures, what was left out, and the total. Prints the milliseconds per request for each order, those of the widest
list (500 miles around New York, the occupation with the most fields of study), the time of the first request, and the
memory before and after.

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
    nodes { title level distanceMiles institution { name city websiteUrl }
      completions ${FIGURE} awards ${FIGURE} earnings1Year ${FIGURE} earnings4Years ${FIGURE} medianDebt ${FIGURE}
      netPrice ${FIGURE} completionRate ${FIGURE} } } }`;

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
  const results = [];
  let listed = 0;
  for (const miles of [25, 100]) {
    for (const field of Object.keys(ORDERS)) {
      const times = [];
      for (let index = 0; index < Number(requests); index += 1) {
        const zip = zips[(index * 397 + results.length * 53) % zips.length];
        const occupation = OCCUPATIONS[index % OCCUPATIONS.length];
        const [{ programs }, ms] = await timed(() => ask({ zip, miles, occupation, field }));
        listed += programs.nodes.length;
        times.push(ms);
      }
      results.push({ order: field, miles, ...percentiles(times) });
    }
  }
  if (listed === 0) throw new Error('No list had a program.');
  const widest = [];
  for (const field of Object.keys(ORDERS)) {
    const [{ programs }, ms] = await timed(() => ask({ zip: '10001', miles: 500, occupation: '25-1071', field }));
    widest.push({ order: field, programs: programs.totalCount, fields: programs.fields.length, ms: round(ms) });
  }
  const memoryMegabytes = { before: megabytes(before), after: megabytes(after) };
  const measured = { listed, results, widest, firstMs: Math.round(firstMs), memoryMegabytes };
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

async function ask({ field, ...variables }) {
  const response = await fetch(`${service.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: PROGRAMS,
      variables: { ...variables, order: { field, direction: ORDERS[field] } },
    }),
  });
  const { data: answer, errors } = await response.json();
  if (errors) throw new Error(`${variables.zip}: ${errors[0].message}`);
  return answer;
}

function print({ listed, results, widest, firstMs, memoryMegabytes }) {
  console.log(`${listed} programs listed. Milliseconds per request, one after another:`);
  console.table(results);
  console.log('The widest list, 500 miles around New York:');
  console.table(widest);
  console.log(`First request, which reads the institutions and fields: ${firstMs} ms.`);
  console.log(`Memory in use before and after it: ${memoryMegabytes.before} and ${memoryMegabytes.after} MB.`);
}
