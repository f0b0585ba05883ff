import { type Audit, outcomeOf } from '@careergraph/releases';
import { PUBLISHED } from './rows.js';

export const allOccupations: Audit = {
  id: 'oews/all-occupations',
  level: 'MUST',
  title: 'Each area has a row of all occupations, 00-0000.',
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `select count(*)::int as checked from (select distinct file_id, area_code from wage_estimate w ${PUBLISHED}) as area`,
      failures: `
        select f.name as file, min(w.sheet) as sheet, min(w.row) as row, 'AREA' as column, w.area_code as value,
               'has no row of 00-0000: is the file complete?' as message
        from wage_estimate w join file f on f.id = w.file_id ${PUBLISHED}
        group by f.id, w.area_code having not bool_or(w.occupation_code = '00-0000')`,
      parameters: [files],
    }),
};

export const areaInOneFile: Audit = {
  id: 'oews/area-in-one-file',
  level: 'MUST',
  title: 'Each area is in one file of the release.',
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: 'select count(distinct area_code)::int as checked from wage_estimate where file_id = any($1)',
      failures: `
        select max(f.name) as file, 'AREA' as column, area_code as value,
               'is in ' || min(f.name) || ' as well.' as message
        from (select distinct file_id, area_code from wage_estimate where file_id = any($1)) as area
        join file f on f.id = file_id group by area_code having count(*) > 1 order by area_code`,
      parameters: [files],
    }),
};

/** A smaller file is a sample that says nothing. */
const ENOUGH_ROWS = 20;
const MOST_EMPTY_SHARE = 0.01;

/** By file: the rows with all of P10, mean and P90, and where the mean is in them. */
const SHARES = `
  select w.file_id, min(w.sheet) as sheet, count(*)::int as estimates,
         count(*) filter (where annual_p90_usd is not null and annual_mean_usd between annual_p25_usd and annual_p75_usd) as within,
         count(*) filter (where annual_p90_usd is not null and annual_mean_usd >= annual_p50_usd) as above,
         count(*) filter (where annual_p90_usd is not null and annual_p10_usd is not null and annual_mean_usd is not null) as whole,
         count(*) filter (where 'NOT_PUBLISHED' in (annual_mean_marker, annual_p10_marker, annual_p25_marker,
           annual_p50_marker, annual_p75_marker, annual_p90_marker, hourly_mean_marker, hourly_p10_marker,
           hourly_p25_marker, hourly_p50_marker, hourly_p75_marker, hourly_p90_marker)) as empty
  from wage_estimate w ${PUBLISHED} group by w.file_id`;

/**
 * Percentiles that are shifted by one column are still in order, but the mean is not where it should be. In the five
 * published files it is between the quartiles in 99% of the rows and above the median in 95%. Shifted by one column
 * to the left, it is below the "median" in more than 99%; to the right, above the "75th percentile" in 95%.
 */
export const columnsNotShifted: Audit = {
  id: 'oews/columns-not-shifted',
  level: 'MUST',
  title: 'In most rows of a file the mean is above the median and between the quartiles, and few wage cells are empty.',
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `select count(*)::int as checked from (${SHARES}) as share`,
      failures: `
        select f.name as file, s.sheet, 'A_MEAN' as column,
               'is between A_PCT25 and A_PCT75 in ' || within || ' and at least A_MEDIAN in ' || above || ' of ' || whole ||
                 ' rows; a wage cell is empty in ' || empty || ' of ' || estimates || '. Columns are shifted, or have wrong names.' as message
        from (${SHARES}) as s join file f on f.id = s.file_id
        where (whole >= ${ENOUGH_ROWS} and (within * 2 < whole or above * 2 < whole))
           or (estimates >= ${ENOUGH_ROWS} and empty > estimates * ${MOST_EMPTY_SHARE})`,
      parameters: [files],
    }),
};
