import type { AreaKind } from '@careergraph/db';
import type { ColumnNames } from '@careergraph/extract';

export type CountyField = 'areaCode' | 'title' | 'kind' | 'county' | 'state' | 'stateFips' | 'countyFips' | 'central';

/** Columns of List 1, alike from February 2013 to July 2023. */
export const COLUMNS: ColumnNames<CountyField> = {
  areaCode: ['CBSA Code'],
  title: ['CBSA Title'],
  kind: ['Metropolitan/Micropolitan Statistical Area'],
  county: ['County/County Equivalent'],
  state: ['State Name'],
  stateFips: ['FIPS State Code'],
  countyFips: ['FIPS County Code'],
  central: ['Central/Outlying County'],
};

/** Metropolitan divisions and combined areas: no figures here are of either. */
export const IGNORED = [
  'Metropolitan Division Code',
  'Metro Division Code',
  'CSA Code',
  'Metropolitan Division Title',
  'CSA Title',
];

export const KINDS: ReadonlyMap<string, AreaKind> = new Map([
  ['Metropolitan Statistical Area', 'METRO'],
  ['Micropolitan Statistical Area', 'MICRO'],
]);

export const CENTRAL: ReadonlyMap<string, boolean> = new Map([
  ['Central', true],
  ['Outlying', false],
]);

/**
 * Counties that the Bureau of Economic Analysis counts as one, with the codes of their parts in the order of their
 * names, "Albemarle County + Charlottesville city". The Census Bureau lists the parts; files that went through other
 * hands have these. A part that is missing here would leave its ZIP codes without an area.
 */
export const COMBINED_COUNTIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['15901', ['15009', '15005']],
  ['51901', ['51003', '51540']],
  ['51903', ['51005', '51580']],
  ['51907', ['51015', '51790', '51820']],
  ['51911', ['51031', '51680']],
  ['51913', ['51035', '51640']],
  ['51918', ['51053', '51570', '51730']],
  ['51919', ['51059', '51600', '51610']],
  ['51921', ['51069', '51840']],
  ['51923', ['51081', '51595']],
  ['51929', ['51089', '51690']],
  ['51931', ['51095', '51830']],
  ['51933', ['51121', '51750']],
  ['51939', ['51143', '51590']],
  ['51941', ['51149', '51670']],
  ['51942', ['51153', '51683', '51685']],
  ['51944', ['51161', '51775']],
  ['51945', ['51163', '51530', '51678']],
  ['51947', ['51165', '51660']],
  ['51949', ['51175', '51620']],
  ['51951', ['51177', '51630']],
  ['51953', ['51191', '51520']],
  ['51955', ['51195', '51720']],
  ['51958', ['51199', '51735']],
]);

/** How the lines below the table begin, in their first cell. */
export const NOTES = /^(Notes?|Sources?|Internet Release Date|Last Revised)\b/i;

/** Areas of a delineation as OMB's bulletin counts them: 23-01 for July 2023, 6 metros and 4 micros of it in PR. */
export const PUBLISHED_COUNTS: Readonly<Record<string, { readonly METRO: number; readonly MICRO: number }>> = {
  '2023-07': { METRO: 393, MICRO: 542 },
};
