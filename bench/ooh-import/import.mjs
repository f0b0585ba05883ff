// Imports pages of the Handbook, or only parses them, in a process of its own, and prints what that took as JSON.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openDatabase } from '@careergraph/db';
import { unpack } from '@careergraph/extract';
import { importParts } from '@careergraph/releases';
import { oohImporter } from '../../packages/sources/dist/ooh/index.js';

const { location, path, work } = JSON.parse(process.argv[2]);
const database = location && (await openDatabase(location));
try {
  const started = performance.now();
  const before = process.cpuUsage();
  const files = await unpack(path, work);
  if (database) await load(files);
  else await parse(files);
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({
      pages: files.length,
      seconds: (performance.now() - started) / 1000,
      cpuSeconds: (user + system) / 1e6,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    }),
  );
} finally {
  await database?.close();
}

async function load(files) {
  const parts = await oohImporter.recognize(files, { release: null });
  await importParts(database, oohImporter, parts, { cause: 'bench', url: null });
}

/** With the parser that the reader uses, and nothing else. */
async function parse(files) {
  const require = createRequire(new URL('../../packages/sources/package.json', import.meta.url));
  const { fromHtml } = await import(require.resolve('hast-util-from-html'));
  for (const file of files) fromHtml(await readFile(file.path, 'utf8'));
}
