export const INSTITUTION_CONTROLS = {
  PUBLIC: 'A public institution.',
  PRIVATE_NONPROFIT: 'A private nonprofit institution.',
  PRIVATE_FOR_PROFIT: 'A private for-profit institution.',
} as const;
export type InstitutionControl = keyof typeof INSTITUTION_CONTROLS;

export const INSTITUTION_LEVELS = {
  FOUR_YEAR: 'The longest programs take four years or more.',
  TWO_YEAR: 'The longest programs take at least two but less than four years.',
  LESS_THAN_TWO_YEAR: 'All programs take less than two years.',
} as const;
export type InstitutionLevel = keyof typeof INSTITUTION_LEVELS;

/** What a list of programs is ordered by. */
export const PROGRAM_ORDERS = {
  DISTANCE:
    'The distance from the ZIP code. For an area, there are no distances, and programs are sorted by the name of the institution.',
  EARNINGS: 'The median earnings four years after completion.',
  COMPLETIONS: 'The awards conferred in the year.',
  PRICE: 'The average net price of the institution.',
} as const;
export type ProgramOrderField = keyof typeof PROGRAM_ORDERS;

/** How the location of a ZIP code was found, the surest first. */
export const ZIP_LOCATION_METHODS = {
  LISTED: 'The location is that of the ZIP code in GeoNames.',
  INSTITUTIONS:
    'GeoNames does not have the ZIP code. The location is the mean location of the institutions with this ZIP code.',
  NEIGHBOR:
    'Neither GeoNames nor the directory of institutions has the ZIP code. The location is a guess: that of the known ZIP code with the nearest number, in the same state and with the same first three digits.',
  UNKNOWN: 'No location is known.',
} as const;
export type ZipLocationMethod = keyof typeof ZIP_LOCATION_METHODS;

/** Why programs of the requested fields are not in a list. */
export const PROGRAMS_LEFT_OUT = {
  CLOSED: 'The institution was not open in the year of the directory.',
  NO_COORDINATES: 'The directory has no coordinates of the institution, so its distance is not known.',
  OTHER_CONTROL: 'The institution is not under the requested control.',
  OTHER_LEVEL: 'The query requests other award levels.',
  SECOND_MAJOR_ONLY: 'The institution reports the field and level only as a second major.',
} as const;
export type ProgramsLeftOutReason = keyof typeof PROGRAMS_LEFT_OUT;
