import type { AuditLevel, AuditOutcome } from './vocabulary/releases.js';

/** What the audits of a release found, as stored with the release. */
export interface AuditReport {
  readonly audits: readonly AuditEntry[];
}

export interface AuditEntry {
  readonly id: string;
  readonly level: AuditLevel;
  readonly title: string;
  readonly outcome: AuditOutcome;
  readonly checked: number | null;
  readonly failures: number | null;
  readonly examples: readonly string[];
  /** Why it was skipped. */
  readonly reason: string | null;
}
