import { join } from 'node:path';
import type { Importer } from '@careergraph/releases';
import { importerNamed } from './arguments.js';
import { type Command, type Context, type Given, openNamed, UsageError } from './command.js';
import { importInputs } from './import-inputs.js';
import { importReport } from './import-report.js';

export const importCommand: Command = {
  name: 'import',
  parameters: '<source> <path or URL> [more paths]',
  summary: 'loads published files as a release, audits it and lets it answer',
  details: `Give the files of one release as they were published: workbooks, text files, the zip that they come in, or a folder.
A URL is downloaded once and kept by its SHA-256. Where anything is wrong, nothing is changed, and the message names
file, sheet, row, column and value. The release answers by default if it is as new as the one that does, else where it
is named. The same bytes again do nothing; other bytes under the name of a loaded release are refused. It may be killed
at any moment: what answered goes on answering, and the same command completes the work.`,
  options: {
    release: {
      type: 'string',
      value: 'KEY',
      help: 'of which release the files are, where they do not say so: 2024-05',
    },
    again: { type: 'boolean', help: 'asks the server of a URL whether the file has changed since it was downloaded' },
  },
  examples: [
    ['oews ~/Downloads/national_M2025_dl.xlsx', 'national wages, from a file on this disk'],
    ['oews https://www.bls.gov/oes/special-requests/oesm25st.zip', 'state wages, downloaded; the release gains a part'],
  ],
  run: (given, context) => importGiven(given, context, { check: false }),
};

/** `import` and `check` differ in whether anything is kept. */
export async function importGiven(given: Given, context: Context, { check }: { readonly check: boolean }) {
  const [source, ...pathsOrUrls] = given.positionals;
  const importer = importerNamed(source, context.importers);
  if (pathsOrUrls.length === 0) throw new UsageError('The file is missing: give its path or URL.');
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
    `--release is ${JSON.stringify(release)}: a release of ${name} is named like ${releaseKey.example}.`,
  );
}
