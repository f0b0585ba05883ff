import { type Audit, checkEach, outcomeOf, rowCount, type SpotValue, spotValues } from '@careergraph/releases';

/** Rounds with an earlier base year use SOC 2010. */
const FIRST_SOC_2018_BASE_YEAR = 2019;

const percentIsTheChange: Audit = {
  id: 'projections/percent-is-the-change',
  level: 'MUST',
  title: 'The percent is the change from base to projected employment, within rounding.',
  // Counts are rounded to 100 persons and the percent to a tenth: it must be between the extremes before rounding.
  run: ({ sql, files }) =>
    outcomeOf(
      sql,
      checkEach(
        `select f.name as file, p.sheet, p.row, 'percent' as "column", percent_tenths / 10.0::float8 as value,
              format('is not the change of %s from %s to %s persons, which is %s%%', occupation_code,
                     base_employment_persons, projected_employment_persons,
                     round(100.0 * (projected_employment_persons - base_employment_persons) / base_employment_persons, 1)) as message,
              percent_tenths - 0.5 > 1000.0 * (projected_employment_persons + 50) / (base_employment_persons - 50) - 1000
              or percent_tenths + 0.5 < 1000.0 * (projected_employment_persons - 50) / (base_employment_persons + 50) - 1000 as bad
       from projection p join file f on f.id = p.file_id
       where p.file_id = any($1) and base_employment_persons > 50 and projected_employment_persons is not null
         and percent_tenths is not null`,
        [files],
      ),
    ),
};

const allOccupations: Audit = {
  id: 'projections/all-occupations',
  level: 'MUST',
  title: 'The row of all occupations is a summary with every figure: outlook labels are compared with it.',
  run: ({ sql, files }) =>
    outcomeOf(
      sql,
      checkEach(
        `select f.name as file, p.sheet, p.row, p.occupation_code as "column",
              case when p.row is null then 'has no row of all occupations (00-0000)'
                   else 'is not a summary with base and projected employment, percent and openings' end as message,
              p.row is null or p.kind <> 'SUMMARY' or num_nulls(p.base_employment_persons,
                p.projected_employment_persons, p.percent_tenths, p.annual_openings_persons) > 0 as bad
       from file f left join projection p on p.file_id = f.id and p.occupation_code = '00-0000'
       where f.id = any($1)`,
        [files],
      ),
    ),
};

const lineItemsAddUp: Audit = {
  id: 'projections/line-items-add-up',
  level: 'SHOULD',
  title: 'Line items add up to all occupations and to their major groups, and rows to the group above them.',
  // Each addend and the sum are rounded to 100 persons.
  run: ({ sql, files }) =>
    outcomeOf(
      sql,
      checkEach(
        `with figure as materialized (
         select p.file_id, p.sheet, p.row, p.kind, p.occupation_code as code, o.parent_code, m.measure, m.persons
         from projection p join file_occupation o on o.file_id = p.file_id and o.code = p.occupation_code
         cross join lateral (values ('base employment', base_employment_persons),
           ('projected employment', projected_employment_persons), ('change', change_persons),
           ('annual openings', annual_openings_persons)) as m(measure, persons)
         where p.file_id = any($1)
       ), member as (
         select file_id, sheet, row, code, measure, persons, 'itself' as what from figure where kind = 'SUMMARY'
         union all
         select file_id, null, null, '00-0000', measure, persons, 'line items' from figure where kind = 'LINE_ITEM'
         union all
         select file_id, null, null, left(code, 3) || '0000', measure, persons, 'line items' from figure where kind = 'LINE_ITEM'
         union all
         select file_id, null, null, parent_code, measure, persons, 'rows below' from figure where parent_code is not null
       ), sums as (
         select file_id, code, measure, max(sheet) as sheet, max(row) as row,
                max(persons) filter (where what = 'itself') as persons,
                array_agg(persons) filter (where what = 'line items') as items,
                array_agg(persons) filter (where what = 'rows below') as below
         from member group by file_id, code, measure
       )
       select f.name as file, s.sheet, s.row, s.measure as "column", s.persons as value,
              format('is not the sum of the %s %s of %s, %s', t.rows, a.what, s.code, t.persons) as message,
              abs(s.persons - t.persons) > 50 * (t.rows + 1) as bad
       from sums s join file f on f.id = s.file_id
       cross join lateral (values ('line items', s.items), ('rows below', s.below)) as a(what, addends)
       cross join lateral (select sum(n) as persons, count(*) as rows, count(n) as known from unnest(a.addends) as n) t
       where s.persons is not null and t.rows > 0 and t.known = t.rows`,
        [files],
      ),
    ),
};

const coverage: Audit = {
  id: 'projections/coverage',
  level: 'SHOULD',
  title: 'Every civilian detailed occupation of SOC 2018 is a line item, or in one: a group, or a code of the matrix.',
  // The matrix has its own codes for several detailed occupations of one broad occupation: 25-2052 for 25-2055 and 25-2056.
  async run({ sql, files }) {
    const [round] = await sql.query<{ year: number | null }>(
      'select min(base_year)::int as year from projection where file_id = any($1)',
      [files],
    );
    if (!round?.year || round.year < FIRST_SOC_2018_BASE_YEAR) {
      return { skipped: `Rounds with a base year before ${FIRST_SOC_2018_BASE_YEAR} use SOC 2010.` };
    }
    const soc = await sql.query<{ id: number }>(
      `select f.id from release r join release_file rf on rf.release_id = r.id join file f on f.id = rf.file_id
       where r.source_id = 'bls-soc' and r.key = '2018' and r.status = 'ACTIVE' and f.role = 'structure'
         and f.edition = 'published'`,
    );
    if (soc.length === 0) return { skipped: 'The structure of SOC 2018 is not loaded: import it ("import soc").' };
    return outcomeOf(
      sql,
      checkEach(
        `with item as materialized (
         select occupation_code as code,
                occupation_code not in (select code from file_occupation where file_id = any($2)) as of_matrix
         from projection where file_id = any($1) and kind = 'LINE_ITEM')
       select f.name as file, s.sheet, s.row, 'code' as "column", s.code as value,
              'is in the SOC, and no line item of the projections covers it' as message,
              not (s.code in (select code from item) or left(s.code, 6) || '0' in (select code from item)
                   or left(s.code, 4) || '000' in (select code from item)
                   or left(s.code, 6) in (select left(code, 6) from item where of_matrix)) as bad
       from file_occupation s join file f on f.id = s.file_id
       where s.file_id = any($2) and s.level = 'DETAILED' and s.code not like '55-%'`,
        [files, soc.map(({ id }) => id)],
      ),
    );
  },
};

/** Figures that a person has read on the agency's pages. */
const SPOT_VALUES: Readonly<Record<string, Readonly<Record<string, SpotValue['expected']>>>> = {
  '2024-34': {
    '11-9111': { base: 616_200, projected: 759_100, change: 142_900, percentTenths: 232, openings: 62_100 },
    '43-6011': { base: 502_800, projected: 494_900, change: -7_900, percentTenths: -16, openings: 50_000 },
  },
};

function spotValuesOf(release: string): readonly SpotValue[] {
  return Object.entries(SPOT_VALUES[release] ?? {}).map(([code, expected]) => ({
    role: 'national',
    subject: code,
    query: `
      select sheet, "row", base_employment_persons as base, projected_employment_persons as projected,
             change_persons as change, percent_tenths as "percentTenths", annual_openings_persons as openings
      from projection where file_id = $1 and occupation_code = '${code}'`,
    expected,
  }));
}

export const audits: readonly Audit[] = [
  percentIsTheChange,
  allOccupations,
  lineItemsAddUp,
  rowCount({ id: 'projections/row-count', allowedPercent: 5 }),
  coverage,
  spotValues(
    {
      id: 'projections/spot-values',
      level: 'MUST',
      title: 'Figures that a person has read on the pages of the agency are the same in the database.',
    },
    spotValuesOf,
  ),
];
