import { type Audit, outcomeOf } from '@careergraph/releases';
import { PUBLISHED, STATISTICS } from './rows.js';

const HOURS_PER_YEAR = 2080;
/** An hourly wage is rounded to a cent and an annual one to 10 dollars: 0.005 × 2,080 + 5 = 15.40; up to 15.60 occurs. */
const ROUNDING_USD = 16;

const differs = (annual: string, hourly: string) =>
  `abs(${annual} * 100::bigint - ${hourly} * ${HOURS_PER_YEAR}::bigint) > ${ROUNDING_USD * 100}`;

export const hourlyTimes2080: Audit = {
  id: 'oews/hourly-times-2080',
  level: 'MUST',
  title: `An annual wage is the hourly one times 2,080, within $${ROUNDING_USD}, unless only one of them is released.`,
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `select count(*)::int as checked from wage_estimate w ${PUBLISHED} and not annual_only and not hourly_only`,
      failures: `
        select f.name as file, w.sheet, w.row, 'A_' || s.statistic as column, s.annual as value,
               'is not H_' || s.statistic || ' ' || round(s.hourly / 100.0, 2) || ' × 2,080.' as message
        from wage_estimate w
        cross join lateral (values ${STATISTICS.map(({ name, annual, hourly }) => `('${name}', ${annual}, ${hourly})`)})
          as s (statistic, annual, hourly)
        join file f on f.id = w.file_id
        ${PUBLISHED} and not annual_only and not hourly_only
          and (${STATISTICS.map(({ annual, hourly }) => differs(annual, hourly)).join(' or ')})
          and ${differs('s.annual', 's.hourly')}
        order by w.file_id, w.row`,
      parameters: [files],
    }),
};

interface Period {
  readonly column: string;
  readonly mean: string;
  readonly p10: string;
  readonly p90: string;
  /** SQL of a wage in dollars. */
  readonly usd: (field: string) => string;
}

const PERIODS: readonly Period[] = [
  { column: 'A_MEAN', mean: 'annual_mean_usd', p10: 'annual_p10_usd', p90: 'annual_p90_usd', usd: (field) => field },
  {
    column: 'H_MEAN',
    mean: 'hourly_mean_cents',
    p10: 'hourly_p10_cents',
    p90: 'hourly_p90_cents',
    usd: (field) => `round(${field} / 100.0, 2)`,
  },
];

/** An audit of every mean, annual and hourly. */
function ofMeans(audit: Pick<Audit, 'id' | 'level' | 'title'>, failing: (period: Period) => string): Audit {
  return {
    ...audit,
    run: ({ sql, files }) =>
      outcomeOf(sql, {
        checked: `select count(*)::int as checked from wage_estimate w ${PUBLISHED} and (annual_mean_usd is not null or hourly_mean_cents is not null)`,
        failures: PERIODS.map(
          (period) => `
            select f.name as file, w.sheet, w.row, '${period.column}' as column, ${period.usd(period.mean)}::float8 as value,
                   'is not between the 10th and the 90th percentile, ' ||
                     coalesce(${period.usd(period.p10)}::text, 'none') || ' and ' ||
                     coalesce(${period.usd(period.p90)}::text, 'none') || '.' as message
            from wage_estimate w join file f on f.id = w.file_id ${PUBLISHED} and (${failing(period)})`,
        ).join(' union all '),
        parameters: [files],
      }),
  };
}

/**
 * A mean below the 10th percentile needs wages near nothing, and no row of the five published national files has one. A
 * mean above the 90th is possible where very few earn very much: none of their 6,900 rows has one, but a small area may.
 */
export const meanWithinPercentiles = ofMeans(
  {
    id: 'oews/mean-within-percentiles',
    level: 'MUST',
    title: 'A mean is not below the 10th percentile and, in the nation, not above the 90th.',
  },
  ({ mean, p10, p90 }) => `${mean} < ${p10} or (area_kind = 'NATION' and ${mean} > ${p90})`,
);

export const meanBelowP90InAreas = ofMeans(
  {
    id: 'oews/mean-below-p90-in-areas',
    level: 'SHOULD',
    title: 'A mean of a state, metropolitan, or nonmetropolitan area is not above the 90th percentile.',
  },
  ({ mean, p90 }) => `area_kind <> 'NATION' and ${mean} > ${p90}`,
);

/** Rows of the five national files have 1.108 times the least mean or more; equal percentiles have 1.11 times. */
const LEAST_TIMES_LEAST_MEAN = 1.05;
/** The share of people who have at least each percentile and less than the next. */
const SHARE_FROM = { p10: 0.15, p25: 0.25, p50: 0.25, p75: 0.15, p90: 0.1 } as const;
/** The mean if everyone had just the percentile below them, and the lowest tenth nothing. A "#" is left out. */
const LEAST_MEAN = Object.entries(SHARE_FROM)
  .map(([percentile, share]) => `${share} * coalesce(annual_${percentile}_usd, 0)`)
  .join(' + ');

export const meanAllowsPercentiles: Audit = {
  id: 'oews/mean-allows-percentiles',
  level: 'SHOULD',
  title: `A mean is at least ${LEAST_TIMES_LEAST_MEAN} times what the percentiles of its row leave as the least mean.`,
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `select count(*)::int as checked from wage_estimate w ${PUBLISHED} and annual_mean_usd is not null`,
      failures: `
        select f.name as file, w.sheet, w.row, 'A_MEAN' as column, w.annual_mean_usd as value,
               'is less than the percentiles of its row allow: with them it is ' || round(${LEAST_MEAN}) || ' at the very least.' as message
        from wage_estimate w join file f on f.id = w.file_id
        ${PUBLISHED} and annual_mean_usd < ${LEAST_TIMES_LEAST_MEAN} * (${LEAST_MEAN}) order by w.file_id, w.row`,
      parameters: [files],
    }),
};
