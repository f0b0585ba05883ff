import { type Audit, outcomeOf } from '@careergraph/releases';
import { PUBLISHED, STATISTICS } from './rows.js';

const PERCENTILES = STATISTICS.filter(({ name }) => name !== 'MEAN');

/** Each percentile as a part of the mean, in logarithms; an array of five, in which a figure that is missing is null. */
export const partsOfMean = (alias: string) =>
  `array[${PERCENTILES.map(({ annual }) => `ln(${alias}.${annual}::float8 / ${alias}.annual_mean_usd)`).join(', ')}]`;

const LEAST_PERCENTILES = 3;

/** How far the percentiles from one to another are from those of an earlier or wider row that are `shift` columns higher. */
export const distance = (from: number, to: number, shift: number) =>
  `(select case when count(now[i] - other[i + ${shift}]) >= ${LEAST_PERCENTILES} then avg(abs(now[i] - other[i + ${shift}])) end from generate_series(${from}, ${to}) as i)`;

/** The share of people around each percentile, which makes a mean of the five. */
const SHARES = [0.175, 0.2, 0.25, 0.2, 0.175];
const MEAN_OF_PERCENTILES = PERCENTILES.map(({ annual }, index) => `${SHARES[index]} * w.${annual}`).join(' + ');

/**
 * How many columns the mean lies below what the percentiles of its row make as a mean. It is null where one of them is
 * missing. In 3,916 rows of five national files it is at most 0.20; of percentiles that are the next higher ones it is at
 * least 0.53 in 99% of them, and of the next lower ones it is below -0.65 in all.
 */
export const COLUMNS_OFF = `(ln((${MEAN_OF_PERCENTILES}) / w.annual_mean_usd)
  / nullif((ln(w.annual_p90_usd::float8) - ln(w.annual_p10_usd)) / 4, 0))`;
const LEAST_COLUMNS_HIGHER = 0.4;
const LEAST_COLUMNS_LOWER = 0.6;
/**
 * A few very high wages put the mean there too. Then the percentiles are not so much nearer to the next lower ones of
 * similar rows: 0.32 is the nearest in five national files, 27-1022 in May 2024.
 */
const MOST_SHARE_OF_DISTANCE = 0.3;
const ENOUGH_SIMILAR_ROWS = 6;

/**
 * Rows with what they are like: a row of the nation like the average of its minor group, or of its major group if that is
 * small; a row of another area like that of the occupation in the nation.
 */
const LIKE = `
  with row as (
    select w.file_id, w.sheet, w.row, w.area_code, w.occupation_code as code, ${partsOfMean('w')} as now, ${COLUMNS_OFF} as off
    from wage_estimate w join file_occupation o on o.file_id = w.file_id and o.code = w.occupation_code
    ${PUBLISHED} and o.level = 'DETAILED' and w.annual_mean_usd > 0
  ), member as (
    select row.*, prefix from row cross join lateral (values (left(code, 4)), (left(code, 2))) as p (prefix) where area_code = 'US'
  ), similar_rows as (
    select prefix, array[${[1, 2, 3, 4, 5].map((place) => `avg(now[${place}])`).join(', ')}] as other
    from member group by prefix having count(*) >= ${ENOUGH_SIMILAR_ROWS}
  ), compared as (
    select row.*, coalesce(minor.other, major.other, nation.now) as other
    from row
    left join similar_rows minor on row.area_code = 'US' and minor.prefix = left(row.code, 4)
    left join similar_rows major on row.area_code = 'US' and major.prefix = left(row.code, 2)
    left join row as nation on row.area_code <> 'US' and nation.area_code = 'US' and nation.code = row.code
    where row.off > ${LEAST_COLUMNS_HIGHER} or row.off < -${LEAST_COLUMNS_LOWER}
  )`;

/** Needs no earlier release, so that it sees shifted cells in a first import, and in every area. */
export const percentilesAroundMean: Audit = {
  id: 'oews/percentiles-around-mean',
  level: 'SHOULD',
  title: 'The percentiles of a row lie around its mean, and are not the next higher or lower ones.',
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `select count(*)::int as checked from wage_estimate w ${PUBLISHED} and w.annual_mean_usd > 0 and w.annual_p90_usd is not null`,
      failures: `${LIKE}
        select f.name as file, c.sheet, c.row, 'A_PCT10 to A_PCT90' as column, c.code as value,
               'in ' || c.area_code || ' has percentiles that are too ' || case when off > 0 then 'high' else 'low' end ||
                 ' for its mean by about ' || round(abs(off)::numeric, 1) || ' columns: are the cells of the row shifted?' as message
        from compared c join file f on f.id = c.file_id
        where off > 0 or ${distance(2, 5, -1)} < ${distance(2, 5, 0)} * ${MOST_SHARE_OF_DISTANCE}
        order by c.file_id, c.row`,
      parameters: [files],
    }),
};

/** In logarithms. In 2,069 rows of states of May 2023 none has both; smaller errors are too rough in tenths of a percent. */
const LEAST_REVERSED = 0.5;
const LEAST_IN_NATION = 0.3;
const LEAST_ERROR_TENTHS = 5;

const errors = (alias: string) => `ln(${alias}.employment_prse_tenths::float8 / ${alias}.mean_prse_tenths)`;
const areBoth = (alias: string) =>
  `least(${alias}.employment_prse_tenths, ${alias}.mean_prse_tenths) >= ${LEAST_ERROR_TENTHS}`;

const WITH_NATION = `
  from wage_estimate w join file f on f.id = w.file_id
  cross join lateral (
    select * from wage_estimate as row
    where row.file_id = any($1) and row.area_code = 'US' and row.occupation_code = w.occupation_code limit 1
  ) as n
  ${PUBLISHED} and w.area_code <> 'US' and ${areBoth('w')} and ${areBoth('n')}`;

export const standardErrorsAsInNation: Audit = {
  id: 'oews/standard-errors-as-in-nation',
  level: 'SHOULD',
  title: 'The larger of the two standard errors in an area is not clearly the smaller one in the nation.',
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `select count(*)::int as checked ${WITH_NATION}`,
      failures: `
        select f.name as file, w.sheet, w.row, 'EMP_PRSE' as column, (w.employment_prse_tenths / 10.0)::float8 as value,
               'and MEAN_PRSE ' || round(w.mean_prse_tenths / 10.0, 1) || ' of ' || w.occupation_code || ' in ' || w.area_code || ' are ' ||
                 round(n.employment_prse_tenths / 10.0, 1) || ' and ' || round(n.mean_prse_tenths / 10.0, 1) || ' in the nation: are they swapped?' as message
        ${WITH_NATION} and ${errors('w')} < -${LEAST_REVERSED} and ${errors('n')} > ${LEAST_IN_NATION}
        order by w.file_id, w.row`,
      parameters: [files],
    }),
};
