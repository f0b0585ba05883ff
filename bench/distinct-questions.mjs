// The memory of the service while it is asked questions that were never asked before.
//   npm run bench:distinct-questions [-- --help]                  (build first: npm start, or npm run build)

import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { STATES } from '@careergraph/domain';
import { careersOf, startProcess } from './request-path/targets.mjs';

const usage = `usage: npm run bench:distinct-questions [-- --questions 1000000 --answer-mb 64 --row-mb 256 --json]

Starts the service and asks it distinct questions: every career in every state, in ten forms of the document and with a
number that makes each question another one. After each tenth it prints the memory in use, once garbage is collected,
beside its bound: what was in use after the first thousand questions, and what the service may keep
(CAREERGRAPH_ANSWER_MB, CAREERGRAPH_ROW_MB). The resident memory before the collection is more, because V8 lets garbage
stand and keeps what it has freed.

The embedded database is used, in a temporary folder; with DATABASE_URL the Postgres database of that name.

  --questions  how many (default 1000000)
  --answer-mb  memory for answers (default 64)
  --row-mb     memory for rows and what is computed from them (default 256)
  --json       print JSON instead of a table

Exit codes: 0 measured, 1 an answer was wrong, 2 wrong usage.`;

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean', default: false },
  questions: { type: 'string', default: '1000000' },
  'answer-mb': { type: 'string', default: '64' },
  'row-mb': { type: 'string', default: '256' },
};

function readArguments() {
  try {
    const { values } = parseArgs({ options });
    for (const name of ['questions', 'answer-mb', 'row-mb']) {
      if (!/^[1-9]\d{0,8}$/.test(values[name]))
        throw new Error(`--${name} must be a whole number; it is "${values[name]}".`);
    }
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const { help, json, questions: count, 'answer-mb': answerMb, 'row-mb': rowMb } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}

const CONNECTIONS = 8;
const WARM_UP = 1_000;
const main = fileURLToPath(new URL('../packages/careergraph/dist/main.js', import.meta.url));
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const questions = Number(count);
const work = await mkdtemp(join(tmpdir(), 'careergraph-bench-'));
let service;
try {
  service = await startProcess('CareerGraph', main, {
    CAREERGRAPH_HOME: work,
    CAREERGRAPH_ANSWER_MB: answerMb,
    CAREERGRAPH_ROW_MB: rowMb,
    ...(process.env.DATABASE_URL && { DATABASE_URL: process.env.DATABASE_URL }),
  });
  const slugs = await careersOf(service);
  let asked = 0;
  const askUntil = async (last) => {
    const worker = async () => {
      while (asked < last) {
        asked += 1;
        await ask(questionOf(asked, slugs));
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  };
  const megabytes = async () => {
    const { resident, used } = await service.memory();
    return { residentMb: Math.round(resident / 1_000_000), usedMb: Math.round(used / 1_000_000) };
  };
  await askUntil(WARM_UP);
  const base = await megabytes();
  const boundMb = base.usedMb + Number(answerMb) + Number(rowMb);
  const results = [];
  for (let tenth = 1; tenth <= 10; tenth += 1) {
    await askUntil(WARM_UP + Math.round((questions * tenth) / 10));
    results.push({ questions: asked, ...(await megabytes()), boundMb });
  }
  if (json) console.log(JSON.stringify({ base, results }, null, 2));
  else {
    const line = (cells) => console.log(cells.map((cell) => String(cell).padStart(14)).join(''));
    line(['questions', 'in use, MB', 'bound, MB', 'resident, MB']);
    for (const { questions: after, usedMb, residentMb } of results) line([after, usedMb, boundMb, residentMb]);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  agent.destroy();
  await service?.stop();
  await rm(work, { recursive: true, force: true });
}

function questionOf(number, slugs) {
  const slug = slugs[number % slugs.length];
  const { code } = STATES[Math.floor(number / slugs.length) % STATES.length];
  const query = `query ($slug: String!, $state: String!) {
  career(slug: $slug) { title salary(in: { state: $state }) { area { name } mean { display } } growth { percent { display } } }
} # ${number % 10}`;
  return { query, variables: { slug, state: code.slice(-2) }, extensions: { number } };
}

function ask(question) {
  const body = JSON.stringify(question);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${service.url}graphql`,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => {
          if (response.statusCode === 200 && text.startsWith('{"data":{"career":{')) resolve();
          else reject(new Error(`CareerGraph answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
