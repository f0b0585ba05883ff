import { type Audit, needing, outcomeOf } from '@careergraph/releases';
import { count, withFileName } from './rows.js';

const CATEGORY_ROLES = ['ete-categories', 'education-categories', 'training-and-experience-categories'];

const RATINGS = 'select * from onet_rating where file_id = any($1)';
const CATEGORY_RATINGS = `${RATINGS} and category is not null`;
const USED_ELEMENTS = ['onet_rating', 'onet_technology']
  .map(
    (table) =>
      `select file_id, sheet, "row", element_id from ${table} where file_id = any($1) and element_id is not null`,
  )
  .join(' union all ');
const CATEGORY_SUMS = `
  select file_id, sheet, min("row") as "row", occupation_code, element_id, scale_id,
         sum(value_hundredths) as sum, count(*) as categories
  from (${CATEGORY_RATINGS}) as rating group by file_id, sheet, occupation_code, element_id, scale_id`;

/** Audits that compare ratings with the references of their release. */
export const auditsOfRatings: readonly Audit[] = [
  {
    id: 'onet/scales-known',
    level: 'MUST',
    title: 'Every scale of a rating is in the Scales Reference.',
    run: needing(['scales-reference'], ({ sql, files }) =>
      outcomeOf(sql, {
        checked: count(RATINGS),
        failures: withFileName(
          `select file_id, sheet, "row", 'Scale ID' as "column", scale_id as value,
                  'is not in the Scales Reference.' as message
           from (${RATINGS}) as rating where not exists (
             select from onet_scale as scale where scale.file_id = any($1) and scale.scale_id = rating.scale_id)`,
        ),
        parameters: [files],
      }),
    ),
  },
  {
    id: 'onet/scale-bounds',
    level: 'MUST',
    title: 'Every rating is within the bounds of its scale. Percentages of categories are from 0 to 100.',
    run: needing(['scales-reference'], ({ sql, files }) =>
      outcomeOf(sql, {
        checked: count(RATINGS),
        failures: withFileName(
          `select rating.file_id, sheet, rating."row", 'Data Value' as "column",
                  round(value_hundredths / 100.0, 2) as value,
                  format('is not from %s to %s, the bounds of %s.', minimum, maximum, scale.scale_id) as message
           from (${RATINGS}) as rating
           join onet_scale as scale on scale.file_id = any($1) and scale.scale_id = rating.scale_id
           where value_hundredths not between minimum * 100 and maximum * 100`,
        ),
        parameters: [files],
      }),
    ),
  },
  {
    id: 'onet/elements-known',
    level: 'MUST',
    title: 'Every element is in the Content Model Reference.',
    run: needing(['content-model-reference'], ({ sql, files }) =>
      outcomeOf(sql, {
        checked: count(USED_ELEMENTS),
        failures: withFileName(
          `select file_id, sheet, "row", 'Element ID' as "column", element_id as value,
                  'is not in the Content Model Reference.' as message
           from (${USED_ELEMENTS}) as used where not exists (
             select from onet_element as element
             where element.file_id = any($1) and element.element_id = used.element_id)`,
        ),
        parameters: [files],
      }),
    ),
  },
  {
    id: 'onet/categories-known',
    level: 'MUST',
    title: 'Every category of education, training and experience has a description.',
    async run({ sql, files, roles }) {
      if (!CATEGORY_ROLES.some((role) => roles.has(role))) {
        return { skipped: `The release has no file ${CATEGORY_ROLES.map((role) => `"${role}"`).join(' or ')} yet.` };
      }
      return outcomeOf(sql, {
        checked: count(CATEGORY_RATINGS),
        failures: withFileName(
          `select file_id, sheet, "row", 'Category' as "column", category as value,
                  format('has no description for %s on the scale %s.', element_id, scale_id) as message
           from (${CATEGORY_RATINGS}) as rating where not exists (
             select from onet_category as known where known.file_id = any($1)
               and (known.element_id, known.scale_id, known.category)
                 = (rating.element_id, rating.scale_id, rating.category))`,
        ),
        parameters: [files],
      });
    },
  },
  {
    id: 'onet/category-sums',
    level: 'SHOULD',
    title: 'The percentages of the categories of an element add up to 100 for each occupation, within rounding.',
    run: ({ sql, files }) =>
      outcomeOf(sql, {
        checked: count(CATEGORY_SUMS),
        failures: withFileName(
          `select file_id, sheet, "row", 'Data Value' as "column", round(sum / 100.0, 2) as value,
                  format('is the sum of %s, %s, %s.', occupation_code, element_id, scale_id) as message
           from (${CATEGORY_SUMS}) as sums where abs(sum - 10000) > categories * 0.5`,
        ),
        parameters: [files],
      }),
  },
];
