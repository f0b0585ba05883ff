import type { ColumnNames } from '@careergraph/extract';

export type ShareField = 'zip' | 'area' | 'city' | 'state' | RatioField;
export type RatioField = 'residential' | 'business' | 'other' | 'total';

/** Columns of the crosswalk since the preferred city was added; some quarters have them in lower case. */
export const COLUMNS: ColumnNames<ShareField> = {
  zip: ['ZIP'],
  area: ['CBSA'],
  city: ['USPS_ZIP_PREF_CITY'],
  state: ['USPS_ZIP_PREF_STATE'],
  residential: ['RES_RATIO'],
  business: ['BUS_RATIO'],
  other: ['OTH_RATIO'],
  total: ['TOT_RATIO'],
};

/** Stands for a part that is outside of every CBSA. */
export const NO_AREA = '99999';
