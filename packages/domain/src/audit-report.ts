/** What the audits of a release found, as stored with the release. */
export interface AuditReport {
  readonly audits: readonly AuditEntry[];
}

export interface AuditEntry {
  readonly id: string;
  readonly level: 'MUST' | 'SHOULD';
  readonly title: string;
  readonly outcome: 'PASSED' | 'FAILED' | 'SKIPPED';
  readonly checked: number | null;
  readonly failures: number | null;
  readonly examples: readonly string[];
  /** Why it was skipped. */
  readonly reason: string | null;
}
