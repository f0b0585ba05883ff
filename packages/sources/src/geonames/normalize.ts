import type { LoadedRows } from '@careergraph/db';
import { STATES } from '@careergraph/domain';
import { type Cell, decimal, digits, type RawRow } from '@careergraph/extract';
import { postalState } from '../places/postal-states.js';
import { MILITARY, MILITARY_PLACE, type PlaceField } from './columns.js';

/** Says what is wrong with a cell. */
export type Refuse = (column: PlaceField, value: Cell, message: string) => void;

/** A line of the list as a place; null where a cell was refused. */
export function normalizePlace({ row, cells }: RawRow<PlaceField>, refuse: Refuse): LoadedRows['ZipPlace'] | null {
  let refused = false;
  const wrong = (field: PlaceField, message: string): undefined => {
    refused = true;
    refuse(field, cells[field], message);
    return undefined;
  };
  const degrees = (field: 'latitude' | 'longitude', most: number): number | undefined => {
    const value = decimal(cells[field]);
    if (value !== undefined && Math.abs(value) <= most) return value;
    return wrong(field, `is not a ${field} in degrees, from −${most} to ${most}.`);
  };

  if (cells['country code'] !== 'US') wrong('country code', 'is not US: this importer reads the United States only.');
  const zip = digits(cells['postal code'], 5) ?? wrong('postal code', 'is not a ZIP code: five digits.');
  const place = cells['place name'] === null ? wrong('place name', 'is empty.') : String(cells['place name']).trim();
  const stateCode = place === undefined ? undefined : stateOf(cells, place, wrong);
  const latitude = degrees('latitude', 90);
  const longitude = degrees('longitude', 180);
  const countyCode = cells['admin code2'];
  const county = cells['admin name2'];
  if (countyCode !== null && digits(countyCode, 3) === undefined)
    wrong('admin code2', 'is not a county: three digits.');
  if ((countyCode === null) !== (county === null)) wrong('admin code2', `and admin name2 "${county}" go together.`);

  if (refused || !zip || !place || stateCode === undefined || latitude === undefined || longitude === undefined) {
    return null;
  }
  const fips = STATES.find(({ code }) => code === stateCode)?.fips;
  return {
    row,
    zip,
    place,
    stateCode,
    county: county === null ? null : String(county),
    countyFips: fips === undefined || countyCode === null ? null : `${fips}${countyCode}`,
    latitude,
    longitude,
  };
}

/** The state's code, null for a military post office. */
function stateOf(
  cells: RawRow<PlaceField>['cells'],
  place: string,
  wrong: (field: PlaceField, message: string) => undefined,
): string | null | undefined {
  const usps = cells['admin code1'];
  if (usps === null) {
    return MILITARY_PLACE.test(place)
      ? null
      : wrong('admin code1', `is empty, and ${place} is no military post office.`);
  }
  if (MILITARY.includes(String(usps))) return null;
  const code = postalState(String(usps));
  if (code === undefined) return wrong('admin code1', 'is not a state or territory with ZIP codes.');
  const name = STATES.find((state) => state.code === code)?.name;
  if (name !== undefined && cells['admin name1'] !== name) return wrong('admin name1', `is not ${usps}, ${name}.`);
  return code;
}
