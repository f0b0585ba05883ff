export const AREA_KINDS = {
  NATION: 'The United States. National figures exclude the territories.',
  STATE: 'A state or the District of Columbia.',
  TERRITORY: 'Guam, Puerto Rico, or the U.S. Virgin Islands.',
  METRO: 'A metropolitan statistical area, identified by its CBSA code.',
  MICRO: 'A micropolitan statistical area, identified by its CBSA code. OEWS publishes no figures for it.',
  NONMETRO: 'An OEWS nonmetropolitan area.',
} as const;
export type AreaKind = keyof typeof AREA_KINDS;

/** How a ZIP code was matched to an area, the surest first. */
export const ZIP_METHODS = {
  LARGEST_SHARE: 'The ZIP code spans several areas. This area has the largest share of its addresses.',
  ONLY_AREA: 'All counted addresses of the ZIP code are in this area.',
  COUNTY: 'No address shares are known. This area contains the county of the ZIP code.',
  STATE: 'No metropolitan or micropolitan area is known for the ZIP code. The area is its state.',
  PREFIX:
    'The ZIP code itself is unknown. The known ZIP codes right before and after it, with the same first three digits, are in this state.',
} as const;
export type ZipMethod = keyof typeof ZIP_METHODS;
