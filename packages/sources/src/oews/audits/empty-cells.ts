import { type Audit, outcomeOf } from '@careergraph/releases';
import { COLUMNS, PUBLISHED } from './rows.js';

const EMPTY = `
  select w.file_id, w.sheet, w.row, w.occupation_code as code,
         array_to_string(array[${COLUMNS.map(({ name, marker }) => `case when w.${marker} = 'NOT_PUBLISHED' then '${name}' end`).join(', ')}], ', ') as columns
  from wage_estimate w ${PUBLISHED}`;

/**
 * The agency marks each figure that it does not release: no such cell is empty in the five national files. A
 * spreadsheet program that takes "#" and "*" for errors, or a person, empties them.
 */
export const noEmptyCells: Audit = {
  id: 'oews/no-empty-cells',
  level: 'SHOULD',
  title: 'No employment, wage, or standard error is empty: what is not released has a marker.',
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `select count(*)::int as checked from wage_estimate w ${PUBLISHED}`,
      failures: `
        with empty as (${EMPTY}), marked as (
          select w.file_id from wage_estimate w ${PUBLISHED}
            and num_nonnulls(${COLUMNS.map(({ marker }) => `nullif(w.${marker}, 'NOT_PUBLISHED')`).join(', ')}) > 0
          group by 1)
        select f.name as file, e.sheet, e.row, 'OCC_CODE' as column, e.code as value,
               'is empty in ' || e.columns || case when e.file_id in (select file_id from marked) then '.'
                 else ', and no cell of the file has "#", "*", or "**": were the markers erased?' end as message
        from empty e join file f on f.id = e.file_id where e.columns <> '' order by e.file_id, e.row`,
      parameters: [files],
    }),
};
