import { type Audit, outcomeOf } from '@careergraph/releases';
import { COLUMNS, PUBLISHED } from './rows.js';

/** The row of an occupation, by one look-up per pair: see ROW_BEFORE. */
const rowOf = (alias: string, code: string) => `
  cross join lateral (
    select * from wage_estimate as row
    where row.file_id = single.file_id and row.occupation_code = ${code} and row.area_code = single.area_code limit 1
  ) as ${alias}`;

/** Broad occupations w with one detailed occupation p, which has all of their employment; and where they differ. */
const PAIRS = `
  with single as materialized (
    select w.file_id, w.area_code, left(w.occupation_code, 6) || '0' as broad, min(w.occupation_code) as code
    from wage_estimate w join file_occupation o on o.file_id = w.file_id and o.code = w.occupation_code
    ${PUBLISHED} and o.level = 'DETAILED'
    group by 1, 2, 3 having count(*) = 1
  ), pair as materialized (
    select w.file_id, p.sheet, p.row, p.occupation_code as code, w.occupation_code as broad, w.row as broad_row,
           array_to_string(array[${COLUMNS.map(
             ({ name, value }) => `case when ${value('w')} is distinct from ${value('p')} then '${name}' end`,
           ).join(', ')}], ', ') as columns
    from single ${rowOf('w', 'single.broad')} ${rowOf('p', 'single.code')}
    where w.occupation_code <> p.occupation_code and w.employment_persons = p.employment_persons
  )`;

/** Without an exception in 1,368 pairs of the five national files. */
export const singleParts: Audit = {
  id: 'oews/single-parts',
  level: 'SHOULD',
  title: 'A broad occupation with one detailed occupation, and no one else, has the same figures.',
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `${PAIRS} select count(*)::int as checked from pair`,
      failures: `${PAIRS}
        select f.name as file, p.sheet, p.row, 'OCC_CODE' as column, p.code as value,
               'has other figures than ' || p.broad || ' in row ' || p.broad_row ||
                 ', which has no other detailed occupation, in ' || p.columns || '.' as message
        from pair p join file f on f.id = p.file_id
        where p.columns <> '' order by p.file_id, p.row`,
      parameters: [files],
    }),
};
