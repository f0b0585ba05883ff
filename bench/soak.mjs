// The service under full load for a long time: does it slow down, or grow?
//   npm run bench:soak -- --minutes 20                     (build first: npm start, or npm run build)

import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startProcess } from './request-path/targets.mjs';
import { mixed } from './soak/questions.mjs';

const usage = `usage: npm run bench:soak [-- --minutes 20 --connections 32 --json]

Starts the service and asks it, on all connections at once and without a pause, a mix of kept, short, cold and bad
questions, pages and lists. Prints a line per minute, and the first quarter beside the last:
  requests/s, p50, p99   latencies in milliseconds
  RSS, heap              megabytes of the server's process (with DATABASE_URL, the database is not in it), and of those
                         what is in use once garbage is collected
  in flight              requests under way at the end of the minute
  errors                 answers with another status than the question's, and connections that failed

The embedded database is used, in a temporary folder; with DATABASE_URL the Postgres database of that name, into which the
guides are loaded as at any start.

  --minutes      at least 1 (default 20)
  --connections  kept open, each with one request at a time (default 32)
  --json         print JSON instead of a table

Exit codes: 0 measured, 1 there were errors or the service could not be started, 2 wrong usage.`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean', default: false },
        minutes: { type: 'string', default: '20' },
        connections: { type: 'string', default: '32' },
      },
    });
    for (const name of ['minutes', 'connections']) {
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

const { help, json, ...numbers } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}
const [minutes, connections] = [numbers.minutes, numbers.connections].map(Number);

const home = await mkdtemp(join(tmpdir(), 'careergraph-bench-'));
const main = fileURLToPath(new URL('../packages/careergraph/dist/main.js', import.meta.url));
let server;
const order = mixed();
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const wrong = new Map();
let asked = 0;
let inFlight = 0;
let isOver = false;
let latencies = [];
let errors = 0;

try {
  server = await startProcess('CareerGraph', main, {
    CAREERGRAPH_HOME: home,
    CAREERGRAPH_LOG: 'info',
    ...(process.env.DATABASE_URL && { DATABASE_URL: process.env.DATABASE_URL }),
  });
  const url = new URL('graphql', server.url);
  const rows = [];
  const clients = Array.from({ length: connections }, () => askOn(url));
  if (!json) printHead();
  for (let minute = 1; minute <= minutes; minute++) {
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    const row = {
      minute,
      ...summaryOf(latencies, errors, performance.now() - began),
      ...(await memoryOf(server)),
      inFlight,
    };
    latencies = [];
    errors = 0;
    rows.push(row);
    if (!json) printRow(row);
  }
  isOver = true;
  await Promise.all(clients);
  report(rows);
  if (rows.some((row) => row.errors > 0)) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  isOver = true;
  agent.destroy();
  await server?.stop();
  await rm(home, { recursive: true, force: true });
}

async function askOn(url) {
  while (!isOver) {
    const kind = order[asked % order.length];
    asked += 1;
    const body = kind.body(asked);
    const began = performance.now();
    inFlight += 1;
    const status = await post(url, body).catch((error) => error.code ?? error.message);
    inFlight -= 1;
    if (isOver) return;
    latencies.push(performance.now() - began);
    if (kind.right.includes(status)) continue;
    errors += 1;
    const what = `${kind.name}: ${status}`;
    wrong.set(what, (wrong.get(what) ?? 0) + 1);
  }
}

function post(url, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      // Errors are a status of their own in this type only.
      accept: 'application/graphql-response+json',
      'content-length': Buffer.byteLength(body),
    };
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.on('error', reject);
      response.on('end', () => resolve(response.statusCode));
      response.resume();
    })
      .on('error', reject)
      .end(body);
  });
}

async function memoryOf({ memory }) {
  const { resident, used } = await memory();
  return { rssMegabytes: Math.round(resident / 1e6), heapMegabytes: Math.round(used / 1e6) };
}

function summaryOf(times, errorCount, elapsed) {
  const sorted = Float64Array.from(times).sort();
  const at = (share) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
  return {
    requestsPerSecond: Math.round((times.length * 1_000) / elapsed),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    errors: errorCount,
  };
}

function report(rows) {
  const quarter = Math.max(1, Math.floor(rows.length / 4));
  const first = meanOf(rows.slice(0, quarter));
  const last = meanOf(rows.slice(-quarter));
  if (json) {
    console.log(JSON.stringify({ rows, first, last, wrong: Object.fromEntries(wrong) }, null, 2));
    return;
  }
  console.log('');
  printRow({ minute: 'first quarter', ...first });
  printRow({ minute: 'last quarter', ...last });
  for (const [what, count] of wrong) console.log(`${what}  ${count} times`);
}

function meanOf(rows) {
  const names = Object.keys(rows[0]).filter((name) => name !== 'minute');
  const mean = (name) => rows.reduce((sum, row) => sum + row[name], 0) / rows.length;
  return Object.fromEntries(names.map((name) => [name, Number(mean(name).toFixed(1))]));
}

function printHead() {
  const titles = ['requests/s', 'p50 ms', 'p99 ms', 'RSS MB', 'heap MB', 'in flight', 'errors'];
  console.log('minute'.padEnd(14) + titles.map((title) => title.padStart(12)).join(''));
}

function printRow({
  minute,
  requestsPerSecond,
  p50Ms,
  p99Ms,
  rssMegabytes,
  heapMegabytes,
  inFlight: open,
  errors: count,
}) {
  const cells = [requestsPerSecond, p50Ms, p99Ms, rssMegabytes, heapMegabytes, open, count];
  console.log(String(minute).padEnd(14) + cells.map((cell) => String(cell).padStart(12)).join(''));
}
