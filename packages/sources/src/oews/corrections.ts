import type { DeclaredFailure } from '@careergraph/releases';

/**
 * What audits find in published files although it is right or cannot be helped. No figure is ever changed. An entry is
 * for what was found when it was written: if a file says something else, the audit asks to remove the entry.
 */
const DECLARED: readonly DeclaredFailure[] = [
  {
    audit: 'oews/groups-add-up',
    release: '2017-05',
    role: 'national',
    subject: '45-3000 US',
    found: '520 of 750 in 1 part',
    reason: 'Of the two detailed occupations only fishers have a row; hunters and trappers are not released.',
  },
  {
    audit: 'oews/legend-top-code',
    release: '2025-05',
    role: 'national',
    subject: 'top code',
    found: '$239200 per year, $115 per hour',
    reason:
      'The legend is that of May 2024. No cell of May 2025 has "#", and percentiles up to $742,310 are published.',
  },
];

/** Entries of an audit that are expected with files of these roles. */
export function declaredOf(audit: string, release: string, roles: ReadonlySet<string>): readonly DeclaredFailure[] {
  return DECLARED.filter((entry) => entry.audit === audit && entry.release === release && roles.has(entry.role));
}
