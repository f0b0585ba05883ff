import { spawn } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = (path) => readFile(join(root, path), 'utf8');

/** Starts the two references and the service, in the order in which they are reported. */
export async function startAll(work, databaseUrl) {
  const home = join(work, 'service');
  const main = join(root, 'packages/server/dist/main.js');
  const started = [];
  const start = async (name, script, environment) => {
    const target = await startProcess(name, script, environment);
    started.push(target);
    return target;
  };
  const database = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  try {
    const environment = { CAREERGRAPH_HOME: home, ...database };
    let service = await start('CareerGraph', main, environment);
    if (databaseUrl === undefined) {
      // One process may open a folder: the reference gets a copy of the loaded one.
      await service.stop();
      await cp(home, join(work, 'copy'), { recursive: true });
      service = await start('CareerGraph', main, environment);
    }
    const page = {
      ...service,
      url: `${service.url}graphql`,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({
        query: await file('schema/examples/career-page.graphql'),
        variables: JSON.parse(await file('schema/examples/career-page.variables.json')),
      }),
      check: (text) => {
        const { data, errors } = JSON.parse(text);
        if (errors || !data?.career?.title) throw new Error(`CareerGraph answered ${text.slice(0, 300)}`);
      },
    };
    const bytes = (await (await fetch(page.url, page)).arrayBuffer()).byteLength;
    const here = (name) => fileURLToPath(new URL(name, import.meta.url));
    const fixed = await start('fixed bytes', here('fixed-bytes.mjs'), { BYTES: String(bytes) });
    const sql = await start('one SQL', here('one-sql.mjs'), { CAREERGRAPH_HOME: join(work, 'copy'), ...database });
    return [
      { ...fixed, method: 'GET', check: (text) => expectLength(text, bytes) },
      { ...sql, method: 'GET', check: expectCareer },
      page,
    ];
  } catch (error) {
    for (const { stop } of started) await stop();
    throw error;
  }
}

function expectLength(text, bytes) {
  if (text.length !== bytes) throw new Error(`fixed bytes: ${text.length} bytes instead of ${bytes}.`);
}

function expectCareer(text) {
  const { title, wages, states, credentials, growth } = JSON.parse(text);
  if (!title || !wages || !growth || states.length < 51 || credentials.length === 0) {
    throw new Error(`one SQL: the answer lacks a part: ${text.slice(0, 300)}`);
  }
}

/** A child process that prints its address when it answers. */
async function startProcess(name, script, environment) {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  let output = '';
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const [found] = /http:\/\/\S+\//.exec(output) ?? [];
      if (found) resolve(found);
    });
    ended.then((code) => reject(new Error(`${name} could not be started (exit code ${code}); build first: npm start`)));
  });
  return { name, url, stop };
}
