// How long a polite client waits beside a greedy one.
//   npm run bench:fairness [-- --help]                  (build first: npm start, or npm run build)

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startProcess } from './request-path/targets.mjs';

const usage = `usage: npm run bench:fairness [-- --seconds 10 --connections 64 --json]

One polite client asks for career pages, one at a time. A greedy one asks for them on many connections. Nothing is kept
(CAREERGRAPH_ANSWER_MB=0, CAREERGRAPH_ROW_MB=0), so each question goes to the database. Measured in turn:
  alone          the polite client without the greedy one
  one caller     both with the same address: the server cannot tell them apart, so requests wait in the order in which
                 they came
  two callers    each with its own address: callers take turns

The embedded database is used, in a temporary folder; with DATABASE_URL the Postgres database of that name.

  --seconds      of each measurement (default 10)
  --connections  of the greedy client (default 64)
  --json         print JSON instead of a table

Exit codes: 0 measured, 1 an answer was wrong or the server could not be started, 2 wrong usage.`;

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean', default: false },
  seconds: { type: 'string', default: '10' },
  connections: { type: 'string', default: '64' },
};

function readArguments() {
  try {
    const { values } = parseArgs({ options });
    for (const name of ['seconds', 'connections']) {
      if (!/^[1-9]\d{0,2}$/.test(values[name]))
        throw new Error(`--${name} must be a whole number from 1 to 999; it is "${values[name]}".`);
    }
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const { help, json, seconds, connections } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}

const POLITE = '192.0.2.1';
const GREEDY = '198.51.100.1';
const query = await readFile(new URL('../schema/examples/career-page.graphql', import.meta.url), 'utf8');
const agent = new Agent({ keepAlive: true });
const work = await mkdtemp(join(tmpdir(), 'careergraph-bench-'));
let server;
try {
  server = await startProcess(
    'CareerGraph',
    new URL('../packages/careergraph/dist/main.js', import.meta.url).pathname,
    {
      CAREERGRAPH_HOME: work,
      CAREERGRAPH_ANSWER_MB: '0',
      CAREERGRAPH_ROW_MB: '0',
      CAREERGRAPH_ANONYMOUS_BUDGET: '0',
      CAREERGRAPH_TRUSTED_PROXIES: '127.0.0.0/8',
      ...(process.env.DATABASE_URL && { DATABASE_URL: process.env.DATABASE_URL }),
    },
  );
  const slugs = await careers();
  let asked = 0;
  const askOne = async (from) => {
    const variables = { slug: slugs[asked % slugs.length] };
    // Extensions make each question one of its own, so that none shares the computation of another.
    const body = JSON.stringify({ query, variables, extensions: { bench: ++asked } });
    const { data } = await post(body, from);
    if (!data?.career) throw new Error(`The answer for ${variables.slug} has no career.`);
  };
  for (let time = 0; time < 20; time++) await askOne(POLITE);
  const results = [];
  for (const [name, greedy, count] of [
    ['alone', GREEDY, 0],
    ['one caller', POLITE, Number(connections)],
    ['two callers', GREEDY, Number(connections)],
  ]) {
    results.push({ name, ...(await measure(askOne, greedy, count)) });
  }
  report(results);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  agent.destroy();
  await server?.stop();
  await rm(work, { recursive: true, force: true });
}

async function measure(askOne, greedyAddress, count) {
  const end = performance.now() + Number(seconds) * 1_000;
  let greedyAnswers = 0;
  const greedy = Array.from({ length: count }, async () => {
    while (performance.now() < end) {
      await askOne(greedyAddress);
      greedyAnswers += 1;
    }
  });
  const times = [];
  while (performance.now() < end) {
    const start = performance.now();
    await askOne(POLITE);
    times.push(performance.now() - start);
  }
  await Promise.all(greedy);
  times.sort((a, b) => a - b);
  const at = (part) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] * 10) / 10;
  return { answers: times.length, p50Ms: at(0.5), p99Ms: at(0.99), greedyAnswers };
}

function post(body, from) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-forwarded-for': from,
    };
    const sent = request(`${server.url}graphql`, { method: 'POST', agent, headers }, async (response) => {
      try {
        const chunks = [];
        for await (const chunk of response) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode !== 200) throw new Error(`Status ${response.statusCode}: ${text.slice(0, 300)}`);
        resolve(JSON.parse(text));
      } catch (error) {
        reject(error);
      }
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function careers() {
  const { data } = await post(JSON.stringify({ query: '{ careers(first: 100) { nodes { slug } } }' }), POLITE);
  return data.careers.nodes.map(({ slug }) => slug);
}

function report(results) {
  const [alone] = results;
  const rows = results.map((row) => ({ ...row, ofAlone: Math.round((row.p50Ms / alone.p50Ms) * 10) / 10 }));
  const machine = {
    node: process.version,
    cpus: cpus().length,
    cpu: cpus()[0]?.model,
    database: process.env.DATABASE_URL ? 'postgres' : 'embedded',
  };
  if (json) {
    console.log(JSON.stringify({ machine, results: rows }, null, 2));
    return;
  }
  console.log(
    `Node ${machine.node}, ${machine.cpus} × ${machine.cpu}, database: ${machine.database}; ${connections} greedy connections\n`,
  );
  const line = ([name, ...cells]) =>
    console.log(String(name).padEnd(14) + cells.map((cell) => String(cell).padStart(16)).join(''));
  line(['polite client', 'answers', 'p50 ms', 'p99 ms', 'p50 ÷ alone', 'greedy answers']);
  for (const { name, answers, p50Ms, p99Ms, ofAlone, greedyAnswers } of rows)
    line([name, answers, p50Ms, p99Ms, ofAlone, greedyAnswers]);
}
