// Requests per second of the career page over HTTP, beside two references measured in the same run.
//   npm run bench:request-path [-- --help]                  (build first: npm start, or npm run build)

import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, readAnswer } from './request-path/measure.mjs';
import { startAll } from './request-path/targets.mjs';

const usage = `usage: npm run bench:request-path [-- --seconds 5 --connections 32 --rounds 5 --json]

Measures, each in a process of its own on 127.0.0.1, in interleaved rounds after a warm-up, and prints the medians:
  fixed bytes   node:http answering bytes of the size of the career page: the most this machine could do
  one SQL       node:http with one hand-written statement (json_agg) for the career's main content: career with its
                document, national wages, wages by state, credentials, growth
  CareerGraph   the service as it is built, asked schema/examples/career-page.graphql

No answer is cached: each request is executed, and each asks the database. The service does keep parsed and validated
documents, what changes only with a release (areas, sources, the list of careers), and, for as long as the active
releases stay, the findings of a career and which releases cover it. "One SQL" prepares its statement once on
Postgres; PGlite prepares it each time.

The embedded database is used, in temporary folders, one a process; with DATABASE_URL the Postgres database of that
name, into which the guides are loaded as at any start.

  --seconds      of each measurement (default 5)
  --connections  kept open, each with one request at a time (default 32)
  --rounds       measurements of each (default 5)
  --json         print JSON instead of a table

Exit codes: 0 measured, 1 an answer was wrong or differed, or something could not be started, 2 wrong usage.`;

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean', default: false },
  seconds: { type: 'string', default: '5' },
  connections: { type: 'string', default: '32' },
  rounds: { type: 'string', default: '5' },
};

function readArguments() {
  try {
    const { values } = parseArgs({ options });
    for (const name of ['seconds', 'connections', 'rounds']) {
      if (!/^[1-9]\d{0,3}$/.test(values[name])) {
        throw new Error(`--${name} must be a whole number from 1 to 9999; it is "${values[name]}".`);
      }
    }
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const { help, json, ...numbers } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}
const [seconds, connections, rounds] = [numbers.seconds, numbers.connections, numbers.rounds].map(Number);
const work = await mkdtemp(join(tmpdir(), 'careergraph-bench-'));
let targets = [];
try {
  targets = await startAll(work, process.env.DATABASE_URL);
  for (const target of targets) target.bytes = (await readAnswer(target)).length;
  for (const target of targets) await measure(target, { seconds: Math.min(seconds, 3), connections });
  const runs = new Map(targets.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const target of targets) runs.get(target.name).push(await measure(target, { seconds, connections }));
  }
  for (const target of targets) await readAnswer(target);
  report(runs);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  for (const { stop } of targets) await stop();
  await rm(work, { recursive: true, force: true });
}

function report(runs) {
  const rows = targets.map(({ name, bytes }) => {
    const of = runs.get(name);
    const rates = of.map(({ rate }) => rate);
    return {
      name,
      bytes,
      requestsPerSecond: Math.round(median(rates)),
      lowest: Math.round(Math.min(...rates)),
      highest: Math.round(Math.max(...rates)),
      p50Ms: median(of.map(({ p50 }) => p50)),
      p99Ms: median(of.map(({ p99 }) => p99)),
    };
  });
  const service = rows.at(-1).requestsPerSecond;
  const machine = {
    node: process.version,
    cpus: cpus().length,
    cpu: cpus()[0]?.model,
    database: process.env.DATABASE_URL ? 'postgres' : 'embedded',
    seconds,
    connections,
    rounds,
  };
  if (json) {
    const ratio = (row) => ({ ...row, ofService: Number((row.requestsPerSecond / service).toFixed(2)) });
    console.log(JSON.stringify({ machine, results: rows.map(ratio) }, null, 2));
    return;
  }
  console.log(`Node ${machine.node}, ${machine.cpus} × ${machine.cpu}, database: ${machine.database};`);
  console.log(
    `${connections} connections, median of ${rounds} rounds of ${seconds} s; no answer is cached (see --help)\n`,
  );
  const line = (cells) =>
    console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(13) : cell.padStart(at === 7 ? 15 : 12))).join(''));
  line(['', 'requests/s', 'lowest', 'highest', 'p50 ms', 'p99 ms', 'bytes', '  × CareerGraph']);
  for (const row of rows) {
    const { requestsPerSecond: rate, lowest, highest, p50Ms, p99Ms, bytes } = row;
    line([row.name, ...[rate, lowest, highest, p50Ms, p99Ms, bytes].map(String), (rate / service).toFixed(2)]);
  }
}
