// What the import of the pages of the Occupational Outlook Handbook takes.
//   CAREERGRAPH_BENCH_POSTGRES_URL=postgres://… npm run bench:ooh-import -- ooh-pages.zip      (build first: npm run build)

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { databaseUrl, onServer } from '@careergraph/testkit';

const usage = `usage: npm run bench:ooh-import -- <zip or folder of pages> [--json]

Imports the pages into an empty database, audits included, and parses them with parse5 alone, each in a process of its own:
  seconds, CPU seconds   from the zip to the active release (at most 60 seconds)
  peak memory            highest resident memory of the process in MB (under 600; the embedded database is in it)
  import ÷ parse         CPU seconds of the import ÷ those of unpacking and parsing the same pages

CAREERGRAPH_BENCH_POSTGRES_URL  a server on which a database is made and dropped; without it only the embedded one is used
  --json      print JSON instead of lines

Exit codes: 0 within all bounds, 1 over a bound or failed, 2 wrong usage.`;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean', default: false } },
    });
    if (!values.help && positionals.length !== 1) throw new Error('Name the zip or folder of pages.');
    return { ...values, path: positionals[0] };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const { help, json, path } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}
const server = process.env.CAREERGRAPH_BENCH_POSTGRES_URL;
const run = promisify(execFile);
const importing = fileURLToPath(new URL('ooh-import/import.mjs', import.meta.url));
const name = `careergraph_bench_${randomBytes(6).toString('hex')}`;
const folder = await mkdtemp(join(tmpdir(), 'careergraph-bench-'));

async function measure(kind, locationIn) {
  const home = join(folder, kind);
  const work = join(home, 'unpacked');
  await mkdir(work, { recursive: true });
  const asked = JSON.stringify({ location: locationIn?.(home) ?? null, path: resolve(path), work });
  return { kind, ...JSON.parse((await run(process.execPath, [importing, asked])).stdout) };
}

try {
  const parse = await measure('parse', null);
  const imports = [await measure('embedded', (home) => ({ home }))];
  if (server) {
    await onServer(server, `CREATE DATABASE "${name}"`);
    imports.push(await measure('postgres', (home) => ({ url: databaseUrl(server, name), home })));
  }
  const results = imports.map((each) => ({ ...each, ratio: each.cpuSeconds / parse.cpuSeconds }));
  if (json) console.log(JSON.stringify({ parse, imports: results }, null, 2));
  else print(parse, results);
  if (results.some(({ seconds, peakMegabytes }) => seconds > 60 || peakMegabytes >= 600)) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  if (server) await onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`).catch(() => {});
  await rm(folder, { recursive: true, force: true });
}

function print(parse, results) {
  console.log(`${parse.pages} pages\n\n            seconds  CPU s  peak MB  import ÷ parse`);
  for (const { kind, seconds, cpuSeconds, peakMegabytes, ratio } of [parse, ...results]) {
    const numbers = [seconds.toFixed(1).padStart(7), cpuSeconds.toFixed(1).padStart(5)];
    const last = ratio === undefined ? '' : ratio.toFixed(2).padStart(14);
    console.log(
      `${kind.padEnd(11)} ${numbers.join('  ')}  ${String(Math.round(peakMegabytes)).padStart(7)}  ${last}`.trimEnd(),
    );
  }
}
