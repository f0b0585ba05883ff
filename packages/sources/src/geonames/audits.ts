import { STATES } from '@careergraph/domain';
import { type Audit, covers, kept, noDuplicates, outcomeOf, rowCount } from '@careergraph/releases';

/** From American Samoa to Alaska, and from the Caribbean west to Palau; swapped coordinates are never in it. */
const IN_THE_UNITED_STATES =
  '(latitude between -15 and 72 and (longitude between -180 and -64 or longitude between 130 and 180))';

/** An audit of every place. */
function ofPlaces(
  audit: Pick<Audit, 'id' | 'level' | 'title'>,
  failing: { readonly where: string; readonly column: string; readonly value: string; readonly message: string },
): Audit {
  const { where, column, value, message } = failing;
  return {
    ...audit,
    run: ({ sql, files }) =>
      outcomeOf(sql, {
        checked: 'select count(*)::int as checked from zip_place where file_id = any($1)',
        failures: `
          select file.name as file, "row", '${column}' as column, ${value} as value,
                 'ZIP ' || zip || ' ${message}' as message
          from zip_place join file on file.id = file_id where file_id = any($1) and ${where} order by "row"`,
        parameters: [files],
      }),
  };
}

export const audits: readonly Audit[] = [
  ofPlaces(
    {
      id: 'geonames/coordinates-in-the-united-states',
      level: 'MUST',
      title: 'Every place in a state or territory has coordinates in or near the United States.',
    },
    {
      where: `state_code is not null and not ${IN_THE_UNITED_STATES}`,
      column: 'latitude, longitude',
      value: "latitude || ', ' || longitude",
      message: 'is in a state according to the file, and these coordinates are not.',
    },
  ),
  ofPlaces(
    { id: 'geonames/county-of-state-places', level: 'SHOULD', title: 'Every place in a state has a county.' },
    {
      where: `county_fips is null and state_code in (${STATES.map(({ code }) => `'${code}'`).join(', ')})`,
      column: 'admin code2',
      value: 'county_fips',
      message: 'has no county, so it does not tell the CBSA.',
    },
  ),
  covers({
    id: 'geonames/states-covered',
    level: 'SHOULD',
    title: 'Every state and the District of Columbia have postal codes.',
    table: 'zip_place',
    column: 'state_code',
    codes: STATES.filter(({ kind }) => kind === 'STATE').map(({ code }) => code),
    what: 'postal code',
  }),
  noDuplicates({
    id: 'geonames/one-row-a-place',
    level: 'SHOULD',
    title: 'No ZIP code has the same place twice.',
    table: 'zip_place',
    key: ['zip', 'place'],
    what: "'ZIP ' || zip",
    column: 'place name',
    value: 'place',
  }),
  rowCount({ id: 'geonames/rows-against-before', allowedPercent: 5 }),
  kept({
    id: 'geonames/zip-codes-kept',
    what: 'ZIP codes',
    keys: 'select file_id, zip as key from zip_place',
    allowedPercent: 1,
  }),
];
