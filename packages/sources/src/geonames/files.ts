import { STATES } from '@careergraph/domain';
import { code, ImportError, number, oneOf, optional, text } from '@careergraph/extract';
import { defineFile } from '../define/define-file.js';
import { noHeader } from '../define/find.js';
import { isPostalCodeRow } from '../define/other-file.js';
import { POSTAL_STATES } from '../places/postal-states.js';

/** USPS codes of military post offices, in place of a state. */
const MILITARY = ['AA', 'AE', 'AP'];
/** How the place of a military post office is named where its state is empty: Army, Fleet and Diplomatic Post Office. */
const MILITARY_PLACE = /\b(APO|FPO|DPO)\b/;

/** One row per place of a ZIP code. The columns have the names of GeoNames' readme.txt. */
export const postalCodes = defineFile({
  what: "GeoNames' list of postal codes, twelve columns without a header",
  role: 'postal-codes',
  find: noHeader(
    [
      'country code',
      'postal code',
      'place name',
      'admin name1',
      'admin code1',
      'admin name2',
      'admin code2',
      'admin name3',
      'admin code3',
      'latitude',
      'longitude',
      'accuracy',
    ],
    isPostalCodeRow,
  ),
  layouts: [
    {
      name: 'all months',
      columns: {
        country: ['country code'],
        zip: ['postal code'],
        place: ['place name'],
        stateName: ['admin name1'],
        state: ['admin code1'],
        county: ['admin name2'],
        countyCode: ['admin code2'],
        latitude: ['latitude'],
        longitude: ['longitude'],
      },
      ignored: ['admin name3', 'admin code3', 'accuracy'],
    },
  ],
  async check({ file, first }) {
    const country = (await first())?.country;
    if (country === 'US') return;
    throw new ImportError(
      `${file.name} has the postal codes of ${country} (row 1): this importer reads those of the United States, US.zip.`,
    );
  },
  cells: {
    country: oneOf(['US'], 'US: this importer reads the United States only'),
    zip: code(5, 'ZIP code'),
    place: text,
    stateName: optional(text),
    state: optional(oneOf([...Object.keys(POSTAL_STATES), ...MILITARY], 'a state or territory with ZIP codes')),
    county: optional(text),
    countyCode: optional(code(3, 'county code')),
    latitude: number({ what: 'a latitude in degrees from −90 to 90', min: -90, max: 90 }),
    longitude: number({ what: 'a longitude in degrees from −180 to 180', min: -180, max: 180 }),
  },
  row({ zip, place, stateName, state, county, countyCode, latitude, longitude }, out) {
    const stateCode = state === null ? null : (POSTAL_STATES[state] ?? null);
    const facts = STATES.find((known) => known.code === stateCode);
    if (state === null && !MILITARY_PLACE.test(place)) {
      return out.fault('state', `is empty, and ${place} is not a military post office.`);
    }
    if (facts && stateName !== facts.name) return out.fault('stateName', `is not ${state}, ${facts.name}.`);
    if (county === null && countyCode !== null)
      return out.fault('county', `is empty, and admin code2 is ${countyCode}.`);
    if (county !== null && countyCode === null)
      return out.fault('countyCode', `is empty, and admin name2 is ${county}.`);
    out.add('ZipPlace', {
      row: out.row,
      zip,
      place,
      stateCode,
      county,
      countyFips: facts && countyCode !== null ? `${facts.fips}${countyCode}` : null,
      latitude,
      longitude,
    });
  },
});
