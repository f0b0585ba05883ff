import { parseArgs } from 'node:util';
import { ContentError } from './faults.js';
import { guidesFolder } from './folder.js';
import { readContent } from './load.js';

const usage = `usage: npm run guides:check [-- <folder>]

Reads every guide, document and starter file and reports all faults with file and line. Nothing is loaded.
Exit codes: 0 no faults, 1 faults, 2 invalid usage.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});
if (values.help || positionals.length > 1) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}
try {
  const { guides, starter } = await readContent(positionals[0] ?? guidesFolder);
  const figures = [...starter.wages, ...starter.projections].reduce((sum, file) => sum + file.table.rows.length, 0);
  console.log(
    `No faults: ${guides.careers.size} careers, ${guides.documents.length} documents, ${figures} rows of starter figures.`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exit(1);
}
