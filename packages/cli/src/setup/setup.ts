import { listSources } from '@careergraph/releases';
import type { SetupFile } from '@careergraph/sources';
import { atMost, importerNamed } from '../arguments.js';
import { type Command, type Context, type Given, type Report, UsageError, withDatabase } from '../command.js';
import { filesInFolder } from './folder.js';
import { planSteps, type Step } from './plan.js';
import { planReport, setupReport } from './report.js';
import { runSteps } from './run-steps.js';

/** @param files the files that a server should have, in the order they are loaded */
export function setupCommand(files: readonly SetupFile[]): Command {
  return {
    name: 'setup',
    parameters: '',
    summary: 'downloads and imports all official figures that a server should have',
    details: `Loads the releases in packages/sources/src/setup-files.ts, oldest first, and skips files that are loaded already. A file
that fails changes nothing, and the others are still imported. The command ends with a table of what was imported, what
failed and why, and how to continue. Some publishers block programs: download their files in a browser and give the
folder with --from. Ctrl-C stops the command; run it again to continue.`,
    options: {
      'dry-run': { type: 'boolean', help: 'print what is loaded and what would be imported, and change nothing' },
      only: { type: 'string', value: 'SOURCES', help: 'import these sources only: oews,onet' },
      from: { type: 'string', value: 'FOLDER', help: 'import files in this folder instead of downloading' },
    },
    examples: [
      ['--dry-run', 'list the files with their addresses and sizes'],
      ['--only oews,onet', 'load wages and O*NET'],
      ['--from ~/Downloads', 'load files that were downloaded in a browser'],
    ],
    run: (given, context) => setUp(files, given, context),
  };
}

async function setUp(files: readonly SetupFile[], given: Given, context: Context): Promise<Report> {
  atMost(given.positionals, 0);
  const folder = textOption(given, 'from');
  const only = onlySources(given, context);
  const chosen = planSteps(files, context.importers).filter(({ importer }) => only === null || only.includes(importer));
  const found = folder === null ? null : await filesInFolder(folder, chosen, context);
  const sources = await withDatabase(context, (database) => database.session((sql) => listSources(sql)));
  const steps = chosen.map(
    (step): Step => ({
      ...step,
      loaded: step.loadedIn(sources.find(({ id }) => id === step.importer.source.id)?.releases ?? []),
      inputs: found ? (found.inputs.get(step.file) ?? []) : step.file.url === null ? [] : [step.file.url],
    }),
  );
  const how = { folder, ignored: found?.ignored ?? [], only: textOption(given, 'only') };
  if (given.options['dry-run'] === true) return planReport(steps, how);
  return setupReport(await runSteps(steps, how, context), how, context.signal);
}

function onlySources(given: Given, { importers }: Context) {
  return (
    textOption(given, 'only')
      ?.split(',')
      .map((name) => importerNamed(name.trim(), importers)) ?? null
  );
}

function textOption({ options }: Given, name: string): string | null {
  const value = options[name];
  if (value === undefined) return null;
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new UsageError(`Missing value for --${name}.`);
}
