import { type Audit, auditByQuery, type Evidence } from '@careergraph/releases';

/** Rounds before this base year use the SOC 2010. */
const FIRST_SOC_2018_BASE_YEAR = 2019;
/** Share by which the number of rows may differ from that of the round before. */
const ROW_COUNT_TOLERANCE = 0.05;

const percentIsTheChange: Audit = {
  id: 'projections/percent-is-the-change',
  level: 'MUST',
  title: 'The percent is the change from base to projected employment, as far as rounding tells.',
  // Counts are rounded to 100 persons, the percent to a tenth: it must lie between the extremes of what was rounded.
  run: ({ sql, files }) =>
    auditByQuery(
      sql,
      `select f.name as file, p.sheet, p.row, 'percent' as "column", percent_tenths / 10.0::float8 as value,
              format('is not the change of %s from %s to %s persons, which is %s %%', occupation_code,
                     base_employment_persons, projected_employment_persons,
                     round(100.0 * (projected_employment_persons - base_employment_persons) / base_employment_persons, 1)) as message,
              percent_tenths - 0.5 > 1000.0 * (projected_employment_persons + 50) / (base_employment_persons - 50) - 1000
              or percent_tenths + 0.5 < 1000.0 * (projected_employment_persons - 50) / (base_employment_persons + 50) - 1000 as bad
       from projection p join file f on f.id = p.file_id
       where p.file_id = any($1) and base_employment_persons > 50 and projected_employment_persons is not null
         and percent_tenths is not null`,
      [files],
    ),
};

const allOccupations: Audit = {
  id: 'projections/all-occupations',
  level: 'MUST',
  title: 'There is one row of all occupations, a summary with every figure: outlook labels are compared with it.',
  run: ({ sql, files }) =>
    auditByQuery(
      sql,
      `select f.name as file, p.sheet, p.row, p.occupation_code as "column",
              case when p.row is null then 'has no row of all occupations (00-0000)'
                   else 'is not a summary with base and projected employment, percent and openings' end as message,
              p.row is null or p.kind <> 'SUMMARY' or num_nulls(p.base_employment_persons,
                p.projected_employment_persons, p.percent_tenths, p.annual_openings_persons) > 0 as bad
       from file f left join projection p on p.file_id = f.id and p.occupation_code = '00-0000'
       where f.id = any($1)`,
      [files],
    ),
};

const lineItemsAddUp: Audit = {
  id: 'projections/line-items-add-up',
  level: 'SHOULD',
  title: 'Line items add up to all occupations and to their major groups, and rows to the group that they stand below.',
  // Each addend and the sum is rounded to 100 persons.
  run: ({ sql, files }) =>
    auditByQuery(
      sql,
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
};

const rowCount: Audit = {
  id: 'projections/row-count',
  level: 'SHOULD',
  title: `The number of rows is within ${ROW_COUNT_TOLERANCE * 100} % of that of the round before.`,
  async run({ sql, files, before }) {
    if (!before) return { skipped: 'There is no earlier round to compare with.' };
    const earlier = await publishedOf(sql, [...before.files.values()]);
    if (earlier.length === 0) return { skipped: `Of ${before.key} only the starter's rows are loaded.` };
    return auditByQuery(
      sql,
      `with counted as (
         select count(*) filter (where file_id = any($1)) as rows, count(*) filter (where file_id = any($2)) as earlier
         from projection)
       select f.name as file, format('has %s rows, and %s had %s', c.rows, $4::text, c.earlier) as message,
              null as sheet, null::int as row, abs(c.rows - c.earlier) > c.earlier * $3::numeric as bad
       from counted c, file f where f.id = any($1)`,
      [files, earlier, ROW_COUNT_TOLERANCE, before.key],
    );
  },
};

const coverage: Audit = {
  id: 'projections/coverage',
  level: 'SHOULD',
  title:
    'Every civilian detailed occupation of the SOC 2018 is a line item, by itself, by its group, or in a code of the matrix.',
  // The matrix has codes of its own for several detailed occupations of one broad one: 25-2052 for 25-2055 and 25-2056.
  async run({ sql, files }) {
    const [round] = await sql.query<{ year: number | null }>(
      'select min(base_year)::int as year from projection where file_id = any($1)',
      [files],
    );
    if (!round?.year || round.year < FIRST_SOC_2018_BASE_YEAR) {
      return { skipped: `Rounds with a base year before ${FIRST_SOC_2018_BASE_YEAR} use the SOC 2010.` };
    }
    const soc = await sql.query<{ id: number }>(
      `select f.id from release r join release_file rf on rf.release_id = r.id join file f on f.id = rf.file_id
       where r.source_id = 'bls-soc' and r.key = '2018' and r.status = 'ACTIVE' and f.role = 'structure'`,
    );
    if (soc.length === 0) return { skipped: 'The structure of the SOC 2018 is not loaded: import it ("import soc").' };
    return auditByQuery(
      sql,
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
    );
  },
};

/** Published figures, typed from the agency's pages: base, projected, change, percent tenths, openings. */
const SPOT_VALUES: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  '2024-34': {
    '11-9111': [616_200, 759_100, 142_900, 232, 62_100],
    '43-6011': [502_800, 494_900, -7_900, -16, 50_000],
  },
};

const spotValues: Audit = {
  id: 'projections/spot-values',
  level: 'MUST',
  title: 'Occupations that were looked up by hand have the figures that are published.',
  async run({ sql, files, release }) {
    const known = SPOT_VALUES[release];
    if (!known) return { skipped: `No figures of ${release} were looked up by hand.` };
    return auditByQuery(
      sql,
      `select f.name as file, p.sheet, p.row, k.code as "column", found as value,
              format('is not the published %s (base, projected, change, percent tenths, openings)', k.figures) as message,
              found is distinct from k.figures as bad
       from (select key as code, value as figures from jsonb_each($2::jsonb)) k
       cross join file f left join projection p on p.file_id = f.id and p.occupation_code = k.code
       cross join lateral jsonb_build_array(base_employment_persons, projected_employment_persons, change_persons,
                                            percent_tenths, annual_openings_persons) as found
       where f.id = any($1)`,
      [files, JSON.stringify(known)],
    );
  },
};

async function publishedOf(sql: Evidence['sql'], files: readonly number[]): Promise<readonly number[]> {
  const rows = await sql.query<{ id: number }>(`select id from file where id = any($1) and edition = 'published'`, [
    files,
  ]);
  return rows.map(({ id }) => id);
}

export const audits: readonly Audit[] = [
  percentIsTheChange,
  allOccupations,
  lineItemsAddUp,
  rowCount,
  coverage,
  spotValues,
];
