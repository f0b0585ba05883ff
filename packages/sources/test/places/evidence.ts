import type { Sql } from '@careergraph/db';
import type { ZipEvidence } from '@careergraph/domain';

/** What the loaded files say of a ZIP code. */
export async function evidenceOf(
  sql: Sql,
  files: { readonly hud: number; readonly geonames: number; readonly cbsa: number },
  zip: string,
): Promise<ZipEvidence> {
  const shares = await sql.query<ZipEvidence['shares'][number]>(
    `select area_code as "areaCode", state_code as "stateCode", residential_billionths / 1e9::float8 as residential,
            total_billionths / 1e9::float8 as total from zip_share where file_id = $1 and zip = $2`,
    [files.hud, zip],
  );
  const places = await sql.query<ZipEvidence['places'][number]>(
    `select place, state_code as "stateCode", county_fips as "countyFips" from zip_place
     where file_id = $1 and zip = $2 order by "row"`,
    [files.geonames, zip],
  );
  const counties = await sql.query<{ fips: string; area: string }>(
    `select county_fips as fips, area_code as area from cbsa_county where file_id = $1 and county_fips = any($2)`,
    [files.cbsa, places.flatMap(({ countyFips }) => countyFips ?? [])],
  );
  const states = await sql.query<{ zip: string; stateCode: string | null }>(
    `select zip, case when count(distinct coalesce(state_code, '')) = 1 then min(state_code) end as "stateCode" from (
       select zip, state_code from zip_share where file_id = $1 union
       select zip, state_code from zip_place where file_id = $2) known
     where zip like $3 group by zip order by zip`,
    [files.hud, files.geonames, `${zip.slice(0, 3)}%`],
  );
  const neighbors = [states.findLast((row) => row.zip < zip), states.find((row) => row.zip > zip)].flatMap(
    (row) => row ?? [],
  );
  return { zip, shares, places, countyAreas: new Map(counties.map(({ fips, area }) => [fips, area])), neighbors };
}
