export const SOURCE_KINDS = {
  AGENCY: 'A statistical agency or another official publisher.',
  PAGE: 'A published web page whose statements are recorded, whether right or wrong.',
  OWN: "CareerGraph's own guides.",
} as const;
export type SourceKind = keyof typeof SOURCE_KINDS;

export const RELEASE_STATUSES = {
  STAGED: 'Loaded and checked, but not active, or rolled back. Not used in answers.',
  ACTIVE: 'The default of its source. Each source has at most one active release.',
  SUPERSEDED:
    'Used in answers when requested with `asOf`. Wages, projections, and O*NET tables are also used by default where no newer release has them.',
  WITHDRAWN: 'Replaced by a newer revision of the same release. Not used in answers.',
} as const;
export type ReleaseStatus = keyof typeof RELEASE_STATUSES;

export const AUDIT_LEVELS = {
  MUST: 'A failure rejects the release.',
  SHOULD: 'A failure is reported, and the release is accepted.',
} as const;
export type AuditLevel = keyof typeof AUDIT_LEVELS;

export const AUDIT_OUTCOMES = {
  PASSED: 'No failures were found.',
  FAILED: 'At least one failure was found.',
  SKIPPED: 'The check could not run. `reason` explains why.',
} as const;
export type AuditOutcome = keyof typeof AUDIT_OUTCOMES;
