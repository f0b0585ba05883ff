import { SOURCES } from '@careergraph/domain';
import { type Audit, kept, needing, outcomeOf, partsKept, rowCount } from '@careergraph/releases';
import { auditsOfRatings } from './audits/ratings.js';
import { count, withFileName } from './audits/rows.js';
import { spotFacts } from './audits/spot-values.js';

/** Tables of what is said about an occupation. */
const TABLES = [
  'occupation_title',
  'onet_task',
  'onet_rating',
  'onet_technology',
  'onet_job_zone',
  'onet_related',
] as const;

const OCCUPATIONS = 'select * from file_occupation where file_id = any($1)';
const JOB_ZONES = 'select * from onet_job_zone where file_id = any($1)';
const USED_CODES = [
  ...TABLES.map(
    (table) => `select file_id, sheet, "row", 'O*NET-SOC Code' as "column", occupation_code as code from ${table}`,
  ),
  `select file_id, sheet, "row", 'Related O*NET-SOC Code', related_code from onet_related`,
]
  .map((select) => `${select} where file_id = any($1)`)
  .join(' union all ');
const ACTIVE_SOC = `select file_id from release_file join release on release.id = release_id join file on file.id = file_id
  where release.source_id = '${SOURCES.soc.id}' and status = 'ACTIVE' and edition = 'published'`;

/** Files that replaced another one, and its role: counts are compared with those of the file before. */
const REPLACED: Readonly<Record<string, string>> = {
  'essential-skills': 'skills',
  'transferable-skills': 'skills',
  education: 'education-training-experience',
  'training-and-experience': 'education-training-experience',
  'education-categories': 'ete-categories',
  'training-and-experience-categories': 'ete-categories',
};
const subjectOf = (role: string) => REPLACED[role] ?? role;

export const audits: readonly Audit[] = [
  {
    id: 'onet/occupation-data',
    level: 'MUST',
    title: 'The release has Occupation Data, which gives the title and description of each code.',
    run: async ({ roles }) =>
      roles.has('occupation-data')
        ? { checked: 1, failures: 0, examples: [] }
        : { checked: 1, failures: 1, examples: ['Give Occupation Data with these files, or import it first.'] },
  },
  {
    id: 'onet/codes-known',
    level: 'MUST',
    title: 'Every code in every table is in Occupation Data.',
    run: needing(['occupation-data'], ({ sql, files }) =>
      outcomeOf(sql, {
        checked: count(USED_CODES),
        failures: withFileName(
          `select file_id, sheet, "row", "column", code as value, 'is not in Occupation Data.' as message
           from (${USED_CODES}) as used where code not in (select code from (${OCCUPATIONS}) as known)`,
        ),
        parameters: [files],
      }),
    ),
  },
  {
    id: 'onet/parents-are-soc',
    level: 'MUST',
    title: 'The SOC part of every code is a detailed occupation of the active SOC release.',
    run: needing(['occupation-data'], async ({ sql, files }) => {
      const [soc] = await sql.query(ACTIVE_SOC);
      if (!soc) return { skipped: 'No SOC is loaded: import "soc", then this release again, to have this checked.' };
      return outcomeOf(sql, {
        checked: count(OCCUPATIONS),
        failures: withFileName(
          `select file_id, sheet, "row", 'O*NET-SOC Code' as "column", code as value,
                  format('is below %s, which is not a detailed occupation of the SOC.', parent_code) as message
           from (${OCCUPATIONS}) as occupation where not exists (
             select from file_occupation as soc
             where soc.file_id in (${ACTIVE_SOC}) and soc.code = occupation.parent_code and soc.level = 'DETAILED')`,
        ),
        parameters: [files],
      });
    }),
  },
  {
    id: 'onet/one-job-zone',
    level: 'MUST',
    title: 'An occupation has one job zone, and the Job Zone Reference says what it means.',
    run: needing(['job-zones'], ({ sql, files, roles }) =>
      outcomeOf(sql, {
        checked: count(JOB_ZONES),
        failures: withFileName(
          `select file_id, sheet, "row", 'Job Zone' as "column", job_zone as value,
                  case when zones > 1 then format('is one of %s for %s.', zones, occupation_code)
                       else 'is not in the Job Zone Reference.' end as message
           from (select *, count(*) over (partition by occupation_code) as zones from (${JOB_ZONES}) as zone) as counted
           where zones > 1${roles.has('job-zone-reference') ? ` or job_zone not in (select job_zone from onet_job_zone_name where file_id = any($1))` : ''}`,
        ),
        parameters: [files],
      }),
    ),
  },
  ...auditsOfRatings,
  spotFacts,
  partsKept({ id: 'onet/parts-kept', subjectOf }),
  rowCount({ id: 'onet/row-count', allowedPercent: 10, subjectOf }),
  kept({
    id: 'onet/coverage',
    what: 'occupations',
    keys: [
      'select file_id, code as key from file_occupation',
      ...TABLES.map((table) => `select file_id, occupation_code from ${table}`),
    ].join(' union all '),
    allowedPercent: 0,
    subjectOf,
  }),
];
