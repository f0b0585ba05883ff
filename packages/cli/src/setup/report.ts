import type { Report } from '../command.js';
import { failureOf } from '../failure.js';
import { counted, table } from '../table.js';
import type { How, IgnoredFile, Step } from './plan.js';
import { nameOf, type StepOutcome, type StepResult } from './run-steps.js';

const FAILURES: readonly StepOutcome[] = ['BLOCKED', 'FAILED'];

/** What `--dry-run` prints. */
export function planReport(steps: readonly Step[], { folder, ignored }: How): Report {
  const files = steps.map(({ file, loaded, inputs }) => ({
    source: file.source,
    release: loaded?.key ?? file.release,
    fileName: file.fileName,
    state: loaded ? 'LOADED' : inputs.length > 0 ? 'TO_IMPORT' : folder === null ? 'BY_HAND' : 'NOT_FOUND',
    adds: file.adds,
    megabytes: file.megabytes,
    url: file.url,
    page: file.page,
    inputs,
  }));
  const rows = files.map(({ source, release, fileName, state, adds, megabytes, url, page }) => [
    source,
    release ?? 'newest',
    fileName,
    `${megabytes} MB`,
    state,
    adds,
    url ?? `${page} (login)`,
  ]);
  const toImport = files.filter(({ state }) => state === 'TO_IMPORT');
  const megabytes = Math.ceil(toImport.reduce((sum, file) => sum + file.megabytes, 0));
  const text = [
    table(PLAN_COLUMNS, rows),
    `${counted(toImport.length, 'file')} to import, about ${megabytes} MB.`,
    ...ignoredLines(ignored),
  ];
  return { json: { outcome: 'PLANNED', files, ignored }, text: text.join('\n') };
}

const PLAN_COLUMNS = [
  { title: 'SOURCE' },
  { title: 'RELEASE' },
  { title: 'FILE' },
  { title: 'SIZE', align: 'right' },
  { title: 'STATE' },
  { title: 'ADDS' },
  { title: 'ADDRESS' },
] as const;

/** What was imported, what was not and why, and how to continue. */
export function setupReport(results: readonly StepResult[], { ignored }: How, signal: AbortSignal): Report {
  const firstNotReached = results.find(({ outcome }) => outcome === 'NOT_REACHED');
  const isFailed = results.some(({ outcome }) => FAILURES.includes(outcome));
  const text = [
    table(
      [{ title: 'SOURCE' }, { title: 'RELEASE' }, { title: 'FILE' }, { title: 'OUTCOME' }],
      results.map(({ source, release, fileName, outcome }) => [source, release ?? '', fileName, outcome]),
    ),
    ...results.filter(({ outcome }) => outcome !== 'NOT_REACHED' && outcome !== 'NOT_FOUND').flatMap(resultLines),
    ...ignoredLines(ignored),
    ...(firstNotReached ? ['', `Stopped. Continue: ${firstNotReached.next}`] : []),
  ];
  const outcome = firstNotReached ? 'STOPPED' : isFailed ? 'FAILED' : 'DONE';
  const exitCode = firstNotReached ? failureOf(signal.reason).exitCode : isFailed ? 1 : 0;
  return { json: { outcome, files: results, ignored }, text: text.join('\n'), exitCode };
}

function resultLines(result: StepResult): readonly string[] {
  const { outcome, reason, open, next } = result;
  if (reason === null && next === null) return [];
  return [
    '',
    `${outcome} ${nameOf(result)}`,
    ...(reason === null ? [] : reason.split('\n').map((line) => `  ${line}`)),
    ...(open === null ? [] : [`  Open in a browser:  ${open}`]),
    ...(next === null ? [] : [`  Then run:           ${next}`]),
  ];
}

function ignoredLines(ignored: readonly IgnoredFile[]): readonly string[] {
  if (ignored.length === 0) return [];
  return ['', 'Ignored:', ...ignored.map(({ name, reason }) => `  ${name} ${reason}`)];
}
