import type { Audit, Evidence } from '@careergraph/releases';
import { betweenReleases } from './audits-between-releases.js';
import { auditsOfRatings } from './audits-of-ratings.js';
import { outcomeOf, withoutPart } from './evidence.js';
import { spotFacts } from './spot-facts.js';

/** The source whose occupations O*NET's codes are below. */
const SOC = 'bls-soc';

/** What every table says about which occupation. $1: the files of the release. */
const USED_CODES = [
  ...['occupation_title', 'onet_task', 'onet_rating', 'onet_technology', 'onet_job_zone', 'onet_related'].map(
    (table) => `select file_id, sheet, "row", 'O*NET-SOC Code' as "column", occupation_code as code from ${table}`,
  ),
  `select file_id, sheet, "row", 'Related O*NET-SOC Code', related_code from onet_related`,
]
  .map((select) => `${select} where file_id = any($1::int[])`)
  .join(' union all ');

const fileOf = ({ roles }: Evidence, role: string) => roles.get(role) ?? null;

export const audits: readonly Audit[] = [
  {
    id: 'onet/occupation-data',
    level: 'MUST',
    title: 'The release has Occupation Data, which says what its codes are.',
    run: async ({ roles }) =>
      roles.has('occupation-data')
        ? { checked: 1, failures: 0, examples: [] }
        : { checked: 1, failures: 1, examples: ['Give Occupation Data with these files, or import it first.'] },
  },
  {
    id: 'onet/codes-known',
    level: 'MUST',
    title: 'Every code of every table is one of Occupation Data.',
    run: async (evidence) =>
      withoutPart(evidence, 'occupation-data') ??
      outcomeOf(
        evidence,
        [`select count(*) from (${USED_CODES}) used`, evidence.files],
        [
          `select file_id as file, sheet, "row", "column", code as value, 'is not in Occupation Data.' as message
                  from (${USED_CODES}) used
                  where code not in (select code from file_occupation where file_id = $2::int)`,
          evidence.files,
          fileOf(evidence, 'occupation-data'),
        ],
      ),
  },
  {
    id: 'onet/parents-are-soc',
    level: 'MUST',
    title: 'The SOC part of every code is a detailed occupation of the SOC release that answers.',
    run: async (evidence) => {
      const missing = withoutPart(evidence, 'occupation-data');
      if (missing) return missing;
      const soc = await evidence.sql.query<{ id: number; label: string }>(
        `select file_id as id, r.label from release r join release_file on release_id = r.id
         where r.source_id = $1 and r.status = 'ACTIVE'`,
        [SOC],
      );
      if (!soc[0])
        return { skipped: `No release of ${SOC} is loaded: import it, and this release again, to have this checked.` };
      return outcomeOf(
        evidence,
        ['select count(*) from file_occupation where file_id = $1', fileOf(evidence, 'occupation-data')],
        [
          `select file_id as file, sheet, "row", 'O*NET-SOC Code' as "column", code as value,
                         'is below ' || parent_code || ', which is not a detailed occupation of the SOC.' as message
                  from file_occupation o where file_id = $1 and not exists (
                    select from file_occupation s
                    where s.file_id = any($2::int[]) and s.code = o.parent_code and s.level = 'DETAILED')`,
          fileOf(evidence, 'occupation-data'),
          soc.map(({ id }) => id),
        ],
      );
    },
  },
  {
    id: 'onet/one-job-zone',
    level: 'MUST',
    title: 'An occupation has one job zone, and the Job Zone Reference says what it means.',
    run: async (evidence) =>
      withoutPart(evidence, 'job-zones') ??
      outcomeOf(
        evidence,
        ['select count(*) from onet_job_zone where file_id = any($1::int[])', evidence.files],
        [
          `select file_id as file, sheet, "row", 'Job Zone' as "column", job_zone as value,
                         case when zones > 1 then 'is one of ' || zones || ' for ' || occupation_code || '.'
                              else 'is not in the Job Zone Reference.' end as message
                  from (select *, count(*) over (partition by occupation_code) as zones
                        from onet_job_zone where file_id = any($1::int[])) z
                  where zones > 1 or ($2::int is not null and not exists (
                    select from onet_job_zone_name n where n.file_id = $2::int and n.job_zone = z.job_zone))`,
          evidence.files,
          fileOf(evidence, 'job-zone-reference'),
        ],
      ),
  },
  ...auditsOfRatings,
  spotFacts,
  ...betweenReleases,
];
