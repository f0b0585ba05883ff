import { code, ImportError, oneOf, scaled, text } from '@careergraph/extract';
import { defineFile } from '../define/define-file.js';
import { headerWith } from '../define/find.js';
import { POSTAL_STATES } from '../places/postal-states.js';

/** Stands for the part of a ZIP code that is outside of every CBSA. */
const NO_AREA = '99999';
/** `ZIP_CBSA_122024.xlsx`: month and year. */
const PUBLISHED_NAME = /^ZIP_CBSA_(\d{2})(\d{4})(?!\d)/i;

/** Text has nine decimals and a workbook as many as fit into a number: the nearest billionth is the same of both. */
const share = scaled({ what: 'a share from 0 to 1', perUnit: 1_000_000_000, min: 0, max: 1, round: true });

/** One row per ZIP code and CBSA, with the share of the ZIP code's addresses that are in the CBSA. */
export const crosswalk = defineFile({
  what: "HUD's ZIP–CBSA crosswalk",
  role: 'zip-cbsa',
  find: headerWith(['RES_RATIO']),
  statedRelease({ file }) {
    const [, month, year] = PUBLISHED_NAME.exec(file.name) ?? [];
    return month === undefined ? [] : [{ by: 'its name', release: `${year}-${month}` }];
  },
  layouts: [
    {
      name: 'quarters with the preferred city',
      columns: {
        zip: ['ZIP'],
        area: ['CBSA'],
        city: ['USPS_ZIP_PREF_CITY'],
        state: ['USPS_ZIP_PREF_STATE'],
        residential: ['RES_RATIO'],
        business: ['BUS_RATIO'],
        other: ['OTH_RATIO'],
        total: ['TOT_RATIO'],
      },
    },
  ],
  check({ file, columns: { zip, area } }) {
    if (Number(area) > Number(zip)) return;
    throw new ImportError(
      `${file.name} has CBSA before ZIP: it seems to be the CBSA–ZIP crosswalk, whose ratios are shares of a CBSA's addresses. Give the ZIP–CBSA one.`,
    );
  },
  cells: {
    zip: code(5, 'ZIP code'),
    area: code(5, 'CBSA code'),
    city: text,
    state: oneOf(POSTAL_STATES, 'a state or territory with ZIP codes'),
    residential: share,
    business: share,
    other: share,
    total: share,
  },
  row({ zip, area, city, state, residential, business, other, total }, out) {
    out.add('ZipShare', {
      row: out.row,
      zip,
      areaCode: area === NO_AREA ? null : `CBSA-${area}`,
      city,
      stateCode: state,
      residentialBillionths: residential,
      businessBillionths: business,
      otherBillionths: other,
      totalBillionths: total,
    });
  },
});
