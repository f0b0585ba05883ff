// How well and how fast a search finds the occupation that a job title belongs to.
//   npm run bench:search [-- --help]                  (build first: npm start, or npm run build)

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runToEnd } from '../scripts/child.mjs';
import { startProcess } from './request-path/targets.mjs';
import { readLabelled, withTypo } from './search/labelled.mjs';
import { createTrigrams } from './search/trigrams.mjs';
import { megabytes, percentiles, round, timed } from './shared/summary.mjs';

const usage = `usage: npm run bench:search [-- --data FOLDER --home FOLDER --json]

Imports O*NET 29.0 into the embedded database of a temporary folder, starts the service, and searches over HTTP for each
English preferred title of search/job_titles_labelled.tsv, one after another: as written, and with one typo. Prints how
often the right occupation is first and among the first five, for both halves of the occupations (the weights were fitted to
both, to other labels of the same occupations, and British words were added for titles of both), beside plain trigram similarity
over the same titles in the same run. Then the times of searches and suggestions, and the time and the memory that the index
took.

  --data  folder with onet/29.0-text and search (default: CAREERGRAPH_DATA_DIR)
  --home  a folder to keep: if it has a database, nothing is imported
  --json  print JSON instead of tables

Exit codes: 0 measured, 1 an answer was wrong, 2 wrong usage.`;

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean', default: false },
  data: { type: 'string', default: process.env.CAREERGRAPH_DATA_DIR },
  home: { type: 'string' },
};

function readArguments() {
  try {
    const { values } = parseArgs({ options });
    if (!values.help && values.data === undefined)
      throw new Error('--data or CAREERGRAPH_DATA_DIR must name a folder.');
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const { help, json, data, home: kept } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}

const SEARCH = `query ($text: String!) { search(text: $text, kinds: [OCCUPATION], first: 10) {
  edges { node { ... on Occupation { code } } } } }`;
const SUGGEST = 'query ($text: String!) { suggest(text: $text) { text } }';

const script = (path) => fileURLToPath(new URL(path, import.meta.url));
const home = kept ?? (await mkdtemp(join(tmpdir(), 'careergraph-bench-')));
const environment = { ...process.env, CAREERGRAPH_HOME: home };
let service;
try {
  if (kept === undefined) {
    const importing = [script('../packages/cli/dist/main.js'), 'import', 'onet', join(data, 'onet/29.0-text')];
    const code = await runToEnd(process.execPath, importing, { env: environment });
    if (code !== 0) throw new Error(`The import ended with code ${code}.`);
  }
  const started = performance.now();
  // Kept answers would make repeated searches too fast.
  service = await startProcess('CareerGraph', script('../packages/server/dist/main.js'), {
    CAREERGRAPH_HOME: home,
    CAREERGRAPH_ANSWER_MB: '0',
  });
  const startMs = performance.now() - started;
  const before = await service.memory();
  const [, indexMs] = await timed(() => ask(SEARCH, 'nurse'));
  const after = await service.memory();

  const titles = await readLabelled(join(data, 'search/job_titles_labelled.tsv'));
  const trigrams = await createTrigrams(join(data, 'onet/29.0-text'));
  const cpuBefore = await service.cpuMicroseconds();
  const times = { search: [], suggest: [] };
  const results = [];
  for (const [what, textOf] of [
    ['as written', ({ title }) => title],
    ['one typo', withTypo],
  ]) {
    const ranks = { search: [], trigrams: [] };
    for (const [index, labelled] of titles.entries()) {
      const text = textOf(labelled, index);
      const [{ search }, ms] = await timed(() => ask(SEARCH, text));
      times.search.push(ms);
      ranks.search.push({
        half: labelled.half,
        rank: rankOf(
          labelled,
          search.edges.map(({ node }) => node.code),
        ),
      });
      ranks.trigrams.push({ half: labelled.half, rank: rankOf(labelled, trigrams(text)) });
    }
    for (const [by, list] of Object.entries(ranks)) {
      for (const half of ['A', 'B', 'all']) results.push({ titles: what, by, half, ...sharesOf(list, half) });
    }
  }
  const cpu = (await service.cpuMicroseconds()) - cpuBefore;
  for (const { title } of titles.slice(0, 300)) {
    const typed = title.slice(0, 3 + (title.length % 6));
    const [, ms] = await timed(() => ask(SUGGEST, typed));
    times.suggest.push(ms);
  }
  const measured = {
    titles: titles.length,
    results,
    ms: { search: percentiles(times.search), suggest: percentiles(times.suggest) },
    cpuMsPerSearch: round(cpu / 1000 / times.search.length),
    startMs: Math.round(startMs),
    firstSearchMs: Math.round(indexMs),
    memoryMegabytes: { before: megabytes(before), after: megabytes(after) },
  };
  if (json) console.log(JSON.stringify(measured, null, 2));
  else print(measured);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await service?.stop();
  if (kept === undefined) await rm(home, { recursive: true, force: true });
}

async function ask(query, text) {
  const response = await fetch(`${service.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { text } }),
  });
  const { data: answer, errors } = await response.json();
  if (errors) throw new Error(`${text}: ${errors[0].message}`);
  return answer;
}

/** The place of the right occupation; codes of one SOC code count as one. */
function rankOf({ socCode }, codes) {
  return [...new Set(codes.map((code) => code.slice(0, 7)))].indexOf(socCode) + 1;
}

function sharesOf(ranks, half) {
  const list = ranks.filter((each) => half === 'all' || each.half === half);
  const share = (most) => (100 * list.filter(({ rank }) => rank > 0 && rank <= most).length) / list.length;
  return { first: round(share(1)), amongFive: round(share(5)) };
}

function print({ titles, results, ms, cpuMsPerSearch, startMs, firstSearchMs, memoryMegabytes }) {
  console.log(`${titles} titles. Right occupation (SOC code) first, and among the first five, in percent:`);
  console.table(results);
  console.log('Milliseconds per request, one after another:');
  console.table(ms);
  console.log(`Processor time per search: ${cpuMsPerSearch} ms.`);
  console.log(`Start: ${startMs} ms. First search, which builds the index: ${firstSearchMs} ms.`);
  console.log(`Memory in use before and after it: ${memoryMegabytes.before} and ${memoryMegabytes.after} MB.`);
}
