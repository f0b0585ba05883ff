/** The twelve columns, which the file does not name, in their order. */
export const COLUMNS = [
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
] as const;

export type PlaceField = (typeof COLUMNS)[number];

/** USPS codes of military post offices, in place of a state. */
export const MILITARY: readonly string[] = ['AA', 'AE', 'AP'];

/** How the place of a military post office is named where its state is empty: Army, Fleet and Diplomatic Post Office. */
export const MILITARY_PLACE = /\b(APO|FPO|DPO)\b/;
