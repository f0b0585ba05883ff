/** What a claim is about. The unit that goes with each measure is fixed, so two claims of one measure compare. */
export const CLAIM_MEASURES = {
  WAGE: 'Pay.',
  EMPLOYMENT: 'Number of people employed.',
  EMPLOYMENT_CHANGE: 'Change in the number of people employed.',
  EMPLOYMENT_CHANGE_PERCENT: 'Change in the number of people employed, in percent.',
  EMPLOYMENT_SHARE: 'Share of the people employed who work in one industry, in percent.',
  OPENINGS_PER_YEAR: 'Job openings per year, on average.',
  NEW_POSITIONS_PER_YEAR: 'What the page calls new positions per year.',
  OUTLOOK: 'Job outlook as a word, such as HIGH.',
  WAGE_RANK: 'Rank of an area by wage.',
  RATING: 'Rating as a word, such as MEDIUM.',
  EXPERIENCE_REQUIRED: 'Experience that is required, or that the people described have.',
  EDUCATION_DURATION: 'Length of an education program.',
  EDUCATION_MINIMUM: 'Minimum education required.',
  EDUCATION_PREFERRED: 'Education that is preferred, recommended, or commonly accepted.',
  ENTRY_LEVEL_EDUCATION: 'Education that workers typically need to enter the occupation.',
  RELATED_EXPERIENCE: 'The experience in a related occupation that workers typically need before they start.',
  ON_THE_JOB_TRAINING: 'Training on the job that workers typically need.',
  CREDENTIAL_DURATION: 'Time it takes to earn a credential.',
  INSTRUCTION_DURATION: 'Length of a lesson or session.',
  LICENCE_REQUIRED: 'Whether a license is required.',
  ACRONYM: 'Acronym of a name.',
  SOURCE_OCCUPATION: 'Occupation that the page names as the source of its figures.',
} as const;
export type ClaimMeasure = keyof typeof CLAIM_MEASURES;

export const CLAIM_POPULATIONS = {
  ALL: 'Everyone in the career.',
  ENTRY_LEVEL: 'Entry-level workers.',
  EXPERIENCED: 'Experienced workers.',
  LARGE_CITIES: 'Workers in large cities.',
} as const;
export type ClaimPopulation = keyof typeof CLAIM_POPULATIONS;

export const CLAIM_UNITS = {
  USD_PER_YEAR: 'US dollars per year.',
  USD_PER_MONTH: 'US dollars per month.',
  USD_PER_HOUR: 'US dollars per hour.',
  PERCENT: 'Percent.',
  PERSONS: 'People or jobs.',
  PERSONS_PER_YEAR: 'People or jobs per year.',
  RANK: 'Rank, starting at 1.',
  YEARS: 'Years.',
  MONTHS: 'Months.',
  WEEKS: 'Weeks.',
  HOURS: 'Hours.',
  MINUTES: 'Minutes.',
  TEXT: 'A statement in words, without a number.',
} as const;
export type ClaimUnit = keyof typeof CLAIM_UNITS;

export const CLAIM_BOUNDS = {
  EXACT: 'Exactly the stated number.',
  AT_LEAST: 'The stated number or more.',
  ABOUT: 'Approximately the stated number.',
} as const;
export type ClaimBound = keyof typeof CLAIM_BOUNDS;
