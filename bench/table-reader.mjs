// Seconds and memory that a large workbook takes to read, beside a plain inflate of it in the same run.
//   npm run bench:table-reader [-- --help]                  (build first: npm start, or npm run build)

import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { writeWorkbook } from '@careergraph/testkit/files';
import { syntheticRows } from './table-reader/rows.mjs';

const usage = `usage: npm run bench:table-reader [-- --rows 100000 --rounds 3 --json]

Writes a synthetic workbook in the layout of the OEWS files (32 columns, titles as shared strings) and reads it, each
time in a process of its own, in interleaved rounds; prints the medians, and the highest memory of all rounds:
  reference   the sheet inflated, checked (CRC-32) and its "<c " counted: what no reader can do without
  reader      every cell as the importers get it

  --rows      of the sheet, without its header (default 100000; the file of all areas has some 400000)
  --rounds    readings of each (default 3)
  --json      print JSON instead of a table

Exit codes: 0 measured, 1 the readings found different numbers of cells, or one failed, 2 wrong usage.`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean', default: false },
        rows: { type: 'string', default: '100000' },
        rounds: { type: 'string', default: '3' },
      },
    });
    for (const [name, most] of [
      ['rows', 1_000_000],
      ['rounds', 100],
    ]) {
      if (!/^[1-9]\d*$/.test(values[name]) || Number(values[name]) > most) {
        throw new Error(`--${name} must be a whole number from 1 to ${most}; it is "${values[name]}".`);
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
const [rows, rounds] = [Number(numbers.rows), Number(numbers.rounds)];
const run = promisify(execFile);
const measured = fileURLToPath(new URL('table-reader/measured.mjs', import.meta.url));
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const work = await mkdtemp(join(tmpdir(), 'careergraph-bench-'));
try {
  const path = join(work, 'synthetic.xlsx');
  await writeWorkbook(path, [{ name: 'All synthetic data', rows: syntheticRows(rows) }]);
  const runs = { reference: [], reader: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [kind, of] of Object.entries(runs)) {
      of.push(JSON.parse((await run(process.execPath, [measured, kind, path])).stdout));
    }
  }
  const found = new Set(Object.values(runs).flatMap((of) => of.map(({ cells }) => cells)));
  if (found.size !== 1) throw new Error(`The readings found different numbers of cells: ${[...found].join(', ')}.`);
  report(runs, [...found][0], (await stat(path)).size);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await rm(work, { recursive: true, force: true });
}

function report(runs, cells, bytes) {
  const results = Object.entries(runs).map(([name, of]) => ({
    name,
    seconds: Number(median(of.map(({ seconds }) => seconds)).toFixed(2)),
    peakMiB: Math.round(Math.max(...of.map(({ peakMiB }) => peakMiB))),
  }));
  const ratio = Number((results[1].seconds / results[0].seconds).toFixed(2));
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model, rounds };
  if (json) {
    console.log(JSON.stringify({ machine, workbook: { rows, cells, bytes }, results, ratio }, null, 2));
    return;
  }
  console.log(`Node ${machine.node}, ${machine.cpus} × ${machine.cpu}; medians of ${rounds} rounds`);
  console.log(`${rows} rows, ${cells} cells, ${(bytes / 1024 ** 2).toFixed(1)} MiB as a file\n`);
  console.log('             seconds  peak MiB');
  for (const { name, seconds, peakMiB } of results) {
    console.log(`${name.padEnd(12)} ${seconds.toFixed(2).padStart(7)}  ${String(peakMiB).padStart(8)}`);
  }
  console.log(`\nreader ÷ reference: ${ratio}`);
}
