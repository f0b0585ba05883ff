// What the import of a whole year of OEWS takes, with a synthetic year in the official layout.
//   CAREERGRAPH_BENCH_POSTGRES_URL=postgres://… npm run bench:oews-import [-- --help]      (build first: npm run build)

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { openDatabase } from '@careergraph/db';
import { STATES } from '@careergraph/domain';
import { databaseUrl, onServer } from '@careergraph/testkit';
import { writeWorkbook } from '@careergraph/testkit/files';
import { compareWithCopy } from './oews-import/copy.mjs';
import { syntheticYear } from './oews-import/synthetic.mjs';

const usage = `usage: npm run bench:oews-import [-- --rounds 5 --json]

Writes a synthetic year of OEWS as workbooks in the official layout (850 detailed occupations, 54 states and
territories, 530 metros, about 400,000 rows) and imports it, in a process of its own:
  load ÷ COPY      seconds from unpacked rows to rows in the table ÷ those of a plain COPY of the same lines into the same
                   table, in turns, not kept, the fastest of each; with CAREERGRAPH_BENCH_POSTGRES_URL only (at most 2)
  per 100,000      seconds of the whole import from .xlsx, audits included, per 100,000 rows (at most 60)
  peak memory      highest resident memory of the importing process in MB (under 600; the embedded database is in it)
  national         seconds of the national file of 1,400 rows on the embedded database (under 5)

CAREERGRAPH_BENCH_POSTGRES_URL  a server on which a database is made and dropped; without it the embedded one is used
  --rounds    of load and COPY (default 5)
  --json      print JSON instead of lines

Exit codes: 0 within all bounds, 1 over a bound or failed, 2 wrong usage.`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '5' },
      },
    });
    if (!/^[1-9]\d?$/.test(values.rounds)) {
      throw new Error(`--rounds must be a whole number from 1 to 99; it is "${values.rounds}".`);
    }
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const { help, json, rounds } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}
const server = process.env.CAREERGRAPH_BENCH_POSTGRES_URL;
const run = promisify(execFile);
const importing = fileURLToPath(new URL('oews-import/import.mjs', import.meta.url));
const COMPARED_ROWS = 100_000;

async function importFiles(location, paths) {
  const { stdout } = await run(process.execPath, [importing, JSON.stringify({ location, paths, work })]);
  return JSON.parse(stdout);
}

const work = await mkdtemp(join(tmpdir(), 'careergraph-bench-'));
const name = `careergraph_bench_${randomBytes(6).toString('hex')}`;
try {
  const paths = [];
  for (const { name: sheet, rows } of syntheticYear(STATES)) {
    const path = join(work, `${sheet}.xlsx`);
    await writeWorkbook(path, [{ name: sheet, rows: rows() }]);
    paths.push(path);
  }
  const [national, , metros] = paths;
  const homes = ['year', 'national'].map((home) => join(work, home));
  for (const home of homes) await mkdir(home);
  if (server) await onServer(server, `CREATE DATABASE "${name}"`);
  const location = server ? { url: databaseUrl(server, name), home: homes[0] } : { home: homes[0] };

  const alone = await importFiles({ home: homes[1] }, [national]);
  const year = await importFiles(location, paths);
  let copy = null;
  if (server) {
    const database = await openDatabase(location);
    const file = { path: metros, name: 'MSA_M2023_dl.xlsx', role: 'metro' };
    copy = await compareWithCopy(database, location.url, { ...file, most: COMPARED_ROWS, rounds: Number(rounds) });
    await database.close();
  }
  const per100000 = (year.seconds / year.rows) * 100_000;
  const result = { database: server ? 'postgres' : 'embedded', copy, year: { ...year, per100000 }, national: alone };
  if (json) console.log(JSON.stringify(result, null, 2));
  else print(result);
  const isWithin = per100000 <= 60 && year.peakMegabytes < 600 && alone.seconds < 5 && (!copy || copy.ratio <= 2);
  if (!isWithin) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  if (server) await onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`).catch(() => {});
  await rm(work, { recursive: true, force: true });
}

function print({ database, copy, year, national }) {
  const lines = [
    `synthetic year: ${year.rows} rows of ${year.files} files on ${database}, ${year.seconds.toFixed(1)} s`,
    copy
      ? `load ÷ COPY    ${copy.ratio.toFixed(2)}  (${copy.loadSeconds.toFixed(2)} s and ${copy.copySeconds.toFixed(2)} s for ${copy.rows} rows)`
      : 'load ÷ COPY    not measured: CAREERGRAPH_BENCH_POSTGRES_URL is not set',
    `per 100,000    ${year.per100000.toFixed(1)} s`,
    `peak memory    ${Math.round(year.peakMegabytes)} MB`,
    `national       ${national.seconds.toFixed(2)} s for ${national.rows} rows, embedded`,
    ...year.failed.map(([id, example]) => `reported: ${id}: ${example}`),
  ];
  console.log(lines.join('\n'));
}
