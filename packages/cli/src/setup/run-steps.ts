import { join } from 'node:path';
import { commandLine } from '@careergraph/db';
import { SnapshotError } from '@careergraph/extract';
import { type Context, openNamed } from '../command.js';
import { failureOf } from '../failure.js';
import { quoted } from '../help.js';
import { importInputs } from '../import-inputs.js';
import { askedRelease, type How, type Step } from './plan.js';

/**
 * `BLOCKED`: the publisher refuses programs. `BY_HAND`: the publisher requires a login. `NOT_FOUND`: the folder does not
 * have the file. `NOT_REACHED`: the command was stopped first. Only BLOCKED and FAILED are failures.
 */
export type StepOutcome = 'IMPORTED' | 'UNCHANGED' | 'BLOCKED' | 'FAILED' | 'BY_HAND' | 'NOT_FOUND' | 'NOT_REACHED';

export interface StepResult {
  readonly source: string;
  /** Key of the release; null if it is known only from a file that was not read. */
  readonly release: string | null;
  readonly fileName: string;
  readonly outcome: StepOutcome;
  /** Why it was not imported, or what is missing in the import. */
  readonly reason: string | null;
  /** What the operator does first, in a browser. */
  readonly open: string | null;
  /** The command to continue with. */
  readonly next: string | null;
}

/** Imports one file after the other. A failure does not stop the others. */
export async function runSteps(steps: readonly Step[], how: How, context: Context): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const [index, step] of steps.entries()) {
    const position = `${index + 1}/${steps.length}`;
    const result = context.signal.aborted ? notReached(step, how) : await runStep(step, position, how, context);
    results.push(result);
    if (result.outcome !== 'NOT_REACHED') context.say(`[${position}] ${result.outcome} ${nameOf(result)}`);
  }
  return results;
}

export function nameOf({ source, release, fileName }: Pick<StepResult, 'source' | 'release' | 'fileName'>): string {
  return `${source}${release === null ? '' : `/${release}`} ${fileName}`;
}

async function runStep(step: Step, position: string, how: How, context: Context): Promise<StepResult> {
  const { file, importer, loaded, inputs } = step;
  const base = baseOf(step);
  if (loaded) {
    const isStaged = loaded.status === 'STAGED';
    return {
      ...base,
      outcome: 'UNCHANGED',
      reason: isStaged ? 'loaded, but rolled back' : null,
      next: isStaged ? commandLine('data', 'activate', `${importer.name}/${loaded.key}`) : null,
    };
  }
  if (inputs.length === 0) return notDownloaded(step, how);
  try {
    const result = await importInputs(importer, inputs, {
      open: () => openNamed(context),
      store: join(context.environment.home, 'snapshots'),
      release: (files) => askedRelease(file, files),
      again: false,
      check: false,
      onProgress: (progress) => context.onProgress({ ...progress, step: position }),
      signal: context.signal,
    });
    const missing = file.roles.filter((role) => !result.files.some((loadedFile) => loadedFile.role === role));
    return {
      ...base,
      release: result.release,
      outcome: result.outcome === 'UNCHANGED' ? 'UNCHANGED' : 'IMPORTED',
      reason: missing.length === 0 ? null : `without ${missing.join(', ')}: the files given do not have it`,
    };
  } catch (error) {
    return context.signal.aborted ? notReached(step, how) : failed(step, error, how);
  }
}

function failed(step: Step, error: unknown, how: How): StepResult {
  const { file, importer, inputs } = step;
  const base = { ...baseOf(step), outcome: 'FAILED', reason: failureOf(error).message } as const;
  const kind = error instanceof SnapshotError ? error.kind : null;
  if (kind === 'BLOCKED') {
    return { ...base, outcome: 'BLOCKED', open: `${file.url} (listed at ${file.page})`, next: FROM_FOLDER };
  }
  if (kind === 'UNREACHABLE') return { ...base, next: again(how, file.source) };
  // The stored file may be the wrong one, so the publisher is asked whether it has changed.
  const options = [
    ...(how.folder === null ? ['--again'] : []),
    ...(file.isReleaseMonthOfFile ? ['--release YYYY-MM'] : []),
  ];
  const next = commandLine('data', 'import', importer.name, ...inputs.map(quoted), ...options);
  return { ...base, open: kind === null ? null : file.page, next };
}

function notDownloaded(step: Step, { folder }: How): StepResult {
  const { file } = step;
  if (folder !== null) return { ...baseOf(step), outcome: 'NOT_FOUND', open: file.url ?? file.page, next: FROM_FOLDER };
  return {
    ...baseOf(step),
    outcome: 'BY_HAND',
    reason: 'The publisher requires a login.',
    open: file.page,
    next: FROM_FOLDER,
  };
}

function notReached(step: Step, how: How): StepResult {
  return { ...baseOf(step), outcome: 'NOT_REACHED', next: again(how, how.only) };
}

const FROM_FOLDER = commandLine('data', 'setup', '--from', '<folder>');

function again({ folder }: How, only: string | null): string {
  const words = [...(only === null ? [] : ['--only', only]), ...(folder === null ? [] : ['--from', quoted(folder)])];
  return commandLine('data', 'setup', ...words);
}

function baseOf({ file, loaded }: Step) {
  const { source, fileName } = file;
  return { source, release: loaded?.key ?? file.release, fileName, reason: null, open: null, next: null };
}
