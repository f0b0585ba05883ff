import { type Audit, outcomeOf } from '@careergraph/releases';
import { declaredOf } from '../corrections.js';
import { PUBLISHED, publishedRoles } from './rows.js';

/** Counts are rounded to 10: a sum of n of them is off by at most 5 n, and the count of the group by 5. */
const ROUNDING_PERSONS = 5;
/** This share of a group may be missing from the detailed occupations of the nation: some are not released. */
const UNRELEASED_SHARE = 0.01;
/** The mean of a group is within this share of the mean of its parts: within 0.04% in 2,779 groups of five files. */
const MEAN_SHARE = 0.001;
/** Both the mean of the group and those of its parts are rounded to 10 dollars. */
const ROUNDING_USD = 10;
/** Where only hourly wages are released, 2,080 hours of them are in the mean of the group. */
const YEARLY_USD = 'coalesce(annual_mean_usd, hourly_mean_cents * 20.8)';

/** Detailed occupations of another broad occupation than their first five digits say. */
const PARTS_ELSEWHERE: readonly (readonly [detailed: string, broad: string])[] = [
  // SOC 2018 has more physicians than one digit can count.
  ['29-1221', '29-1210'],
  ['29-1222', '29-1210'],
  ['29-1223', '29-1210'],
  ['29-1224', '29-1210'],
  ['29-1229', '29-1210'],
  // The residual category of May 2019 and 2020, when OEWS used codes of both SOCs.
  ['17-3098', '17-3020'],
];

/** How many characters of its code a group shares with its detailed occupations. */
const PREFIX_LENGTH = { TOTAL: 0, MAJOR: 2, MINOR: 4, BROAD: 6 } as const;
const PREFIX = `case level ${Object.entries(PREFIX_LENGTH)
  .map(([level, length]) => `when '${level}' then left(e.code, ${length})`)
  .join(' ')} end`;

/** Groups of the published files $1, each with what its detailed occupations have together. */
const COMPARED = `
  with elsewhere (code, broad) as (values ${PARTS_ELSEWHERE.map(([code, broad]) => `('${code}', '${broad}')`)}),
  estimate as (
    select w.file_id, w.area_code, w.occupation_code as code, w.employment_persons as persons, ${YEARLY_USD} as usd,
           w.sheet, w.row, o.level
    from wage_estimate w join file_occupation o on o.file_id = w.file_id and o.code = w.occupation_code ${PUBLISHED}
  ),
  part as (
    select e.file_id, e.area_code, p.prefix, sum(e.persons) as persons, count(e.persons)::int as parts,
           sum(e.persons) filter (where usd is not null) as paid_persons, sum(e.persons * usd) as payroll_usd,
           max(usd) - min(usd) as usd_range
    from estimate e left join elsewhere using (code)
    cross join lateral (values (''), (left(code, 2)), (left(code, 4)), (left(coalesce(broad, code), 6))) as p (prefix)
    where e.level = 'DETAILED' and e.persons is not null
    group by 1, 2, 3
  ),
  compared as materialized (
    select e.*, p.persons as of_parts, p.parts, ${ROUNDING_PERSONS} * (p.parts + 1) as rounding,
           p.paid_persons, p.payroll_usd, p.usd_range
    from estimate e join part p on p.file_id = e.file_id and p.area_code = e.area_code and p.prefix = ${PREFIX}
    where e.persons is not null
  )`;

export const groupsAddUp: Audit = {
  id: 'oews/groups-add-up',
  level: 'SHOULD',
  title: 'Detailed occupations add up to no more than the employment of their group, and to 99% of it in the nation.',
  run: async (evidence) =>
    outcomeOf(evidence.sql, {
      checked: `${COMPARED} select count(*)::int as checked from compared`,
      failures: `${COMPARED}
        select f.name as file, c.sheet, c.row, 'TOT_EMP' as column, c.persons as value,
               c.code || ' ' || c.area_code as subject,
               c.of_parts || ' of ' || c.persons || ' in ' || c.parts || case c.parts when 1 then ' part' else ' parts' end as found,
               'is the employment of ' || c.code || ', and the ' || c.parts || ' detailed occupations add up to ' || c.of_parts || '.' as message
        from compared c join file f on f.id = c.file_id
        where c.of_parts > c.persons + c.rounding
           or (c.area_code = 'US' and c.of_parts < c.persons * ${1 - UNRELEASED_SHARE} - c.rounding)
        order by c.file_id, c.row`,
      parameters: [evidence.files],
      declared: declaredOf('oews/groups-add-up', evidence.release, await publishedRoles(evidence)),
    }),
};

/** Groups with a mean. Parts without a wage or a row may have any mean up to twice that of the group. */
const MEANS = `${COMPARED},
  mean as (
    select c.*, c.payroll_usd / c.paid_persons as of_parts_usd,
           c.usd * ${MEAN_SHARE} + ${ROUNDING_USD} + ${ROUNDING_PERSONS} * c.parts * c.usd_range / c.paid_persons
             + c.usd * greatest(0, c.persons / c.paid_persons::float8 - 1) as allowed_usd
    from compared c where c.usd is not null and c.persons > 0 and c.paid_persons > 0
  )`;

export const groupMeans: Audit = {
  id: 'oews/group-means',
  level: 'SHOULD',
  title: `The mean of a group is the employment-weighted mean of its detailed occupations, within ${MEAN_SHARE * 100}% and rounding.`,
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `${MEANS} select count(*)::int as checked from mean`,
      failures: `${MEANS}
        select f.name as file, m.sheet, m.row, 'A_MEAN' as column, round(m.usd)::float8 as value,
               'is the mean of ' || m.code || ' in ' || m.area_code || ', and that of its ' || m.parts ||
                 ' detailed occupations is ' || round(m.of_parts_usd) || ': one of these means or employments is wrong.' as message
        from mean m join file f on f.id = m.file_id
        where abs(m.of_parts_usd - m.usd) > m.allowed_usd order by m.file_id, m.row`,
      parameters: [files],
    }),
};
