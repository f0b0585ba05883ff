import type { Audit, Evidence } from '../pipeline/audit.js';
import { betweenReleases } from './audits-between-releases.js';
import { outcomeOf, withoutPart } from './evidence.js';
import { spotFacts } from './spot-facts.js';

/** The source whose occupations O*NET's codes are below. */
const SOC = 'bls-soc';

const CATEGORY_ROLES = ['ete-categories', 'education-categories', 'training-and-experience-categories'];

/** What every table says about which occupation. $1: the files of the release. */
const USED_CODES = [
  ...['occupation_title', 'onet_task', 'onet_rating', 'onet_technology', 'onet_job_zone', 'onet_related'].map(
    (table) => `select file_id, sheet, "row", 'O*NET-SOC Code' as "column", occupation_code as code from ${table}`,
  ),
  `select file_id, sheet, "row", 'Related O*NET-SOC Code', related_code from onet_related`,
]
  .map((select) => `${select} where file_id = any($1::int[])`)
  .join(' union all ');

/** Element ids by where they are used. $1: the files of the release. */
const USED_ELEMENTS = ['onet_rating', 'onet_technology']
  .map(
    (table) => `select file_id, sheet, "row", element_id from ${table}
                where file_id = any($1::int[]) and element_id is not null`,
  )
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
                  where not exists (select from file_occupation o where o.file_id = $2::int and o.code = used.code)`,
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
    id: 'onet/scales-known',
    level: 'MUST',
    title: 'Every scale of a rating is one of the Scales Reference.',
    run: async (evidence) =>
      withoutPart(evidence, 'scales-reference') ??
      outcomeOf(
        evidence,
        ['select count(*) from onet_rating where file_id = any($1::int[])', evidence.files],
        [
          `select file_id as file, sheet, "row", 'Scale ID' as "column", scale_id as value,
                         'is not in the Scales Reference.' as message
                  from onet_rating r where file_id = any($1::int[]) and not exists (
                    select from onet_scale s where s.file_id = any($1::int[]) and s.scale_id = r.scale_id)`,
          evidence.files,
        ],
      ),
  },
  {
    id: 'onet/scale-bounds',
    level: 'MUST',
    title: 'Every rating is within the bounds of its scale; percentages of categories are from 0 to 100.',
    run: async (evidence) =>
      withoutPart(evidence, 'scales-reference') ??
      outcomeOf(
        evidence,
        ['select count(*) from onet_rating where file_id = any($1::int[])', evidence.files],
        [
          `select r.file_id as file, sheet, r."row", 'Data Value' as "column",
                         round(value_hundredths / 100.0, 2) as value,
                         'is not from ' || minimum || ' to ' || maximum || ', the bounds of ' || r.scale_id || '.' as message
                  from onet_rating r join onet_scale s on s.file_id = any($1::int[]) and s.scale_id = r.scale_id
                  where r.file_id = any($1::int[]) and value_hundredths not between minimum * 100 and maximum * 100`,
          evidence.files,
        ],
      ),
  },
  {
    id: 'onet/elements-known',
    level: 'MUST',
    title: 'Every element is one of the Content Model Reference.',
    run: async (evidence) =>
      withoutPart(evidence, 'content-model-reference') ??
      outcomeOf(
        evidence,
        [`select count(*) from (${USED_ELEMENTS}) used`, evidence.files],
        [
          `select file_id as file, sheet, "row", 'Element ID' as "column", element_id as value,
                         'is not in the Content Model Reference.' as message
                  from (${USED_ELEMENTS}) used where not exists (
                    select from onet_element e where e.file_id = any($1::int[]) and e.element_id = used.element_id)`,
          evidence.files,
        ],
      ),
  },
  {
    id: 'onet/categories-known',
    level: 'MUST',
    title: 'Every category of education, training and experience has its meaning in the release.',
    run: async (evidence) =>
      withoutPart(evidence, ...CATEGORY_ROLES) ??
      outcomeOf(
        evidence,
        ['select count(*) from onet_rating where file_id = any($1::int[]) and category is not null', evidence.files],
        [
          `select file_id as file, sheet, "row", 'Category' as "column", category as value,
                         'has no description for ' || element_id || ' on the scale ' || scale_id || '.' as message
                  from onet_rating r where file_id = any($1::int[]) and category is not null and not exists (
                    select from onet_category c where c.file_id = any($1::int[])
                      and (c.element_id, c.scale_id, c.category) = (r.element_id, r.scale_id, r.category))`,
          evidence.files,
        ],
      ),
  },
  {
    id: 'onet/category-sums',
    level: 'SHOULD',
    title: 'The percentages of the categories of an element add up to 100 for each occupation, within rounding.',
    run: async (evidence) => {
      const sums = `select file_id, sheet, min("row") as "row", occupation_code, element_id, scale_id,
                           sum(value_hundredths) as sum, count(*) as categories
                    from onet_rating where file_id = any($1::int[]) and category is not null
                    group by file_id, sheet, occupation_code, element_id, scale_id`;
      return outcomeOf(
        evidence,
        [`select count(*) from (${sums}) sums`, evidence.files],
        [
          `select file_id as file, sheet, "row", 'Data Value' as "column", round(sum / 100.0, 2) as value,
                         'is the sum of ' || occupation_code || ', ' || element_id || ', ' || scale_id || '.' as message
                  from (${sums}) sums where abs(sum - 10000) > categories * 0.5`,
          evidence.files,
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
  spotFacts,
  ...betweenReleases,
];
