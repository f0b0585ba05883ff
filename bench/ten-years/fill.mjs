// A synthetic year: rows made in the database itself, because what is measured is asking, not loading.

const STATISTICS = ['mean', 'p10', 'p25', 'p50', 'p75', 'p90'];

/** Loads a release `<year>-05` with about 470 rows an occupation; the newest year is the active one. */
export function fillYear(database, { year, occupations }) {
  return database.session(async ({ query }) => {
    const key = `${year}-05`;
    const [{ id: fileId }] = await query(
      `insert into file (source_id, release_key, role, name, sha256, edition, content_sha256, rows)
       values ('bls-oews', $1, 'all', 'synthetic', $2, 'published', $2, 0) returning id`,
      [key, `synthetic ${key}`],
    );
    await query(
      `insert into file_area (file_id, code, kind, name, parent_code)
       select $1::int, 'CBSA-' || (10000 + n), case when n < 390 then 'METRO' else 'NONMETRO' end::"AreaKind", 'Synthetic ' || n, 'US-CA'
       from generate_series(1, 530) as n`,
      [fileId],
    );
    const annual = STATISTICS.map((name) => `annual_${name}_usd`);
    const hourly = STATISTICS.map((name) => `hourly_${name}_cents`);
    const rise = [1.1, 0.6, 0.8, 1, 1.3, 1.6];
    const [{ rows }] = await query(
      `with occupation (code, n) as (
         select case n when 1 then '11-9111' when 2 then '43-6011' else (11 + n % 40) || '-' || (1000 + n) end, n
         from generate_series(1, $2::int) as n),
       place (code, kind, n) as (
         select code, kind, 1000 + row_number() over () from file_area where file_id = $1
         union all select code, kind::"AreaKind", row_number() over () from unnest($3::text[], $4::text[]) as state (code, kind)),
       added as (
         insert into wage_estimate (file_id, occupation_code, area_code, area_kind, sheet, row, employment_persons,
           employment_prse_tenths, mean_prse_tenths, jobs_per_1000_thousandths, location_quotient_thousandths,
           annual_only, hourly_only, ${[...annual, ...hourly].join(', ')})
         select $1, occupation.code, place.code, place.kind, 'synthetic', row_number() over (), 1000 + place.n, 10, 10, 1000, 1000,
           false, false,
           ${rise.map((factor) => `((3000 + (occupation.n * 37 + place.n * 11) % 9000) * ${factor})::int * 10`).join(', ')},
           ${rise.map((factor) => `((1500 + (occupation.n * 37 + place.n * 11) % 4500) * ${factor})::int`).join(', ')}
         from occupation cross join place where occupation.n < 3 or (occupation.n * 7 + place.n * 13) % 100 < 80
         returning 1)
       select count(*)::int as rows from added`,
      [fileId, occupations, STATES.map(([code]) => code), STATES.map(([, kind]) => kind)],
    );
    await query('update file set rows = $2 where id = $1', [fileId, rows]);
    await query(
      `update release set status = 'SUPERSEDED' where source_id = 'bls-oews' and status = 'ACTIVE' and key < $1`,
      [key],
    );
    await query(`update release set status = 'WITHDRAWN' where source_id = 'bls-oews' and key = $1`, [key]);
    const [{ id: releaseId }] = await query(
      `insert into release (source_id, key, revision, label, status, citation, content_sha256, audit)
       values ('bls-oews', $1, 9, 'Synthetic ' || $1, 
               case when exists (select from release where source_id = 'bls-oews' and status = 'ACTIVE') then 'SUPERSEDED' else 'ACTIVE' end::"ReleaseStatus",
               'synthetic', $1, '{"audits": []}') returning id`,
      [key],
    );
    await query('insert into release_file (release_id, file_id) values ($1, $2)', [releaseId, fileId]);
    return rows;
  });
}

const TERRITORIES = ['GU', 'PR', 'VI'];
const STATES = [
  ...'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'
    .split(' ')
    .map((code) => [`US-${code}`, 'STATE']),
  ...TERRITORIES.map((code) => [`US-${code}`, 'TERRITORY']),
  ['US', 'NATION'],
];
