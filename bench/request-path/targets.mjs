import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAnswer } from './measure.mjs';
import { installPostgraphile, plainQuestion } from './postgraphile.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = (path) => readFile(join(root, path), 'utf8');

const CAREER = 'medical-office-manager';
/** The occupation that the starter has wages by state for. */
const STATES_OF = '43-6011';

const JSON_TYPES = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };

/** Starts the references and the service, in the order in which they are reported. */
export async function startAll(work, databaseUrl) {
  const home = (name) => join(work, name);
  const main = join(root, 'packages/careergraph/dist/main.js');
  const started = [];
  const start = async (name, script, environment, executable) => {
    const target = await startProcess(name, script, environment, executable);
    started.push(target);
    return target;
  };
  const environmentOf = (folder) => ({
    CAREERGRAPH_HOME: home(folder),
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  });
  try {
    const first = await start('CareerGraph', main, environmentOf('kept'));
    await first.stop();
    if (databaseUrl === undefined) {
      // One process may open a folder: each gets a copy of the loaded one.
      for (const name of ['executed', 'sql']) await cp(home('kept'), home(name), { recursive: true });
    }
    const page = await questionOf('schema/examples/career-page', ({ career }) => career?.title, STATES_OF);
    const small = await questionOf('schema/examples/growth', ({ career }) => career?.growth);
    const plain = await questionOf('bench/request-path/plain', ({ career }) => career?.salaries.nodes.length > 40);
    const keeping = await start('CareerGraph', main, environmentOf('kept'));
    const executing = await start('CareerGraph', main, { ...environmentOf('executed'), CAREERGRAPH_ANSWER_MB: '0' });
    const sql = await start('one SQL', here('one-sql.mjs'), environmentOf('sql'));
    const targets = [];
    for (const [size, question] of [
      ['page', page],
      ['plain', plain],
      ['short', small],
    ]) {
      const post = postOf(`kept ${size}, POST`, keeping, question);
      // The same bytes: the client takes longer to read text that is not all ASCII, and it is what limits this machine.
      const answer = await readAnswer(post);
      const path = join(work, `${size}.json`);
      await writeFile(path, answer);
      const fixed = await start(`fixed ${size}`, here('fixed-bytes.mjs'), { BYTES: path });
      const get = getOf(`kept ${size}, GET`, keeping, question);
      for (const kept of [get, post]) {
        const reference = asked(fixed, kept, (text) => expectText(text, answer));
        targets.push(reference, { ...kept, fixed: reference.name });
      }
    }
    targets.push({ ...sql, method: 'GET', check: expectCareer });
    const postgraphile = await startPostgraphile(work, databaseUrl, start);
    if (postgraphile.target) targets.push(postgraphile.target);
    const slugs = await careersOf(executing);
    for (const [name, question, careers] of [
      ['executed plain', plain, [CAREER]],
      ['executed page', page, [CAREER]],
      ['executed careers', plain, slugs],
    ]) {
      // Equal requests at the same time share one execution, so each connection asks its own.
      const bodiesOf = (connection) =>
        careers.map((_, index) => {
          const slug = careers[(index + connection * 50) % careers.length];
          return bodyOf({ ...question, variables: { ...question.variables, slug } }, { bench: connection });
        });
      targets.push({ ...postOf(name, executing, question), bodiesOf });
    }
    return { targets, skipped: postgraphile.skipped, stop: () => stopAll(started) };
  } catch (error) {
    await stopAll(started);
    throw error;
  }
}

/** PostGraphile with the plain question, or why it is not measured. */
async function startPostgraphile(work, databaseUrl, start) {
  if (databaseUrl === undefined) return { skipped: 'it has no embedded database; give DATABASE_URL' };
  const { skipped, script, executable } = await installPostgraphile(join(work, 'postgraphile'));
  if (skipped) return { skipped };
  const environment = { DATABASE_URL: databaseUrl, GRAPHILE_ENV: 'production' };
  const service = await start('PostGraphile 5', script, environment, executable);
  const question = await plainQuestion(service, CAREER, STATES_OF);
  return { target: { ...postOf('PostGraphile 5', service, question), body: bodyOf(question) } };
}

async function stopAll(started) {
  for (const { stop } of started) await stop();
}

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

async function questionOf(path, isAnswered, occupation) {
  return {
    query: await file(`${path}.graphql`),
    variables: { slug: CAREER, ...(occupation && { occupation }) },
    check: (text) => {
      const { data, errors } = JSON.parse(text);
      if (errors || !isAnswered(data)) throw new Error(`CareerGraph answered ${text.slice(0, 300)}`);
    },
  };
}

/** The slugs of all careers. */
export async function careersOf({ url }) {
  const query =
    'query ($after: String) { careers(first: 100, after: $after) { nodes { slug } pageInfo { hasNextPage endCursor } } }';
  const slugs = [];
  for (let after = null, more = true; more; ) {
    const body = JSON.stringify({ query, variables: { after } });
    const response = await fetch(`${url}graphql`, { method: 'POST', headers: JSON_TYPES, body });
    const { nodes, pageInfo } = (await response.json()).data.careers;
    slugs.push(...nodes.map(({ slug }) => slug));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return slugs;
}

const bodyOf = ({ query, variables }, extensions) => JSON.stringify({ query, variables, extensions });

function postOf(name, { url, cpuMicroseconds }, question) {
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(question.query).digest('hex') };
  return {
    name,
    cpuMicroseconds,
    url: `${url}graphql`,
    method: 'POST',
    headers: JSON_TYPES,
    // With its hash, so that it can be asked by GET.
    body: bodyOf(question, { persistedQuery }),
    check: question.check,
  };
}

/** The reference, asked what the service is asked: what a client sends has to be read, too. */
function asked({ name, url, cpuMicroseconds }, { url: keptUrl, method, headers, body }, check) {
  const { search } = new URL(keptUrl);
  return { name: `${name}, ${method}`, url: `${url}graphql${search}`, method, headers, body, check, cpuMicroseconds };
}

/** Asks by the hash of a document that was sent before. */
function getOf(name, service, question) {
  const { url, body, check, cpuMicroseconds } = postOf(name, service, question);
  const { variables, extensions } = JSON.parse(body);
  const search = new URLSearchParams({
    variables: JSON.stringify(variables),
    extensions: JSON.stringify(extensions),
  });
  return {
    name,
    cpuMicroseconds,
    url: `${url}?${search}`,
    method: 'GET',
    headers: { accept: JSON_TYPES.accept },
    body: undefined,
    check,
  };
}

function expectText(text, answer) {
  if (text !== answer.toString()) throw new Error('fixed bytes: it answers with other bytes.');
}

function expectCareer(text) {
  const { title, wages, states, credentials, growth } = JSON.parse(text);
  if (!title || !wages || !growth || states.length < 51 || credentials.length === 0) {
    throw new Error(`one SQL: the answer lacks a part: ${text.slice(0, 300)}`);
  }
}

/** Requests are counted, but never refused. Lines of the log would cost the reader of the output more than the writer. */
const WITHOUT_REFUSALS = { CAREERGRAPH_ANONYMOUS_BUDGET: '2000000000', CAREERGRAPH_LOG: 'off' };

/** A child process that prints its address when it answers. */
export async function startProcess(name, script, environment, executable = process.execPath) {
  const child = spawn(executable, ['--import', new URL('report-usage.mjs', import.meta.url).href, script], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', ...WITHOUT_REFUSALS, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  let output = '';
  const url = await new Promise((resolve, reject) => {
    const read = (chunk) => {
      output += chunk;
      const [found] = /http:\/\/\S+\//.exec(output) ?? [];
      if (!found) return;
      resolve(found);
      // The log of requests is written, but not read here.
      child.stdout.off('data', read).resume();
    };
    child.stdout.on('data', read);
    ended.then((code) => reject(new Error(`${name} could not be started (exit code ${code}); build first: npm start`)));
  });
  const reply = async (what) => {
    const message = once(child, 'message');
    child.send(what);
    const [used] = await message;
    return used;
  };
  return { name, url, stop, cpuMicroseconds: () => reply('cpu'), memory: () => reply('memory') };
}
