// Requests per second of kept and of executed answers over HTTP, beside references measured in the same run.
//   npm run bench:request-path [-- --help]                  (build first: npm start, or npm run build)

import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, readAnswer } from './request-path/measure.mjs';
import { startAll } from './request-path/targets.mjs';

const usage = `usage: npm run bench:request-path [-- --seconds 5 --connections 32 --rounds 5 --json]

Measures, each in a process of its own on 127.0.0.1, in interleaved rounds after a warm-up, and prints the medians:
  fixed page, plain, short  node:http reading the same request and answering with the bytes of the answer, with no headers
                            but those of their type and length: the most this machine could do
  kept page, plain, short   the service answering from its store of finished answers: schema/examples/career-page.graphql,
                            bench/request-path/plain.graphql, and schema/examples/growth.graphql, by GET with the hash and
                            by POST with the text. The goal is 0.6 of fixed
  one SQL                   node:http with one hand-written statement (json_agg) for the career's main content: career
                            with its document, national wages, wages by state, credentials, growth
  PostGraphile 5            with DATABASE_URL: PostGraphile on the same tables, installed with npm into a temporary folder
                            (with Node 22 if this one is older), asked the plain question in its own words
  executed plain            the service without its store, asked bench/request-path/plain.graphql. The goal is 1.2 of
                            PostGraphile 5
  executed page             the same, asked schema/examples/career-page.graphql. The goal is 0.3 of one SQL
  executed careers          the same, asked the plain question for every career in turn

"cpu ms" is the processor time of the answering process per request, with all its threads. It changes little when the
machine is busy, and Postgres is not in it.

What is executed asks the database only for rows that no request had before: the service keeps the rows of files and
guides (CAREERGRAPH_ROW_MB), parsed and validated documents, and what changes only with a release. "One SQL" prepares its
statement once on Postgres; PGlite prepares it each time.

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
let started;
try {
  started = await startAll(work, process.env.DATABASE_URL);
  const { targets } = started;
  for (const target of targets) target.bytes = (await readAnswer(target)).length;
  for (const target of targets) await measure(target, { seconds: Math.min(seconds, 3), connections });
  const runs = new Map(targets.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const target of targets) runs.get(target.name).push(await measure(target, { seconds, connections }));
  }
  for (const target of targets) await readAnswer(target);
  report(targets, runs, started.skipped);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await started?.stop();
  await rm(work, { recursive: true, force: true });
}

function report(targets, runs, skipped) {
  const rows = targets.map(({ name, bytes, fixed }) => {
    const of = runs.get(name);
    const rates = of.map(({ rate }) => rate);
    return {
      name,
      fixed,
      bytes,
      requestsPerSecond: Math.round(median(rates)),
      lowest: Math.round(Math.min(...rates)),
      highest: Math.round(Math.max(...rates)),
      p50Ms: median(of.map(({ p50 }) => p50)),
      p99Ms: median(of.map(({ p99 }) => p99)),
      p99OfP50: ratioOrNull(median(of.map(({ p99 }) => p99)), median(of.map(({ p50 }) => p50))),
      cpuMs: Number(median(of.map(({ cpuMs }) => cpuMs)).toPrecision(3)),
    };
  });
  const rateOf = (name) => rows.find((row) => row.name === name)?.requestsPerSecond;
  const references = { 'executed plain': 'PostGraphile 5', 'executed page': 'one SQL' };
  const ofReference = ({ requestsPerSecond }, reference) =>
    rateOf(reference) && { reference, ofReference: ratio(requestsPerSecond, rateOf(reference)) };
  const withRatios = rows.map(({ fixed, ...row }) => ({
    ...row,
    ...ofReference(row, fixed ?? references[row.name]),
  }));
  const machine = {
    node: process.version,
    cpus: cpus().length,
    cpu: cpus()[0]?.model,
    load: loadavg()[0],
    database: process.env.DATABASE_URL ? 'postgres' : 'embedded',
    seconds,
    connections,
    rounds,
  };
  if (json) {
    console.log(
      JSON.stringify({ machine, results: withRatios, skipped: skipped && { 'PostGraphile 5': skipped } }, null, 2),
    );
    return;
  }
  console.log(
    `Node ${machine.node}, ${machine.cpus} × ${machine.cpu}, load ${machine.load.toFixed(1)}, database: ${machine.database};`,
  );
  console.log(`${connections} connections, median of ${rounds} rounds of ${seconds} s\n`);
  const line = ([name, ...cells]) => console.log(name.padEnd(20) + cells.map((cell) => cell.padStart(12)).join(''));
  line(['', 'requests/s', 'lowest', 'highest', 'p50 ms', 'p99 ms', 'p99 ÷ p50', 'cpu ms', 'bytes', '× reference']);
  for (const row of withRatios) {
    const { requestsPerSecond, lowest, highest, p50Ms, p99Ms, p99OfP50, cpuMs, bytes } = row;
    const { reference, ofReference: times } = row;
    const cells = [requestsPerSecond, lowest, highest, p50Ms, p99Ms, p99OfP50, cpuMs, bytes, times];
    line([row.name, ...cells.map((cell) => String(cell ?? '')), ...(reference ? [`  ${reference}`] : [])]);
  }
  if (skipped) console.log(`\nPostGraphile 5: skipped, because ${skipped}`);
}

function ratio(value, other) {
  return Number((value / other).toFixed(2));
}

/** Null where the other rounds to nothing: latencies are whole milliseconds. */
function ratioOrNull(value, other) {
  return other === 0 ? null : ratio(value, other);
}
