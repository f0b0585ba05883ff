import { join } from 'node:path';
import type { Importer } from '@careergraph/releases';
import { importerNamed } from './arguments.js';
import { type Command, type Context, type Given, openNamed, UsageError } from './command.js';
import { importInputs } from './import-inputs.js';
import { importReport } from './import-report.js';

export const importCommand: Command = {
  name: 'import',
  parameters: '<source> <path or URL> [more paths]',
  summary: 'loads published files as a release, audits it and publishes it',
  details: `Give the files of one release as they were published: workbooks, text files, the zip archive, or a folder. A URL is
downloaded once and stored under its SHA-256. If anything is wrong, nothing is changed, and the message names the file,
sheet, row, column and value. The release becomes the default of its source if no newer release is loaded and, for wages,
if it has the national file. Any other release answers queries that name it; wages and projections also where no newer
release has the figure. Importing the same files again does nothing. Different files under the name of a loaded
release are refused. The import can be killed at any moment: the database stays as it was, and the same command does
the work again.`,
  options: {
    release: {
      type: 'string',
      value: 'KEY',
      help: 'release of the files, if they do not name it: 2024-05',
    },
    again: { type: 'boolean', help: 'check whether the file at a URL has changed since it was downloaded' },
  },
  examples: [
    ['oews ~/Downloads/national_M2025_dl.xlsx', 'import national wages from a local file'],
    ['oews https://www.bls.gov/oes/special-requests/oesm25st.zip', 'download state wages and add them to the release'],
  ],
  run: (given, context) => importGiven(given, context, { check: false }),
};

/** Runs `import`, or `check`, which keeps nothing. */
export async function importGiven(given: Given, context: Context, { check }: { readonly check: boolean }) {
  const [source, ...pathsOrUrls] = given.positionals;
  const importer = importerNamed(source, context.importers);
  if (pathsOrUrls.length === 0) throw new UsageError('Missing file. Give its path or URL.');
  const result = await importInputs(importer, pathsOrUrls, {
    open: () => openNamed(context),
    store: join(context.environment.home, 'snapshots'),
    release: releaseOf(given, importer),
    again: given.options.again === true,
    check,
    onProgress: (progress) => context.onProgress(progress),
    signal: context.signal,
  });
  return importReport(importer, result);
}

function releaseOf({ options: { release } }: Given, { name, releaseKey }: Importer): string | null {
  if (release === undefined) return null;
  if (typeof release === 'string' && releaseKey.pattern.test(release)) return release;
  throw new UsageError(
    `Invalid release ${JSON.stringify(release)}. Releases of ${name} are named like ${releaseKey.example}.`,
  );
}
