import type { Sql } from '@careergraph/db';
import {
  type Comparison,
  claimsOf,
  compareClaim,
  type HandbookClaim,
  roundOf,
  SOURCES,
  subjectsOf,
} from '@careergraph/domain';
import { type Audit, type Failure, outcomeOf } from '@careergraph/releases';
import { loadOfficial } from './official.js';
import type { Profile } from './profile.js';

export interface ComparedClaim {
  readonly file: string;
  readonly slug: string;
  readonly claim: HandbookClaim;
  readonly comparison: Comparison;
}

export const claimsEqualOfficial: Audit = {
  id: 'ooh/claims-equal-official',
  level: 'SHOULD',
  title: 'Figures of profiles are the official ones of the loaded wages (OEWS) and projections, or these rounded.',
  async run({ sql, files }) {
    const { compared, releases } = await compareProfiles(sql, files);
    if (releases.size === 0) {
      return {
        skipped:
          'The wages and projections that the profiles are from are not loaded: import "oews" and "projections" first.',
      };
    }
    const checked = compared.filter(({ comparison }) => comparison.result !== 'NOT_COMPARABLE');
    const outcome = await outcomeOf(sql, { checked: checked.length, failures: compared.flatMap(failureOf) });
    return 'skipped' in outcome ? outcome : { ...outcome, examples: [...outcome.examples, ...countsOf(compared)] };
  },
};

/** Compares every figure of the profiles in these files with the loaded official one. */
export async function compareProfiles(
  sql: Sql,
  files: readonly number[],
): Promise<{ readonly compared: readonly ComparedClaim[]; readonly releases: ReadonlySet<string> }> {
  // The prose is most of a document and has no figures that are compared.
  const rows = await sql.query<{ file: string; profile: Profile }>(
    `select f.name as file, p.document - '{sections,duties,specialties,qualities,contacts}'::text[] as profile
     from handbook_profile p join file f on f.id = p.file_id where p.file_id = any($1) order by p.slug`,
    [files],
  );
  const profiles = new Map(rows.map(({ profile }) => [profile.slug, profile]));
  const official = await loadOfficial(sql, {
    periods: unique(rows.flatMap(({ profile }) => periodsOf(profile))),
    rounds: unique(rows.flatMap(({ profile: { edition } }) => (edition === null ? [] : [roundOf(edition)]))),
  });
  const compared = rows.flatMap(({ file, profile }) =>
    claimsOf(profile, subjectsOf(profile, official.titles, profiles)).map((claim) => ({
      file,
      slug: profile.slug,
      claim,
      comparison: compareClaim(claim, official),
    })),
  );
  return { compared, releases: official.releases };
}

const unique = (values: readonly string[]) => [...new Set(values)];

function periodsOf({ edition, pay }: Profile): readonly string[] {
  return [
    ...(edition === null ? [] : [`${edition.payYear}-05`]),
    ...[...pay.wages, ...pay.tables].map(({ period }) => period),
  ];
}

function failureOf({ file, claim, comparison }: ComparedClaim): Failure[] {
  if (comparison.result !== 'DIFFERENT') return [];
  const { about, measure, printed, section, line } = claim;
  const codes = 'codes' in about ? about.codes.join(' + ') : '';
  const release =
    measure.kind === 'WAGE' ? `${SOURCES.oews.id}/${measure.period}` : `${SOURCES.projections.id}/${measure.round}`;
  const what = measure.kind === 'WAGE' ? `${measure.statistic} in ${measure.unit}` : measure.kind;
  return [
    { file, section, line, value: printed, message: `is ${comparison.official} in ${release} (${what} of ${codes}).` },
  ];
}

/** How many claims had each result, and why the others could not be compared. */
function countsOf(compared: readonly ComparedClaim[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { comparison } of compared) {
    const name =
      comparison.result === 'NOT_COMPARABLE' ? `not comparable: ${comparison.reason}` : comparison.result.toLowerCase();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([name, count]) => `${count} figures ${name}`);
}
