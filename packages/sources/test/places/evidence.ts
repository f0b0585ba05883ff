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
  const prefixStates = await sql.query<ZipEvidence['prefixStates'][number]>(
    `select state_code as "stateCode", count(*)::int as zips from (
       select zip, state_code from zip_share where file_id = $1 union
       select zip, state_code from zip_place where file_id = $2 and state_code is not null) known
     where zip like $3 group by state_code`,
    [files.hud, files.geonames, `${zip.slice(0, 3)}%`],
  );
  return { zip, shares, places, countyAreas: new Map(counties.map(({ fips, area }) => [fips, area])), prefixStates };
}
