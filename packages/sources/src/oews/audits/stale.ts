import { type Audit, outcomeOf } from '@careergraph/releases';
import { labelOf } from '../releases.js';
import { PUBLISHED } from './rows.js';

/** A smaller file is a sample that says nothing. */
const ENOUGH_ROWS = 20;
/** Of 5,300 rows of five national files, none has the employment and the mean of the same occupation in another year. */
const MOST_EQUAL_SHARE = 0.5;
/** Rows of a file that are compared with each other release: more would tell no more. */
const SAMPLED_ROWS = 2_000;

const FIGURES = ['employment_persons', 'annual_mean_usd', 'annual_p10_usd', 'annual_p50_usd'];
const figuresOf = (alias: string) => `(${FIGURES.map((field) => `${alias}.${field}`).join(', ')})`;

/** Sampled rows with figures that a file $2 of release $3 has as well: by file and release, how many, and how many are the same. */
const SAME = `
  select w.file_id, other.key, min(w.sheet) as sheet, count(*)::int as compared,
         count(*) filter (where ${figuresOf('w')} is not distinct from ${figuresOf('o')})::int as same
  from wage_estimate w join file f on f.id = w.file_id
  cross join unnest($2::int[], $3::text[]) as other (file_id, key)
  cross join lateral (
    select * from wage_estimate as row where row.file_id = other.file_id
      and row.occupation_code = w.occupation_code and row.area_code = w.area_code limit 1
  ) as o
  ${PUBLISHED} and w.employment_persons is not null and w.annual_mean_usd is not null
    and w.row % greatest(1, f.rows / ${SAMPLED_ROWS}) = 0
  group by w.file_id, other.key having count(*) >= ${ENOUGH_ROWS}`;

/** The id is older than the comparison with all other releases. */
export const notAnotherRelease: Audit = {
  id: 'oews/not-the-release-before',
  level: 'MUST',
  title: 'At most half of the rows of a file have the employment and wages of another release.',
  async run({ sql, files, others }) {
    if (others.length === 0) return { skipped: 'No other release is loaded.' };
    const pairs = others.flatMap(({ key, files: byRole }) =>
      [...byRole.values()].map((id) => ({ id, label: labelOf(key) })),
    );
    return outcomeOf(sql, {
      checked: `select coalesce(sum(compared), 0)::int as checked from (${SAME}) as s`,
      failures: `
        select f.name as file, s.sheet,
               'has the figures of ' || s.key || ' in ' || same || ' of ' || compared || ' rows: is it that file under another name?' as message
        from (${SAME}) as s join file f on f.id = s.file_id where same > compared * ${MOST_EQUAL_SHARE} order by f.id, s.key`,
      parameters: [files, pairs.map(({ id }) => id), pairs.map(({ label }) => label)],
    });
  },
};
