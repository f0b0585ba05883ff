/** Our own grouping of careers: finer than the major groups of the SOC in health care, and those groups elsewhere. */
export const CAREER_FIELDS = {
  ADMINISTRATION: 'Managing practices, offices, and facilities.',
  NURSING: 'Nursing and nursing assistance.',
  DENTAL: 'Dental care.',
  LABORATORY: 'Collecting and testing samples.',
  IMAGING: 'Medical imaging and radiation.',
  THERAPY: 'Treatment that restores function, such as physical or respiratory therapy.',
  PHARMACY: 'Medications.',
  RECORDS: 'Health records, billing, and coding.',
  EMERGENCY: 'Emergency care.',
  SURGICAL: 'Operating rooms and sterile instruments.',
  VISION: 'Eye care and eyewear.',
  NUTRITION: 'Food and diets.',
  BEHAVIORAL: 'Mental health and addiction.',
  ANIMAL_CARE: 'Animal care.',
  SUPPORT: 'Other support for patients and staff.',
  HEALTHCARE: 'Other health care.',
  MANAGEMENT: 'Management outside of health care.',
  BUSINESS_AND_FINANCE: 'Business and financial operations.',
  COMPUTING_AND_MATHEMATICS: 'Computing, data, and mathematics.',
  ARCHITECTURE_AND_ENGINEERING: 'Architecture, engineering, and surveying.',
  SCIENCE: 'Life, physical, and social sciences.',
  COMMUNITY_AND_SOCIAL_SERVICE: 'Counseling, social work, and religious work.',
  LEGAL: 'Law.',
  EDUCATION: 'Education, training, and libraries.',
  ARTS_AND_MEDIA: 'Arts, design, entertainment, sports, and media.',
  PROTECTIVE_SERVICE: 'Police, fire fighting, and security.',
  FOOD_SERVICE: 'Preparing and serving food.',
  CLEANING_AND_GROUNDS: 'Cleaning and maintaining buildings and grounds.',
  PERSONAL_CARE: 'Personal care and services.',
  SALES: 'Sales.',
  OFFICE: 'Office and administrative support.',
  FARMING_FISHING_AND_FORESTRY: 'Farming, fishing, and forestry.',
  CONSTRUCTION_AND_EXTRACTION: 'Construction, mining, and drilling.',
  INSTALLATION_AND_REPAIR: 'Installation, maintenance, and repair.',
  PRODUCTION: 'Manufacturing and production.',
  TRANSPORTATION: 'Transportation and material moving.',
  MILITARY: 'Military service.',
} as const;
export type CareerField = keyof typeof CAREER_FIELDS;

/** After the categories of Employment Projections. */
export const EDUCATION_LEVELS = {
  NONE: 'No formal educational credential.',
  HIGH_SCHOOL: 'High school diploma or equivalent.',
  POSTSECONDARY_CERTIFICATE: 'Postsecondary nondegree award.',
  SOME_COLLEGE: 'Some college, no degree.',
  ASSOCIATE: "Associate's degree.",
  BACHELOR: "Bachelor's degree.",
  MASTER: "Master's degree.",
  DOCTORAL: 'Doctoral or professional degree.',
} as const;
export type EducationLevel = keyof typeof EDUCATION_LEVELS;

export const TYPICAL_EDUCATION = {
  ...EDUCATION_LEVELS,
  NOT_STATED: 'No loaded source states the typical education.',
} as const;
export type TypicalEducation = keyof typeof TYPICAL_EDUCATION;

export const NEEDS = {
  REQUIRED: 'Required to enter the career.',
  PREFERRED: 'Preferred by many employers.',
  ACCEPTED: 'Accepted as an alternative.',
  OPTIONAL: 'Helpful but not required.',
  SOMETIMES_REQUIRED: 'Required by some employers or in some places.',
} as const;
export type Need = keyof typeof NEEDS;

export const LICENCE_NEEDS = {
  NO: 'No license is required.',
  YES: 'A license is required everywhere.',
  DEPENDS_ON_STATE: 'Some states require a license.',
} as const;
export type LicenceNeed = keyof typeof LICENCE_NEEDS;

/** After the Credential Transparency Description Language (CTDL). */
export const CREDENTIAL_KINDS = {
  CERTIFICATION: 'Awarded by a body that tests competence. It expires unless renewed.',
  LICENSE: 'Permission from a government authority to do the work.',
  CERTIFICATE: 'Shows that a program was completed.',
  DEGREE: 'An academic degree.',
  DIPLOMA: 'A school diploma or its equivalent.',
  COURSE: 'A single course, often with a completion card.',
} as const;
export type CredentialKind = keyof typeof CREDENTIAL_KINDS;

export const RATING_ASPECTS = {
  SATISFACTION: 'Job satisfaction.',
  SALARY: 'Pay.',
  JOB_GROWTH: 'Projected employment growth.',
  EDUCATION_DURATION: 'Length of training.',
} as const;
export type RatingAspect = keyof typeof RATING_ASPECTS;

export const RATING_LEVELS = {
  HIGH: 'High pay, fast growth, long education, or high satisfaction.',
  MEDIUM: 'Between HIGH and LOW.',
  LOW: 'Low pay, slow growth or decline, short education, or low satisfaction.',
} as const;
export type RatingLevel = keyof typeof RATING_LEVELS;

export const EXPERIENCE_STAGES = {
  ENTRY_LEVEL: 'At the start of the career.',
  EXPERIENCED: 'After several years in the career.',
} as const;
export type ExperienceStage = keyof typeof EXPERIENCE_STAGES;
