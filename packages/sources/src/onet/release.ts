import type { ReleaseDescription } from '@careergraph/releases';

/** `29.3`. Two digits before the point, so that keys sort as texts; the database has had them since 2016. */
export const RELEASE_KEY = { pattern: /^[2-9]\d\.\d$/, example: '29.3' } as const;

/** First release with the renamed files and columns. */
export const RENAMED = '30.3';

/** Whether a release is older than another. */
export function isBefore(release: string, other: string): boolean {
  return Number(release) < Number(other);
}

/** How the publisher names a release and where it describes it. */
export function describeRelease(release: string): ReleaseDescription {
  return {
    label: `O*NET ${release} Database`,
    citation: `National Center for O*NET Development, O*NET ${release} Database, U.S. Department of Labor, Employment and Training Administration. Used under the CC BY 4.0 license.`,
    url: 'https://www.onetcenter.org/db_releases.html',
    topCode: null,
  };
}
