// Imports files in a process of its own, and prints what that took as JSON.
import { openDatabase } from '@careergraph/db';
import { unpack } from '@careergraph/extract';
import { importParts } from '@careergraph/releases';
import { oewsImporter } from '../../packages/sources/dist/oews/index.js';

const { location, paths, work } = JSON.parse(process.argv[2]);
const database = await openDatabase(location);
try {
  const started = performance.now();
  const files = [];
  for (const path of paths) files.push(...(await unpack(path, work)));
  const parts = await oewsImporter.recognize(files, { release: null });
  const {
    outcome,
    files: loaded,
    audit,
  } = await importParts(database, oewsImporter, parts, { cause: 'bench', url: null });
  const seconds = (performance.now() - started) / 1000;
  const failed = audit.audits
    .filter((entry) => entry.outcome === 'FAILED')
    .map(({ id, examples }) => [id, examples[0]]);
  const rows = await database.session(async (session) => {
    const [count] = await session.query('select count(*)::int as rows from wage_estimate');
    return count.rows;
  });
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ outcome, files: loaded.length, rows, seconds, peakMegabytes, failed }));
} finally {
  await database.close();
}
