import { commandLine } from '@careergraph/db';
import type { AuditReport, SlugCollision } from '@careergraph/domain';
import type { Importer, ImportResult } from '@careergraph/releases';
import { answeringText, whySuperseded } from './answering.js';
import type { Report } from './command.js';
import { type InputImportResult, MAX_NAMED_FILES } from './import-inputs.js';
import { count, counted, table } from './table.js';

/** How the report introduces the default release. */
const VERBS = {
  IMPORTED: { first: 'is now', still: 'is still' },
  UNCHANGED: { first: 'is', still: 'is' },
  CHECKED: { first: 'would be', still: 'would still be' },
} as const;

export function importReport(importer: Importer, result: InputImportResult): Report {
  const { source, release, label, outcome, status, files, audit, answering, collisions } = result;
  const next = outcome === 'IMPORTED' ? nextCommands(importer, result) : {};
  const superseded = whySuperseded(release, answering);
  const text = [
    {
      IMPORTED: `Imported ${label} as ${source}/${release}: ${status}.`,
      UNCHANGED: `Nothing to do: these files of ${source}/${release} (${label}) are loaded already, and it is ${status}.`,
      CHECKED: `${label} could be imported as ${source}/${release}: ${status}. Nothing was kept.`,
    }[outcome],
    filesText(files),
    ...remarkLines(files),
    ...(audit ? auditLines(audit) : []),
    ...(superseded === null ? [] : [superseded]),
    answeringText(source, answering, superseded === null ? VERBS[outcome].first : VERBS[outcome].still),
    ...collisionLines(collisions),
    ...(next.diff ? [`Compare:  ${next.diff}`] : []),
    ...(next.rollback ? [`Undo:     ${next.rollback}`] : []),
  ];
  return { json: { ...result, next }, text: text.join('\n') };
}

function filesText(files: ImportResult['files']): string {
  if (files.length > MAX_NAMED_FILES) {
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    return `  ${counted(files.length, 'file')}, ${counted(rows, 'row')}. Add --json for the name, rows and SHA-256 of each.`;
  }
  return table(
    [{ title: 'PART' }, { title: 'FILE' }, { title: 'ROWS', align: 'right' }, { title: 'SHA-256' }],
    files.map(({ role, name, rows, sha256 }) => [role, name, count(rows), `${sha256.slice(0, 12)}…`]),
    '  ',
  );
}

/** Files that hold several parts say the same for each. */
function remarkLines(files: ImportResult['files']): readonly string[] {
  return [...new Set(files.flatMap(({ name, remarks }) => remarks.map((remark) => `  ${name}: ${remark}`)))];
}

function auditLines({ audits }: AuditReport): readonly string[] {
  const withOutcome = (wanted: string) => audits.filter(({ outcome }) => outcome === wanted);
  const failed = withOutcome('FAILED');
  const totals = [
    `${withOutcome('PASSED').length} passed`,
    ...(failed.length > 0 ? [`${failed.length} with findings`] : []),
    ...(withOutcome('SKIPPED').length > 0 ? [`${withOutcome('SKIPPED').length} skipped`] : []),
  ];
  return [
    `Audits: ${totals.join(', ')}.`,
    ...withOutcome('SKIPPED').map(({ id, level, reason }) => `  skipped: ${level} ${id}: ${reason}`),
    ...failed.flatMap(({ id, level, title, failures, examples }) => [
      `  ${level} ${id}: ${title} ${counted(failures as number, 'failure')}, e.g.`,
      ...examples.map((example) => `    ${example}`),
    ]),
  ];
}

function collisionLines(collisions: readonly SlugCollision[]): readonly string[] {
  if (collisions.length === 0) return [];
  return [
    'Careers with the same title:',
    ...collisions.map(
      ({ slug, keptBy, moved, movedTo }) => `  ${keptBy} keeps the URL slug ${slug}, and ${moved} has ${movedTo}.`,
    ),
  ];
}

interface NextCommands {
  readonly diff?: string;
  readonly rollback?: string;
}

function nextCommands(importer: Importer, { release, answering }: Parameters<typeof importReport>[1]): NextCommands {
  const answer = [...(answering.active ? [answering.active] : []), ...answering.named];
  const before = answer
    .map(({ key }) => key)
    .filter((key) => key < release)
    .sort()
    .at(-1);
  return {
    ...(before !== undefined && {
      diff: commandLine('data', 'diff', `${importer.name}/${before}`, `${importer.name}/${release}`),
    }),
    rollback: commandLine('data', 'rollback', importer.name),
  };
}
