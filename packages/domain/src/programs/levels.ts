/** A level of award or credential, as its publisher numbers it. */
export interface Level {
  readonly code: number;
  readonly name: string;
}

interface AwardLevel extends Level {
  /** The credential level of the College Scorecard that counts its graduates. */
  readonly credentialLevel: number;
}

/** Award levels of the IPEDS completions (AWLEVEL) since 2020. */
export const AWARD_LEVELS: readonly AwardLevel[] = [
  { code: 20, name: 'Certificate of less than 12 weeks', credentialLevel: 1 },
  { code: 21, name: 'Certificate of at least 12 weeks but less than 1 year', credentialLevel: 1 },
  { code: 2, name: 'Certificate of at least 1 but less than 2 years', credentialLevel: 1 },
  { code: 4, name: 'Certificate of at least 2 but less than 4 years', credentialLevel: 1 },
  { code: 3, name: "Associate's degree", credentialLevel: 2 },
  { code: 5, name: "Bachelor's degree", credentialLevel: 3 },
  { code: 6, name: 'Postbaccalaureate certificate', credentialLevel: 8 },
  { code: 7, name: "Master's degree", credentialLevel: 5 },
  { code: 8, name: "Post-master's certificate", credentialLevel: 8 },
  { code: 17, name: "Doctor's degree, research or scholarship", credentialLevel: 6 },
  { code: 18, name: "Doctor's degree, professional practice", credentialLevel: 7 },
  { code: 19, name: "Doctor's degree, other", credentialLevel: 6 },
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
