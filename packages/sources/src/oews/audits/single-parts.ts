import { type Audit, outcomeOf } from '@careergraph/releases';
import { COLUMNS, PUBLISHED } from './rows.js';

/** Broad occupations w with one detailed occupation p, which has all of their employment. */
const PAIRS = `
  from (
    select file_id, area_code, left(occupation_code, 6) || '0' as broad, min(occupation_code) as code
    from wage_estimate w join file_occupation o using (file_id)
    ${PUBLISHED} and o.code = w.occupation_code and o.level = 'DETAILED'
    group by 1, 2, 3 having count(*) = 1
  ) as single
  join wage_estimate p on p.file_id = single.file_id and p.area_code = single.area_code and p.occupation_code = single.code
  join wage_estimate w on w.file_id = single.file_id and w.area_code = single.area_code and w.occupation_code = single.broad
  join file_occupation o on o.file_id = w.file_id and o.code = w.occupation_code and o.level = 'BROAD'
  where w.employment_persons = p.employment_persons`;

/** Without an exception in 1,368 pairs of the five national files. */
export const singleParts: Audit = {
  id: 'oews/single-parts',
  level: 'SHOULD',
  title: 'A broad occupation with one detailed occupation, and no one else, has the same figures.',
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `select count(*)::int as checked ${PAIRS}`,
      failures: `
        select f.name as file, d.sheet, d.row, 'OCC_CODE' as column, d.part as value,
               'has other figures than ' || d.broad || ' in row ' || d.broad_row || ', which has no other detailed occupation, in ' ||
                 d.columns || '.' as message
        from (
          select w.file_id, p.sheet, p.row, p.occupation_code as part, w.occupation_code as broad, w.row as broad_row,
                 (select string_agg(name, ', ') from (values
                   ${COLUMNS.map(({ name, value }) => `('${name}', ${value('w')}, ${value('p')})`).join(', ')}
                 ) as figure (name, of_broad, of_part) where of_broad is distinct from of_part) as columns
          ${PAIRS}
        ) as d join file f on f.id = d.file_id
        where d.columns is not null order by d.file_id, d.row`,
      parameters: [files],
    }),
};
