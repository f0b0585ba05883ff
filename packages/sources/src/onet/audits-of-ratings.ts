import type { Audit } from '@careergraph/releases';
import { outcomeOf, withoutPart } from './evidence.js';

const CATEGORY_ROLES = ['ete-categories', 'education-categories', 'training-and-experience-categories'];

/** Element ids by where they are used. $1: the files of the release. */
const USED_ELEMENTS = ['onet_rating', 'onet_technology']
  .map(
    (table) => `select file_id, sheet, "row", element_id from ${table}
                where file_id = any($1::int[]) and element_id is not null`,
  )
  .join(' union all ');

/** Audits of the ratings against the references of their release. */
export const auditsOfRatings: readonly Audit[] = [
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
];
