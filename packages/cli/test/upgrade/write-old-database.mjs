// Writes the database of test/upgrade: node packages/cli/test/upgrade/write-old-database.mjs <clone> <postgres URL>
// <clone> is a built clone of this repository at an older commit. On the server at the URL, a database is made and
// dropped by psql and pg_dump. All imported figures are made up.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const [clone, server] = process.argv.slice(2);
if (!clone || !server) throw new Error('usage: write-old-database.mjs <built clone> <postgres URL>');
const here = fileURLToPath(new URL('.', import.meta.url));
const DATABASE = 'careergraph_old_database';
const url = new URL(server);
url.pathname = `/${DATABASE}`;
const scratch = mkdtempSync(join(tmpdir(), 'careergraph-old-'));
const env = { PATH: process.env.PATH, DATABASE_URL: url.href, CAREERGRAPH_HOME: scratch, PORT: '0' };
const run = (main, ...args) =>
  execFileSync(process.execPath, [join(resolve(clone), main), ...args], { env, encoding: 'utf8' }).trim();

const onServer = (sql) => execFileSync('psql', ['--quiet', '--command', sql, server]);

/** Starts the old server, asks the question, and stops it. */
async function ask() {
  const child = spawn(process.execPath, [join(resolve(clone), 'packages/server/dist/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const api = await new Promise((found) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const match = /API: (\S+)\)/.exec(text);
      if (match) found(match[1]);
    });
  });
  const query = readFileSync(join(here, 'question.graphql'), 'utf8');
  const response = await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = await response.json();
  child.kill('SIGTERM');
  await new Promise((ended) => child.once('exit', ended));
  return answer;
}

/** A workbook as the other tests of the command line import it. */
async function nationalFile(year) {
  const outfile = join(here, 'national-file.tmp.mjs');
  await build({
    entryPoints: [join(here, '../national-file.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  try {
    const file = await import(outfile);
    return await file.nationalFile(scratch, { year, occupations: 30 });
  } finally {
    rmSync(outfile);
  }
}

const cli = 'packages/cli/dist/main.js';
onServer(`drop database if exists ${DATABASE}`);
onServer(`create database ${DATABASE}`);
try {
  await ask();
  run(cli, 'import', 'oews', await nationalFile(2026));
  const first = await ask();
  run(cli, 'import', 'oews', await nationalFile(2027));
  const second = await ask();
  const key = run('packages/cli/dist/keys/main.js', 'create', 'Upgrade');
  const dump = execFileSync(
    'pg_dump',
    ['--inserts', '--rows-per-insert=500', '--no-owner', '--no-privileges', '--no-comments', url.href],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  // Lines for psql, and settings that an older or newer Postgres does not know.
  const sql = dump
    .split('\n')
    .filter((line) => !/^(\\|SET |--|$)/.test(line))
    .join('\n');
  const commit = execFileSync('git', ['-C', clone, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  const packed = gzipSync(sql, { level: 9 });
  writeFileSync(join(here, 'old-database.sql.gz'), packed);
  const sha256 = createHash('sha256').update(packed).digest('hex');
  const answers = { commit, sha256, key, first, second };
  writeFileSync(join(here, 'old-answers.json'), `${JSON.stringify(answers, null, 2)}\n`);
  console.log(`${packed.length} bytes`);
} finally {
  onServer(`drop database if exists ${DATABASE} with (force)`);
  rmSync(scratch, { recursive: true });
}
