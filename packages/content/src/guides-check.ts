import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  DatabaseError,
  databaseOf,
  databaseVariables,
  isFirstStart,
  openDatabase,
  readVariables,
} from '@careergraph/db';
import { ContentError } from './faults.js';
import { guidesFolder } from './folder.js';
import { officialOccupations, readContent } from './load.js';

const usage = `usage: npm run guides:check [-- <folder>]

Reads every guide, document and starter file and reports all faults with file and line. Nothing is loaded.
Guides may name occupations of the starter figures and of official files in the database (DATABASE_URL, CAREERGRAPH_HOME).
Exit codes: 0 no faults, 1 faults, 2 invalid usage.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});
if (values.help || positionals.length > 1) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}
const folder = positionals[0] ?? guidesFolder;
try {
  const { guides, starter } = await readContent(folder).catch(readWithOfficial);
  const figures = [...starter.wages, ...starter.projections].reduce((sum, file) => sum + file.table.rows.length, 0);
  console.log(
    `No faults: ${guides.careers.size} careers, ${guides.documents.length} documents, ${figures} rows of starter figures.`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** The database is opened only if the files alone have faults, and only if there is one. */
async function readWithOfficial(error: unknown) {
  if (!(error instanceof ContentError)) throw error;
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const location = databaseOf(readVariables(databaseVariables, process.env), root);
  if (isFirstStart(location)) throw error;
  try {
    const database = await openDatabase(location);
    const official = await officialOccupations(database).finally(() => database.close());
    return await readContent(folder, official);
  } catch (failure) {
    if (!(failure instanceof DatabaseError)) throw failure;
    console.error(
      `Without the occupations of official files, because the database cannot be opened: ${failure.message}`,
    );
    throw error;
  }
}
