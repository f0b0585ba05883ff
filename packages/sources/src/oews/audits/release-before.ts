import { type Audit, type Evidence, type Outcome, outcomeOf } from '@careergraph/releases';
import { labelOf } from '../releases.js';
import { PUBLISHED, ROW_BEFORE, STATISTICS } from './rows.js';
import { COLUMNS_OFF, distance, partsOfMean } from './shape.js';

/** The thresholds below were measured on pairs of national files that are one to three years apart. */
const MOST_YEARS = 3;

/** Rows w of the published files $1 with b, the same row of the release before. */
const WITH_BEFORE = `from wage_estimate w join file f on f.id = w.file_id ${ROW_BEFORE}`;

type Before = NonNullable<Evidence['before']>;

/** An audit of rows against the same rows of the release before. */
function againstBefore(
  audit: Pick<Audit, 'id' | 'title'>,
  check: (
    before: Before,
    evidence: Pick<Evidence, 'release' | 'topCode'>,
  ) => { readonly compared: string; readonly failures: string } | string,
): Audit {
  return {
    ...audit,
    level: 'SHOULD',
    async run({ sql, files, release, topCode, before }): Promise<Outcome> {
      if (!before) return { skipped: 'There is no release before this one.' };
      if (yearsBetween(before, release) > MOST_YEARS) {
        return { skipped: `${labelOf(before.key)}, the release before, is more than ${MOST_YEARS} years older.` };
      }
      const checked = check(before, { release, topCode });
      if (typeof checked === 'string') return { skipped: checked };
      const { compared, failures } = checked;
      return outcomeOf(sql, {
        checked: `select count(*)::int as checked from (${compared}) as compared`,
        failures,
        parameters: [files, [...before.files.values()]],
      });
    },
  };
}

function yearsBetween({ key }: Before, release: string): number {
  return Number(release.slice(0, 4)) - Number(key.slice(0, 4));
}

/** A figure of the release before, raised with the mean of its row, was at least 83% of the top code. */
const LEAST_SHARE_OF_TOP_CODE = 0.6;
const PERCENTILES = STATISTICS.filter(({ name }) => name !== 'MEAN');

export const newTopCodes = againstBefore(
  {
    id: 'oews/new-top-codes',
    title: `A percentile that is "#" for the first time was not below ${LEAST_SHARE_OF_TOP_CODE * 100}% of the top code in the previous release.`,
  },
  (before, { release, topCode }) => {
    if (!topCode) return `${labelOf(release)} has no top code.`;
    const compared = `
      select w.file_id, f.name as file, w.sheet, w.row, s.name, s.before,
             s.before * coalesce(w.annual_mean_usd::float8 / b.annual_mean_usd, 1) as expected
      ${WITH_BEFORE}
      cross join lateral (values ${PERCENTILES.map(
        ({ name, annual }) => `('A_${name}', w.${annual.replace('_usd', '_marker')}, b.${annual})`,
      ).join(', ')}) as s (name, marker, before)
      ${PUBLISHED} and s.marker = 'TOP_CODED' and s.before is not null`;
    return {
      compared,
      failures: `
        select file, sheet, "row", name as column, '#' as value,
               'is a wage of $${topCode.annualUsd} or more, and in ${labelOf(before.key)} it was ' || c.before || '.' as message
        from (${compared}) as c where expected < ${LEAST_SHARE_OF_TOP_CODE * topCode.annualUsd} order by file_id, "row"`,
    };
  },
);

/** Percentiles are compared as parts of the mean. Where the mean changed by more per year, they say nothing. */
const MOST_CHANGE_OF_MEAN = 0.08;
/** Mean distance, in logarithms, from their own percentile of the release before: less happens by itself. */
const LEAST_DISTANCE = 0.1;
/** They are that much nearer to the next percentile of the release before: 0.54 is the nearest in five national files. */
const MOST_SHARE_OF_DISTANCE = 0.5;
/** Figures of a small area change by chance. There, the mean must be off by that many columns as well. */
const LEAST_COLUMNS_OFF_IN_AREAS = 0.3;

export const percentilesNotShifted = againstBefore(
  {
    id: 'oews/percentiles-not-shifted',
    title: 'The percentiles of a row are not the next higher or lower ones of the previous release.',
  },
  (before, { release }) => {
    const compared = `
      select w.file_id, f.name as file, w.sheet, w.row, w.occupation_code as code, w.area_code,
             ${partsOfMean('w')} as now, ${partsOfMean('b')} as other
      ${WITH_BEFORE} ${PUBLISHED} and w.annual_mean_usd > 0 and b.annual_mean_usd > 0
        and (w.area_code = 'US' or abs(${COLUMNS_OFF}) >= ${LEAST_COLUMNS_OFF_IN_AREAS})
        and abs(ln(w.annual_mean_usd::float8 / b.annual_mean_usd)) <= ${MOST_CHANGE_OF_MEAN * yearsBetween(before, release)}`;
    return {
      compared,
      failures: `
        select file, sheet, "row", 'A_PCT10 to A_PCT90' as column, code as value,
               case when area_code = 'US' then '' else 'in ' || area_code || ' ' end || 'has percentiles that are nearer to the next ' || case when up.shifted < up.own * ${MOST_SHARE_OF_DISTANCE} then 'higher' else 'lower' end ||
                 ' ones of ${labelOf(before.key)} than to their own, and the mean has not changed so: are the cells of the row shifted?' as message
        from (${compared}) as c
        cross join lateral (select ${distance(1, 4, 0)} as own, ${distance(1, 4, 1)} as shifted) as up
        cross join lateral (select ${distance(2, 5, 0)} as own, ${distance(2, 5, -1)} as shifted) as down
        where (up.own > ${LEAST_DISTANCE} and up.shifted < up.own * ${MOST_SHARE_OF_DISTANCE})
           or (down.own > ${LEAST_DISTANCE} and down.shifted < down.own * ${MOST_SHARE_OF_DISTANCE})
        order by file_id, "row"`,
    };
  },
);

/** Smaller ones are too rough in tenths of a percent. */
const LEAST_ERROR_TENTHS = 5;
/**
 * In an area, the error of the mean is seldom the larger one: in 9% of the rows of states of May 2023. Only those are
 * compared. The other order is that much nearer to the release before, in logarithms: 1.38 is the most in five
 * national files.
 */
const LEAST_NEARER = 1.4;
const MOST_SHARE_OF_OWN_DISTANCE = 0.25;

export const standardErrorsNotSwapped = againstBefore(
  {
    id: 'oews/standard-errors-not-swapped',
    title: 'The standard errors of employment and mean are not those of the previous release in the other order.',
  },
  (before) => {
    const compared = `
      select w.file_id, f.name as file, w.sheet, w.row, w.employment_prse_tenths as e, w.mean_prse_tenths as m,
             b.employment_prse_tenths as earlier_e, b.mean_prse_tenths as earlier_m,
             abs(ln(w.employment_prse_tenths::float8 / b.employment_prse_tenths)) + abs(ln(w.mean_prse_tenths::float8 / b.mean_prse_tenths)) as own,
             abs(ln(w.employment_prse_tenths::float8 / b.mean_prse_tenths)) + abs(ln(w.mean_prse_tenths::float8 / b.employment_prse_tenths)) as swapped
      ${WITH_BEFORE} ${PUBLISHED}
        and (w.area_code = 'US' or w.employment_prse_tenths < w.mean_prse_tenths)
        and least(w.employment_prse_tenths, w.mean_prse_tenths, b.employment_prse_tenths, b.mean_prse_tenths) >= ${LEAST_ERROR_TENTHS}`;
    return {
      compared,
      failures: `
        select file, sheet, "row", 'EMP_PRSE' as column, (e / 10.0)::float8 as value,
               'and MEAN_PRSE ' || round(m / 10.0, 1) || ' were ' || round(earlier_e / 10.0, 1) || ' and ' || round(earlier_m / 10.0, 1) ||
                 ' in ${labelOf(before.key)}: are they swapped?' as message
        from (${compared}) as c
        where own - swapped > ${LEAST_NEARER} and swapped < own * ${MOST_SHARE_OF_OWN_DISTANCE} order by file_id, "row"`,
    };
  },
);
