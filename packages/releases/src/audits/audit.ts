import type { Sql } from '@careergraph/db';
import type { AuditEntry, AuditReport, TopCode } from '@careergraph/domain';
import { ImportError } from '@careergraph/extract';
import type { Part } from '../part.js';

/** A check of a whole release before it answers. Its id stays, so that reports can be compared over the years. */
export interface Audit {
  /** `oews/hourly-times-2080` */
  readonly id: string;
  /** A MUST that fails refuses the import; a SHOULD is reported. */
  readonly level: 'MUST' | 'SHOULD';
  /** What must hold, in a sentence. */
  readonly title: string;
  run(evidence: Evidence): Promise<Outcome>;
}

export interface Evidence {
  readonly sql: Sql;
  readonly release: string;
  /** Of the release; null if it has none. */
  readonly topCode: TopCode | null;
  /** Ids of all files of the release. */
  readonly files: readonly number[];
  /** Those of them that this import has loaded. */
  readonly loaded: readonly number[];
  /** The files that were given to this import, for what they say about themselves and no table holds. */
  readonly parts: readonly Part[];
  /** The newest earlier release that is published, with its files by role; null for the first one. */
  readonly before: PublishedRelease | null;
  /** Every other release that is published, the newest first. */
  readonly others: readonly PublishedRelease[];
  /** Files of this release by role. */
  readonly roles: ReadonlyMap<string, number>;
}

/** A release that answers, with its files by role. */
export interface PublishedRelease {
  readonly key: string;
  readonly files: ReadonlyMap<string, number>;
}

export type Outcome =
  | {
      /** How many things were looked at. */
      readonly checked: number;
      readonly failures: number;
      /** Some of them, with file, sheet, row, column and value. */
      readonly examples: readonly string[];
    }
  | { readonly skipped: string };

/** @param onAudit told of each audit before it runs, with the number of those before it */
export async function runAudits(
  audits: readonly Audit[],
  evidence: Evidence,
  onAudit: (audit: Audit, done: number) => void = () => {},
): Promise<AuditReport> {
  const entries: AuditEntry[] = [];
  for (const audit of audits) {
    onAudit(audit, entries.length);
    entries.push(entryOf(audit, await audit.run(evidence)));
  }
  return { audits: entries };
}

function entryOf({ id, level, title }: Audit, outcome: Outcome): AuditEntry {
  if ('skipped' in outcome) {
    return {
      id,
      level,
      title,
      outcome: 'SKIPPED',
      checked: null,
      failures: null,
      examples: [],
      reason: outcome.skipped,
    };
  }
  const { checked, failures, examples } = outcome;
  return {
    id,
    level,
    title,
    outcome: failures === 0 ? 'PASSED' : 'FAILED',
    checked,
    failures,
    examples,
    reason: null,
  };
}

/** @throws ImportError where a MUST has failed */
export function refuseFailed({ audits }: AuditReport): void {
  const failed = audits.filter(({ level, outcome }) => level === 'MUST' && outcome === 'FAILED');
  if (failed.length === 0) return;
  const lines = failed.flatMap(({ id, title, failures, examples }) => [
    `  ${id}: ${title} (${failures} failures)`,
    ...examples.map((example) => `    ${example}`),
  ]);
  throw new ImportError(`The import was refused, and nothing was changed: audits failed.\n${lines.join('\n')}`);
}
