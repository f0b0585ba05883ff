import { type Audit, type Failure, judge, queryAudit } from '@careergraph/releases';
import { SPOT_VALUES } from '../spot-values.js';
import { PUBLISHED } from './rows.js';

const allOccupations: Audit = {
  id: 'oews/all-occupations',
  level: 'MUST',
  title: 'Each area has a row of all occupations, 00-0000',
  run: ({ sql, files }) =>
    queryAudit(
      sql,
      {
        checked: `select count(*)::int as checked from (select distinct file_id, area_code from wage_estimate w ${PUBLISHED}) as area`,
        failures: `
          select f.name as file, min(w.sheet) as sheet, min(w.row) as row, 'AREA' as column, w.area_code as value,
                 w.area_code as subject, 'none' as found, 'has no row of 00-0000: is the file complete?' as message
          from wage_estimate w join file f on f.id = w.file_id ${PUBLISHED}
          group by f.id, w.area_code having not bool_or(w.occupation_code = '00-0000')`,
      },
      [files],
    ),
};

const areaInOneFile: Audit = {
  id: 'oews/area-in-one-file',
  level: 'MUST',
  title: 'An area is in one file of the release',
  run: ({ sql, files }) =>
    queryAudit(
      sql,
      {
        checked: `select count(distinct area_code)::int as checked from wage_estimate w where file_id = any($1)`,
        failures: `
          select max(f.name) as file, null as sheet, null::int as row, 'AREA' as column, area_code as value,
                 area_code as subject, 'twice' as found, 'is in ' || min(f.name) || ' as well.' as message
          from (select distinct file_id, area_code from wage_estimate w where file_id = any($1)) as area
          join file f on f.id = file_id group by area_code having count(*) > 1 order by area_code`,
      },
      [files],
    ),
};

/** Below this a file is a sample, of which nothing can be said. */
const ENOUGH_ROWS = 20;
const EMPTY_SHARE = 0.01;

/**
 * Percentiles that are shifted by one column are in order still. But then the mean lies elsewhere among them: of the
 * rows of the five published files it lies between the quartiles in 99 %, and above the median in 95 %. Shifted by one
 * to the left it is below the "median" in more than 99 %, to the right above the "75th percentile" in 95 %.
 */
const columnsNotShifted: Audit = {
  id: 'oews/columns-not-shifted',
  level: 'MUST',
  title:
    'In most rows of a file the mean lies above the median and between the quartiles, and wage cells are not empty',
  run: ({ sql, files }) => {
    const shares = `
      select w.file_id, min(w.sheet) as sheet, count(*)::int as estimates,
             count(*) filter (where annual_p90_usd is not null and annual_mean_usd between annual_p25_usd and annual_p75_usd) as within,
             count(*) filter (where annual_p90_usd is not null and annual_mean_usd >= annual_p50_usd) as above,
             count(*) filter (where annual_p90_usd is not null and annual_p10_usd is not null and annual_mean_usd is not null) as whole,
             count(*) filter (where 'NOT_PUBLISHED' in (annual_mean_marker, annual_p10_marker, annual_p25_marker,
               annual_p50_marker, annual_p75_marker, annual_p90_marker, hourly_mean_marker, hourly_p10_marker,
               hourly_p25_marker, hourly_p50_marker, hourly_p75_marker, hourly_p90_marker)) as empty
      from wage_estimate w ${PUBLISHED} group by w.file_id`;
    return queryAudit(
      sql,
      {
        checked: `select count(*)::int as checked from (${shares}) as share`,
        failures: `
          select f.name as file, s.sheet, null::int as row, 'A_MEAN' as column, f.name as subject, 'shifted' as found,
                 'is between A_PCT25 and A_PCT75 in ' || within || ' and at least A_MEDIAN in ' || above || ' of ' || whole ||
                   ' rows; a wage cell is empty in ' || empty || ' of ' || estimates || '. Columns are shifted, or named wrongly.' as message
          from (${shares}) as s join file f on f.id = s.file_id
          where (whole >= ${ENOUGH_ROWS} and (within * 2 < whole or above * 2 < whole))
             or (estimates >= ${ENOUGH_ROWS} and empty > estimates * ${EMPTY_SHARE})`,
      },
      [files],
    );
  },
};

const spotValues: Audit = {
  id: 'oews/spot-values',
  level: 'MUST',
  title: 'Figures that a person has read in the published file are the same here',
  run: async ({ sql, release, roles }) => {
    const expected = SPOT_VALUES.filter((spot) => spot.release === release && roles.has(spot.role));
    if (expected.length === 0) return { skipped: 'No figures of these files were read by a person.' };
    const failures: Failure[] = [];
    let checked = 0;
    for (const { role, occupationCode, areaCode, figures } of expected) {
      const [row] = await sql.query<{ file: string; sheet: string; row: number } & Record<string, unknown>>(
        `select f.name as file, w.sheet, w.row, employment_persons as "TOT_EMP", annual_mean_usd as "A_MEAN",
                annual_p10_usd as "A_PCT10", annual_p25_usd as "A_PCT25", annual_p50_usd as "A_MEDIAN",
                annual_p75_usd as "A_PCT75", annual_p90_usd as "A_PCT90"
         from wage_estimate w join file f on f.id = w.file_id
         where w.file_id = $1 and occupation_code = $2 and area_code = $3`,
        [roles.get(role), occupationCode, areaCode],
      );
      const subject = `${occupationCode} ${areaCode}`;
      for (const [column, value] of Object.entries(figures)) {
        checked += 1;
        if (row?.[column] === value) continue;
        const message = row ? `should be ${value}, for ${subject}.` : `has no row of ${subject}.`;
        const place = row ? { file: row.file, sheet: row.sheet, row: row.row, value: row[column] } : { file: role };
        failures.push({ ...place, column, subject, found: column, message });
      }
    }
    return judge(checked, failures, []);
  },
};

export const ofFiles: readonly Audit[] = [allOccupations, areaInOneFile, columnsNotShifted, spotValues];
