// Seconds from the cells of rows to rows in the table, beside a plain COPY of the lines that they become.
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { Rollback } from '@careergraph/db';
import { openTable } from '@careergraph/extract';
import { CopySink } from '@careergraph/releases';
import { copyLine, copyStatement } from '../../packages/db/dist/copy.js';
import { estimates } from '../../packages/sources/dist/oews/files.js';

// The drivers are the database package's.
const require = createRequire(new URL('../../packages/db/package.json', import.meta.url));
const pg = require('pg');
const { from: copyFrom } = require('pg-copy-streams');

/** 128 kB of a sheet. */
const ROWS_PER_TURN = 100;
const TABLES = ['WageEstimate', 'FileOccupation', 'FileArea'];

/** A file with the header and the first rows of another one, already unpacked. */
async function unpacked(path, name, most) {
  const table = await openTable(path, name);
  const found = await estimates.find({ path, name }, table);
  const rows = [];
  for await (const row of found.sheet.rows()) {
    rows.push(row);
    if (rows.length > most) break;
  }
  await table.close();
  return { ...found, sheet: { name: found.sheet.name, rowsExpected: most, rows: () => given(rows) } };
}

/** Rows as a file gives them: from a turn of the event loop to the next, a piece that was unpacked. */
async function* given(rows) {
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_PER_TURN === 0) await setImmediate();
    yield row;
  }
}

async function linesOf(file, part) {
  const lines = Object.fromEntries(TABLES.map((table) => [table, []]));
  await estimates.load(file, part, {
    add: (table, row) => {
      lines[table].push(copyLine(table, 0, row).slice(1));
      return undefined;
    },
    fault: (fault) => {
      throw new Error(fault.message);
    },
    remark: () => {},
    topCode: () => {},
    progress: () => {},
  });
  return lines;
}

/** Both into a file of their own and not kept, in turns. On Postgres only: the embedded database has one connection. */
export async function compareWithCopy(database, url, { path, name, role, most, rounds }) {
  const file = await unpacked(path, name, most);
  const part = { release: '2023-05', role };
  const lines = await linesOf(file, part);
  const seconds = { rows: [], copy: [] };
  for (let round = 0; round < rounds; round += 1) {
    await database.session(async (session) => {
      const id = await newFile((sql) => session.query(sql));
      const started = performance.now();
      const sink = new CopySink(session, id, () => {});
      await estimates.load(file, part, sink);
      await sink.end();
      seconds.rows.push((performance.now() - started) / 1000);
      throw new Rollback(null);
    });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('begin');
    const id = await newFile(async (sql) => (await client.query(sql)).rows);
    const pieces = TABLES.map((table) => [table, inPieces(lines[table], id)]);
    const started = performance.now();
    for (const [table, of] of pieces) {
      await pipeline(Readable.from(of), client.query(copyFrom(copyStatement(table, 'STDIN'))));
    }
    seconds.copy.push((performance.now() - started) / 1000);
    await client.query('rollback');
    await client.end();
  }
  // The fastest of each: on a machine that does other things as well, a slower one measures those.
  const [rows, copy] = [Math.min(...seconds.rows), Math.min(...seconds.copy)];
  return { rows: lines.WageEstimate.length, loadSeconds: rows, copySeconds: copy, ratio: rows / copy };
}

async function newFile(query) {
  await query(
    `insert into source (id, kind, name, publisher, licence) values ('bls-oews', 'AGENCY', '', '', '') on conflict do nothing`,
  );
  const [{ id }] = await query(
    `insert into file (source_id, release_key, role, name, sha256, edition, content_sha256, rows)
     values ('bls-oews', '2023-05', 'bench', '', '', 'published', gen_random_uuid()::text, 0) returning id`,
  );
  return id;
}

/** Ready to be sent: buffers of about 64 kB. */
function inPieces(lines, id) {
  const pieces = [];
  let piece = '';
  for (const line of lines) {
    piece += `${id}${line}`;
    if (piece.length > 65_536) {
      pieces.push(Buffer.from(piece));
      piece = '';
    }
  }
  pieces.push(Buffer.from(piece));
  return pieces;
}
