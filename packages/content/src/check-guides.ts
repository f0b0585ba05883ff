import { parseArgs } from 'node:util';
import {
  commandLine,
  DatabaseError,
  databaseOf,
  databaseVariables,
  EnvironmentError,
  isFirstStart,
  openDatabase,
  readVariables,
} from '@careergraph/db';
import { ContentError } from './faults.js';
import { guidesFolder } from './folder.js';
import { officialOccupations, readContent } from './load.js';

const usage = `usage: ${commandLine('check-guides')} [folder]

Reads every guide, document and starter file and reports all faults with file and line. Nothing is loaded.
Guides may name occupations of the starter figures and of official files in the database (DATABASE_URL, CAREERGRAPH_HOME).

Options:
  --help     print this text
  --version  print the version

Exit codes: 0 no faults, 1 faults, 2 invalid usage or environment.`;

/**
 * Reports the faults of guides and starter figures.
 *
 * @param argv the arguments after `check-guides`
 * @returns the exit code: 0 no faults, 1 faults, 2 invalid usage or environment
 */
export async function checkGuides(argv: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) {
      console.log(usage);
      return 0;
    }
    if (positionals.length > 1) {
      console.error(`Unexpected argument ${JSON.stringify(positionals[1])}.\n\n${usage}`);
      return 2;
    }
    return await check(positionals[0] ?? guidesFolder);
  } catch (error) {
    if (error instanceof EnvironmentError) console.error(error.message);
    else if (isUsageError(error)) console.error(`${error.message}\n\n${usage}`);
    else throw error;
    return 2;
  }
}

async function check(folder: string): Promise<number> {
  try {
    const { guides, starter } = await readContent(folder).catch((error) => readWithOfficial(folder, error));
    const figures = [...starter.wages, ...starter.projections].reduce((sum, file) => sum + file.table.rows.length, 0);
    console.log(
      `No faults: ${guides.careers.size} careers, ${guides.documents.length} documents, ${figures} rows of starter figures.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** The database is opened only if the files alone have faults, and only if there is one. */
async function readWithOfficial(folder: string, error: unknown) {
  if (!(error instanceof ContentError)) throw error;
  const location = databaseOf(readVariables(databaseVariables, process.env));
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

function isUsageError(error: unknown): error is Error {
  return error instanceof Error && String(Reflect.get(error, 'code')).startsWith('ERR_PARSE_ARGS');
}
