/** A level of award or credential, as its publisher numbers it. */
export interface Level {
  readonly code: number;
  readonly name: string;
}

/** The word of each award level in the API. */
export type AwardLevelWord =
  | 'CERTIFICATE_UNDER_12_WEEKS'
  | 'CERTIFICATE_12_WEEKS_TO_1_YEAR'
  | 'CERTIFICATE_1_TO_2_YEARS'
  | 'CERTIFICATE_2_TO_4_YEARS'
  | 'ASSOCIATE'
  | 'BACHELOR'
  | 'POSTBACCALAUREATE_CERTIFICATE'
  | 'MASTER'
  | 'POST_MASTERS_CERTIFICATE'
  | 'DOCTORATE_RESEARCH'
  | 'DOCTORATE_PROFESSIONAL'
  | 'DOCTORATE_OTHER';

export interface AwardLevel extends Level {
  readonly word: AwardLevelWord;
  /** The credential level of the College Scorecard that counts its graduates. */
  readonly credentialLevel: number;
}

/** Award levels of the IPEDS completions (AWLEVEL) since 2020. */
export const AWARD_LEVELS: readonly AwardLevel[] = [
  { code: 20, word: 'CERTIFICATE_UNDER_12_WEEKS', name: 'Certificate of less than 12 weeks', credentialLevel: 1 },
  {
    code: 21,
    word: 'CERTIFICATE_12_WEEKS_TO_1_YEAR',
    name: 'Certificate of at least 12 weeks but less than 1 year',
    credentialLevel: 1,
  },
  {
    code: 2,
    word: 'CERTIFICATE_1_TO_2_YEARS',
    name: 'Certificate of at least 1 but less than 2 years',
    credentialLevel: 1,
  },
  {
    code: 4,
    word: 'CERTIFICATE_2_TO_4_YEARS',
    name: 'Certificate of at least 2 but less than 4 years',
    credentialLevel: 1,
  },
  { code: 3, word: 'ASSOCIATE', name: "Associate's degree", credentialLevel: 2 },
  { code: 5, word: 'BACHELOR', name: "Bachelor's degree", credentialLevel: 3 },
  { code: 6, word: 'POSTBACCALAUREATE_CERTIFICATE', name: 'Postbaccalaureate certificate', credentialLevel: 8 },
  { code: 7, word: 'MASTER', name: "Master's degree", credentialLevel: 5 },
  { code: 8, word: 'POST_MASTERS_CERTIFICATE', name: "Post-master's certificate", credentialLevel: 8 },
  { code: 17, word: 'DOCTORATE_RESEARCH', name: "Doctor's degree, research or scholarship", credentialLevel: 6 },
  { code: 18, word: 'DOCTORATE_PROFESSIONAL', name: "Doctor's degree, professional practice", credentialLevel: 7 },
  { code: 19, word: 'DOCTORATE_OTHER', name: "Doctor's degree, other", credentialLevel: 6 },
];

/** Award levels that are sums of others. Level 1 is the sum of 20 and 21 since 2020. */
export const AWARD_TOTALS: readonly Level[] = [
  { code: 1, name: 'Certificates of less than 1 year' },
  { code: 12, name: 'Degrees total' },
  { code: 13, name: 'Certificates below the baccalaureate total' },
  { code: 14, name: 'Certificates above the baccalaureate total' },
  { code: 15, name: 'Degrees and certificates total' },
];

/** Credential levels of the College Scorecard (CREDLEV). */
export const CREDENTIAL_LEVELS: readonly Level[] = [
  { code: 1, name: 'Undergraduate certificate or diploma' },
  { code: 2, name: "Associate's degree" },
  { code: 3, name: "Bachelor's degree" },
  { code: 4, name: 'Post-baccalaureate certificate' },
  { code: 5, name: "Master's degree" },
  { code: 6, name: 'Doctoral degree' },
  { code: 7, name: 'First professional degree' },
  { code: 8, name: 'Graduate or professional certificate' },
  { code: 99, name: 'Preparatory coursework or teacher certification without a credential' },
];
