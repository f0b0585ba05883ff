import { type Audit, outcomeOf } from '@careergraph/releases';
import { labelOf } from '../releases.js';
import { PUBLISHED, ROW_BEFORE } from './rows.js';

/** A smaller file is a sample that says nothing. */
const ENOUGH_ROWS = 20;
/** Of 5,300 rows of five national files, none has the employment and the mean of the same occupation in the release before. */
const MOST_EQUAL_SHARE = 0.5;

/** Rows with figures that the release before $2 has as well: by file, how many, and how many are the same. */
const SAME = `
  select w.file_id, min(w.sheet) as sheet, count(*)::int as compared,
         count(*) filter (where (w.employment_persons, w.annual_mean_usd, w.annual_p10_usd, w.annual_p50_usd) is not distinct from
           (b.employment_persons, b.annual_mean_usd, b.annual_p10_usd, b.annual_p50_usd))::int as same
  from wage_estimate w ${ROW_BEFORE} ${PUBLISHED} and w.employment_persons is not null and w.annual_mean_usd is not null
  group by w.file_id having count(*) >= ${ENOUGH_ROWS}`;

export const notTheReleaseBefore: Audit = {
  id: 'oews/not-the-release-before',
  level: 'MUST',
  title: 'At most half of the rows of a file have the employment and wages of the previous release.',
  async run({ sql, files, before }) {
    if (!before) return { skipped: 'There is no release before this one.' };
    return outcomeOf(sql, {
      checked: `select coalesce(sum(compared), 0)::int as checked from (${SAME}) as s`,
      failures: `
        select f.name as file, s.sheet,
               'has the figures of ${labelOf(before.key)} in ' || same || ' of ' || compared || ' rows: is it that file under another name?' as message
        from (${SAME}) as s join file f on f.id = s.file_id where same > compared * ${MOST_EQUAL_SHARE}`,
      parameters: [files, [...before.files.values()]],
    });
  },
};
