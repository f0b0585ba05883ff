export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date and time in UTC, in ISO 8601 format. Example: `2026-04-17T14:30:00.000Z`. */
  DateTime: { input: string; output: string; }
};

/** Identifies an area. Provide exactly one field. */
export type AreaBy =
  /** Area code, as returned by `Area.code`. Example: `US-CA`. */
  { readonly code: Scalars['String']['input']; readonly country?: never; readonly county?: never; readonly metro?: never; readonly state?: never; readonly zip?: never; }
  |  /** ISO 3166-1 alpha-2 country code. Only `US` has data. */
  { readonly code?: never; readonly country: Scalars['String']['input']; readonly county?: never; readonly metro?: never; readonly state?: never; readonly zip?: never; }
  |  /** Five-digit FIPS code of a county, such as `36061`. The answer is for the metropolitan or micropolitan area that contains the county, or for its state if none does. Returns a `NOT_AVAILABLE_YET` error if no list of the counties in metropolitan areas is loaded. */
  { readonly code?: never; readonly country?: never; readonly county: Scalars['String']['input']; readonly metro?: never; readonly state?: never; readonly zip?: never; }
  |  /** CBSA code of a metropolitan area, such as `36740`, or code of a metropolitan division, such as `35614`, which leads to the metropolitan area that it is part of. The code of a combined statistical area, such as `408`, returns a `BAD_USER_INPUT` error that names its metropolitan areas. */
  { readonly code?: never; readonly country?: never; readonly county?: never; readonly metro: Scalars['String']['input']; readonly state?: never; readonly zip?: never; }
  |  /** USPS, ISO 3166-2, or FIPS code of a state, the District of Columbia, or a territory. Examples: `CA`, `US-CA`, `06`. */
  { readonly code?: never; readonly country?: never; readonly county?: never; readonly metro?: never; readonly state: Scalars['String']['input']; readonly zip?: never; }
  |  /** ZIP code, such as `32801`. It is matched to the metropolitan area that contains most of it, or else to its state. Returns a `NOT_AVAILABLE_YET` error if no ZIP code data is loaded. */
  { readonly code?: never; readonly country?: never; readonly county?: never; readonly metro?: never; readonly state?: never; readonly zip: Scalars['String']['input']; };

/** The type of an area. */
export type AreaKind =
  /** A metropolitan statistical area, identified by its CBSA code. */
  | 'METRO'
  /** A micropolitan statistical area, identified by its CBSA code. OEWS publishes no figures for it. */
  | 'MICRO'
  /** The United States. National figures exclude the territories. */
  | 'NATION'
  /** An OEWS nonmetropolitan area. */
  | 'NONMETRO'
  /** A state or the District of Columbia. */
  | 'STATE'
  /** Guam, Puerto Rico, or the U.S. Virgin Islands. */
  | 'TERRITORY'
  | '%future added value';

/** The effect of a failed check on a release. */
export type AuditLevel =
  /** A failure rejects the release. */
  | 'MUST'
  /** A failure is reported, and the release is accepted. */
  | 'SHOULD'
  | '%future added value';

/** The result of a check. */
export type AuditOutcome =
  /** At least one failure was found. */
  | 'FAILED'
  /** No failures were found. */
  | 'PASSED'
  /** The check could not run. `reason` explains why. */
  | 'SKIPPED'
  | '%future added value';

/** The level of an award, as IPEDS distinguishes them. */
export type AwardLevel =
  /** Associate's degree. */
  | 'ASSOCIATE'
  /** Bachelor's degree. */
  | 'BACHELOR'
  /** Certificate of at least 1 but less than 2 years. */
  | 'CERTIFICATE_1_TO_2_YEARS'
  /** Certificate of at least 2 but less than 4 years. */
  | 'CERTIFICATE_2_TO_4_YEARS'
  /** Certificate of at least 12 weeks but less than 1 year. */
  | 'CERTIFICATE_12_WEEKS_TO_1_YEAR'
  /** Certificate of less than 12 weeks. */
  | 'CERTIFICATE_UNDER_12_WEEKS'
  /** Doctor's degree, other. */
  | 'DOCTORATE_OTHER'
  /** Doctor's degree, professional practice. */
  | 'DOCTORATE_PROFESSIONAL'
  /** Doctor's degree, research or scholarship. */
  | 'DOCTORATE_RESEARCH'
  /** Master's degree. */
  | 'MASTER'
  /** Postbaccalaureate certificate. */
  | 'POSTBACCALAUREATE_CERTIFICATE'
  /** Post-master's certificate. */
  | 'POST_MASTERS_CERTIFICATE'
  | '%future added value';

/** The field of work that a career belongs to. The grouping is CareerGraph's own. */
export type CareerField =
  /** Managing practices, offices, and facilities. */
  | 'ADMINISTRATION'
  /** Animal care. */
  | 'ANIMAL_CARE'
  /** Architecture, engineering, and surveying. */
  | 'ARCHITECTURE_AND_ENGINEERING'
  /** Arts, design, entertainment, sports, and media. */
  | 'ARTS_AND_MEDIA'
  /** Mental health and addiction. */
  | 'BEHAVIORAL'
  /** Business and financial operations. */
  | 'BUSINESS_AND_FINANCE'
  /** Cleaning and maintaining buildings and grounds. */
  | 'CLEANING_AND_GROUNDS'
  /** Counseling, social work, and religious work. */
  | 'COMMUNITY_AND_SOCIAL_SERVICE'
  /** Computing, data, and mathematics. */
  | 'COMPUTING_AND_MATHEMATICS'
  /** Construction, mining, and drilling. */
  | 'CONSTRUCTION_AND_EXTRACTION'
  /** Dental care. */
  | 'DENTAL'
  /** Education, training, and libraries. */
  | 'EDUCATION'
  /** Emergency care. */
  | 'EMERGENCY'
  /** Farming, fishing, and forestry. */
  | 'FARMING_FISHING_AND_FORESTRY'
  /** Preparing and serving food. */
  | 'FOOD_SERVICE'
  /** Other health care. */
  | 'HEALTHCARE'
  /** Medical imaging and radiation. */
  | 'IMAGING'
  /** Installation, maintenance, and repair. */
  | 'INSTALLATION_AND_REPAIR'
  /** Collecting and testing samples. */
  | 'LABORATORY'
  /** Law. */
  | 'LEGAL'
  /** Management outside of health care. */
  | 'MANAGEMENT'
  /** Military service. */
  | 'MILITARY'
  /** Nursing and nursing assistance. */
  | 'NURSING'
  /** Food and diets. */
  | 'NUTRITION'
  /** Office and administrative support. */
  | 'OFFICE'
  /** Personal care and services. */
  | 'PERSONAL_CARE'
  /** Medications. */
  | 'PHARMACY'
  /** Manufacturing and production. */
  | 'PRODUCTION'
  /** Police, fire fighting, and security. */
  | 'PROTECTIVE_SERVICE'
  /** Health records, billing, and coding. */
  | 'RECORDS'
  /** Sales. */
  | 'SALES'
  /** Life, physical, and social sciences. */
  | 'SCIENCE'
  /** Other support for patients and staff. */
  | 'SUPPORT'
  /** Operating rooms and sterile instruments. */
  | 'SURGICAL'
  /** Treatment that restores function, such as physical or respiratory therapy. */
  | 'THERAPY'
  /** Transportation and material moving. */
  | 'TRANSPORTATION'
  /** Eye care and eyewear. */
  | 'VISION'
  | '%future added value';

/** Filters careers. A career must match every field that is provided. Figures are national and describe the primary occupation: those that `salary` and `growth` of the career answer. */
export type CareerFilter = {
  /** Include careers with any of these entry-level education levels. */
  readonly education?: InputMaybe<ReadonlyArray<EducationLevel>>;
  /** Include careers in any of these fields of work. */
  readonly field?: InputMaybe<ReadonlyArray<CareerField>>;
  /** The minimum median annual wage, in US dollars. Careers whose median is top-coded or not released never match. */
  readonly medianAtLeastUsd?: InputMaybe<Scalars['Int']['input']>;
  /** The maximum median annual wage, in US dollars. Careers whose median is top-coded or not released never match. */
  readonly medianAtMostUsd?: InputMaybe<Scalars['Int']['input']>;
  /** The SOC code of one of the career's occupations. Example: `11-9111`. */
  readonly occupation?: InputMaybe<Scalars['String']['input']>;
  /** Include careers with any of these outlooks. */
  readonly outlook?: InputMaybe<ReadonlyArray<OutlookLabel>>;
  /** Text contained in a title or the summary, in any case; or a title of the career as `search` understands it: a job title, an abbreviation such as `RN`, or a misspelling. `search` sorts by best match and gives the reason. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** How to sort careers. Careers without a value come last in either direction. Ties are sorted by title. */
export type CareerOrder = {
  /** The sort direction. */
  readonly direction?: OrderDirection;
  /** The value to sort by. */
  readonly field: CareerOrderField;
};

/** The value to sort careers by. */
export type CareerOrderField =
  /** The projected employment change of the primary occupation, in percent. */
  | 'GROWTH'
  /** The national median annual wage of the primary occupation. */
  | 'MEDIAN_PAY'
  /** The title. */
  | 'TITLE'
  | '%future added value';

/** A section of a career. */
export type CareerSectionName =
  /** The positions that workers may advance to. */
  | 'ADVANCEMENT'
  /** The job titles of the occupation. */
  | 'ALTERNATE_TITLES'
  /** Organizations and sites to contact for more information. */
  | 'CONTACTS'
  /** The credentials that the career requires or values. */
  | 'CREDENTIALS'
  /** The subject areas of a typical program. */
  | 'CURRICULUM'
  /** The description of the work. */
  | 'DESCRIPTION'
  /** The typical duties. */
  | 'DUTIES'
  /** The education that the career requires. */
  | 'EDUCATION'
  /** The share of workers by level of education. */
  | 'EDUCATION_SHARES'
  /** The work experience that the career requires. */
  | 'EXPERIENCE'
  /** Frequently asked questions. */
  | 'FAQS'
  /** The official employment projections. */
  | 'GROWTH'
  /** A short introduction to entering the career. */
  | 'HOW_TO_BECOME'
  /** The amount of preparation that the occupation needs. */
  | 'JOB_ZONE'
  /** The knowledge areas that O*NET rates. */
  | 'KNOWLEDGE'
  /** The licenses, certifications, and registrations that workers need or may obtain. */
  | 'LICENSES'
  /** Whether a license is required, by type of facility. */
  | 'LICENSING'
  /** Ways to meet people in the field. */
  | 'NETWORKING'
  /** Associations, credential issuers, and agencies in the field. */
  | 'ORGANIZATIONS'
  /** What the Handbook says about the job outlook. */
  | 'OUTLOOK_OVERVIEW'
  /** Pay by experience. */
  | 'PAY_BY_EXPERIENCE'
  /** Pay by industry. */
  | 'PAY_BY_INDUSTRY'
  /** Pay in places that no loaded statistic covers. */
  | 'PAY_BY_PLACE'
  /** What the Handbook says about pay. */
  | 'PAY_OVERVIEW'
  /** Key facts as the Handbook prints them. */
  | 'QUICK_FACTS'
  /** The skills that O*NET rates. */
  | 'RATED_SKILLS'
  /** The ratings. */
  | 'RATINGS'
  /** Related careers. */
  | 'RELATED'
  /** Further reading. */
  | 'RESOURCES'
  /** The official wages. */
  | 'SALARY'
  /** The personal skills. */
  | 'SKILLS'
  /** The kinds of workers within the career. */
  | 'SPECIALTIES'
  /** The steps toward entering the career. */
  | 'STEPS'
  /** The short summary. */
  | 'SUMMARY'
  /** The software that workers use. */
  | 'TECHNOLOGY'
  /** The training that workers receive. */
  | 'TRAINING'
  /** A video about the career. */
  | 'VIDEO'
  /** The workplace, the employers, and the hours. */
  | 'WORK_ENVIRONMENT'
  /** The work styles that O*NET rates. */
  | 'WORK_STYLES'
  | '%future added value';

/** How precise a stated number is. */
export type ClaimBound =
  /** Approximately the stated number. */
  | 'ABOUT'
  /** The stated number or more. */
  | 'AT_LEAST'
  /** Exactly the stated number. */
  | 'EXACT'
  | '%future added value';

/** What a claim is about. */
export type ClaimMeasure =
  /** Acronym of a name. */
  | 'ACRONYM'
  /** Time it takes to earn a credential. */
  | 'CREDENTIAL_DURATION'
  /** Length of an education program. */
  | 'EDUCATION_DURATION'
  /** Minimum education required. */
  | 'EDUCATION_MINIMUM'
  /** Education that is preferred, recommended, or commonly accepted. */
  | 'EDUCATION_PREFERRED'
  /** Number of people employed. */
  | 'EMPLOYMENT'
  /** Change in the number of people employed. */
  | 'EMPLOYMENT_CHANGE'
  /** Change in the number of people employed, in percent. */
  | 'EMPLOYMENT_CHANGE_PERCENT'
  /** Share of the people employed who work in one industry, in percent. */
  | 'EMPLOYMENT_SHARE'
  /** Education that workers typically need to enter the occupation. */
  | 'ENTRY_LEVEL_EDUCATION'
  /** Experience that is required, or that the people described have. */
  | 'EXPERIENCE_REQUIRED'
  /** Length of a lesson or session. */
  | 'INSTRUCTION_DURATION'
  /** Whether a license is required. */
  | 'LICENCE_REQUIRED'
  /** What the page calls new positions per year. */
  | 'NEW_POSITIONS_PER_YEAR'
  /** Training on the job that workers typically need. */
  | 'ON_THE_JOB_TRAINING'
  /** Job openings per year, on average. */
  | 'OPENINGS_PER_YEAR'
  /** Job outlook as a word, such as HIGH. */
  | 'OUTLOOK'
  /** Rating as a word, such as MEDIUM. */
  | 'RATING'
  /** The experience in a related occupation that workers typically need before they start. */
  | 'RELATED_EXPERIENCE'
  /** Occupation that the page names as the source of its figures. */
  | 'SOURCE_OCCUPATION'
  /** Pay. */
  | 'WAGE'
  /** Rank of an area by wage. */
  | 'WAGE_RANK'
  | '%future added value';

/** The group of people that a claim covers. */
export type ClaimPopulation =
  /** Everyone in the career. */
  | 'ALL'
  /** Entry-level workers. */
  | 'ENTRY_LEVEL'
  /** Experienced workers. */
  | 'EXPERIENCED'
  /** Workers in large cities. */
  | 'LARGE_CITIES'
  | '%future added value';

/** The statistic that a claim reports. */
export type ClaimStatistic =
  /** The mean, commonly called the average. */
  | 'MEAN'
  /** The 10th percentile: 10% of workers earn less. */
  | 'P10'
  /** The 25th percentile: 25% of workers earn less. */
  | 'P25'
  /** The median, or 50th percentile: half of workers earn less. */
  | 'P50'
  /** The 75th percentile: 75% of workers earn less. */
  | 'P75'
  /** The 90th percentile: 90% of workers earn less. */
  | 'P90'
  | '%future added value';

/** The unit of a claim's numbers. */
export type ClaimUnit =
  /** Hours. */
  | 'HOURS'
  /** Minutes. */
  | 'MINUTES'
  /** Months. */
  | 'MONTHS'
  /** Percent. */
  | 'PERCENT'
  /** People or jobs. */
  | 'PERSONS'
  /** People or jobs per year. */
  | 'PERSONS_PER_YEAR'
  /** Rank, starting at 1. */
  | 'RANK'
  /** A statement in words, without a number. */
  | 'TEXT'
  /** US dollars per hour. */
  | 'USD_PER_HOUR'
  /** US dollars per month. */
  | 'USD_PER_MONTH'
  /** US dollars per year. */
  | 'USD_PER_YEAR'
  /** Weeks. */
  | 'WEEKS'
  /** Years. */
  | 'YEARS'
  | '%future added value';

/** A classification of occupations. */
export type CodeEdition =
  /** A code in the wages or projections only. It combines several occupations of the SOC, or is a part of one. */
  | 'HYBRID'
  /** O*NET-SOC 2010, which extends the SOC 2010. */
  | 'ONET_SOC_2010'
  /** O*NET-SOC 2019, which extends the SOC 2018. */
  | 'ONET_SOC_2019'
  /** The 2010 Standard Occupational Classification. The SOC 2018 has other codes in its place. */
  | 'SOC_2010'
  /** The 2018 Standard Occupational Classification. */
  | 'SOC_2018'
  | '%future added value';

/** Whether a claim is the official figure. */
export type ComparisonResult =
  /** The claim differs from the official figure. */
  | 'DIFFERENT'
  /** The claim is the official figure. */
  | 'EQUAL'
  /** No official figure of the same quantity is loaded. */
  | 'NOT_COMPARABLE'
  /** The claim is the official figure, rounded. */
  | 'ROUNDED'
  | '%future added value';

/** How the second of two figures relates to the first, given their sampling errors. */
export type ComparisonVerdict =
  /** The difference is at most 1.645 standard errors: samples from equal wages often differ as much. This does not show that the wages are equal. */
  | 'CANNOT_BE_TOLD_APART'
  /** The second figure is higher than the first by more than 1.645 standard errors of the difference. */
  | 'HIGHER'
  /** The second figure is lower than the first by more than 1.645 standard errors of the difference. */
  | 'LOWER'
  /** The figures must not be compared, or cannot be. `reason` says why. */
  | 'NOT_COMPARABLE'
  | '%future added value';

/** Filters credentials. A credential must match every field that is provided. */
export type CredentialFilter = {
  /** Include only credentials that the career with this slug lists. */
  readonly career?: InputMaybe<Scalars['String']['input']>;
  /** Include only credentials of this type. */
  readonly kind?: InputMaybe<CredentialKind>;
  /** Text contained in the name or acronym. The search ignores case and treats the text literally. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** The type of a credential, based on the Credential Transparency Description Language (CTDL). */
export type CredentialKind =
  /** Shows that a program was completed. */
  | 'CERTIFICATE'
  /** Awarded by a body that tests competence. It expires unless renewed. */
  | 'CERTIFICATION'
  /** A single course, often with a completion card. */
  | 'COURSE'
  /** An academic degree. */
  | 'DEGREE'
  /** A school diploma or its equivalent. */
  | 'DIPLOMA'
  /** Permission from a government authority to do the work. */
  | 'LICENSE'
  | '%future added value';

/** The education that most employers expect at entry, using the categories of Employment Projections. */
export type EducationLevel =
  /** Associate's degree. */
  | 'ASSOCIATE'
  /** Bachelor's degree. */
  | 'BACHELOR'
  /** Doctoral or professional degree. */
  | 'DOCTORAL'
  /** High school diploma or equivalent. */
  | 'HIGH_SCHOOL'
  /** Master's degree. */
  | 'MASTER'
  /** No formal educational credential. */
  | 'NONE'
  /** No loaded source states the typical education. */
  | 'NOT_STATED'
  /** Postsecondary nondegree award. */
  | 'POSTSECONDARY_CERTIFICATE'
  /** Some college, no degree. */
  | 'SOME_COLLEGE'
  | '%future added value';

/** The stage of a career. */
export type ExperienceStage =
  /** At the start of the career. */
  | 'ENTRY_LEVEL'
  /** After several years in the career. */
  | 'EXPERIENCED'
  | '%future added value';

/** Whether a figure has a number and, if not, why not. */
export type FigureStatus =
  /** The number is calculated from a published one. `reason` explains how. */
  | 'DERIVED'
  /** The file that was loaded has no value and does not say why. */
  | 'NOT_IN_FILE'
  /** The publication does not include this figure. */
  | 'NOT_PUBLISHED'
  /** The number is as published. */
  | 'PUBLISHED'
  /** The publisher has an estimate but does not release it. */
  | 'SUPPRESSED'
  /** The figure is at or above the release's top code. Only this lower bound is known. */
  | 'TOP_CODED'
  | '%future added value';

/** The check that reported a finding. */
export type FindingRule =
  /** One acronym stands for two names. */
  | 'ACRONYM_FOR_TWO'
  /** A figure is attributed to a source in whose loaded releases it does not occur. */
  | 'ATTRIBUTION_NOT_FOUND'
  /** A printed figure is cut off where rounding gives another. */
  | 'CUT_NOT_ROUNDED'
  /** One question is answered in words that exclude each other. */
  | 'DIFFERENT_STATEMENTS'
  /** One quantity is stated with values that exclude each other. */
  | 'DIFFERENT_VALUES'
  /** A sentence on the page is about another career. */
  | 'FOREIGN_SUBJECT'
  /** A credential takes longer than the duration that the page states for the whole training. */
  | 'LONGER_THAN_STATED'
  /** A count differs so much from the official one, or is for other years, that both cannot be of one population. */
  | 'NOT_COMPARABLE'
  /** Yearly openings, which include replacements, are called new positions. */
  | 'OPENINGS_AS_NEW_POSITIONS'
  /** A page gives a different length for a course than the publisher of the course does. */
  | 'OTHER_DURATION'
  /** A figure given for the career is that of another occupation than the one its title belongs to. */
  | 'OTHER_OCCUPATION'
  /** A figure is called one statistic and is another. */
  | 'OTHER_STATISTIC'
  /** A stated percentage is not the one that the stated counts give. */
  | 'PERCENT_ARITHMETIC'
  /** A ranking is drawn from a table that leaves a member out. */
  | 'RANKING_FROM_INCOMPLETE_TABLE'
  /** A table of all states leaves one out without saying so. */
  | 'TABLE_INCOMPLETE'
  /** One name is printed with two acronyms. */
  | 'TWO_ACRONYMS'
  | '%future added value';

/** Who controls an institution. */
export type InstitutionControl =
  /** A private for-profit institution. */
  | 'PRIVATE_FOR_PROFIT'
  /** A private nonprofit institution. */
  | 'PRIVATE_NONPROFIT'
  /** A public institution. */
  | 'PUBLIC'
  | '%future added value';

/** The length of the longest programs of an institution. */
export type InstitutionLevel =
  /** The longest programs take four years or more. */
  | 'FOUR_YEAR'
  /** All programs take less than two years. */
  | 'LESS_THAN_TWO_YEAR'
  /** The longest programs take at least two but less than four years. */
  | 'TWO_YEAR'
  | '%future added value';

/** The publication that lists a job title. */
export type JobTitleKind =
  /** An O*NET alternate title, called a job title since O*NET 30.3. */
  | 'ALTERNATE'
  /** A title from the SOC Direct Match Title File. It belongs to exactly one occupation. */
  | 'DIRECT_MATCH'
  /** A title that workers in the occupation reported to O*NET. */
  | 'REPORTED'
  | '%future added value';

/** Whether a license is required. */
export type LicenceNeed =
  /** Some states require a license. */
  | 'DEPENDS_ON_STATE'
  /** No license is required. */
  | 'NO'
  /** A license is required everywhere. */
  | 'YES'
  | '%future added value';

/** Where to look for programs. Provide exactly one field. */
export type NearBy =
  /** In an area, without distances. The nation and nonmetropolitan areas return a `BAD_USER_INPUT` error. */
  { readonly area: AreaBy; readonly zip?: never; }
  |  /** Around a ZIP code. Returns a `NOT_AVAILABLE_YET` error if no locations of ZIP codes are loaded. */
  { readonly area?: never; readonly zip: NearZip; };

/** A ZIP code and the distance around it. */
export type NearZip = {
  /** The ZIP code, such as `32801`. If its location is not known, that of the institutions with this ZIP code is used, or else that of the ZIP code with the nearest number. `place` says which. */
  readonly code: Scalars['String']['input'];
  /** The largest great-circle distance in miles, from 1 to 500. */
  readonly miles?: Scalars['Int']['input'];
};

/** How strongly a career requires something. */
export type Need =
  /** Accepted as an alternative. */
  | 'ACCEPTED'
  /** Helpful but not required. */
  | 'OPTIONAL'
  /** Preferred by many employers. */
  | 'PREFERRED'
  /** Required to enter the career. */
  | 'REQUIRED'
  /** Required by some employers or in some places. */
  | 'SOMETIMES_REQUIRED'
  | '%future added value';

/** Why two figures are not comparable. */
export type NotComparableReason =
  /** One of the two has no figure. */
  | 'NO_FIGURE'
  /** No standard error is published for one of the two figures. For percentiles, none ever is. */
  | 'NO_STANDARD_ERROR'
  /** The figures are from different releases, and OEWS is not a time series. */
  | 'OTHER_RELEASE'
  /** One area contains the other, at least in part, so the same workers count in both figures. */
  | 'OVERLAPPING_AREAS'
  /** One occupation contains the other, at least in part, so the figures are not of separate groups of workers. */
  | 'OVERLAPPING_OCCUPATIONS'
  /** Both are answered by the same published row. */
  | 'SAME_ESTIMATE'
  /** The publisher does not release one of the two figures. */
  | 'SUPPRESSED'
  /** Only a lower bound is published for one of the two figures. */
  | 'TOP_CODED'
  | '%future added value';

/** Filters occupations. An occupation must match every field that is provided. */
export type OccupationFilter = {
  /** If true, include only occupations that a career uses. If false, include only the others. */
  readonly careers?: InputMaybe<Scalars['Boolean']['input']>;
  /** If true, include only occupations with their own row in projections that answer by default. If false, include only the others. */
  readonly hasProjections?: InputMaybe<Scalars['Boolean']['input']>;
  /** If true, include only occupations with their own row in an OEWS release that is used by default. If false, include only the others. */
  readonly hasWages?: InputMaybe<Scalars['Boolean']['input']>;
  /** Include only occupations in this O*NET job zone, from 1 to 5. A SOC code uses the job zone of its `.00` code. Returns a `NOT_AVAILABLE_YET` error if O*NET is not loaded. */
  readonly jobZone?: InputMaybe<Scalars['Int']['input']>;
  /** Include only occupations at this level. */
  readonly level?: InputMaybe<OccupationLevel>;
  /** Text contained in the title, or the start of the code. The search ignores case and treats the text literally. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** If true, `text` also searches SOC and O*NET job titles. Job titles of an O*NET code that ends in `.00` also match its SOC code. Returns a `NOT_AVAILABLE_YET` error if no job titles are loaded. */
  readonly titles?: InputMaybe<Scalars['Boolean']['input']>;
  /** Include only occupations within this code. Example: `11-0000`. */
  readonly under?: InputMaybe<Scalars['String']['input']>;
};

/** The level of an occupation code in the SOC 2018 hierarchy. */
export type OccupationLevel =
  /** A SOC broad occupation, such as `11-9110`. */
  | 'BROAD'
  /** A SOC detailed occupation, such as `11-9111`. */
  | 'DETAILED'
  /** A SOC major group, such as `11-0000`. */
  | 'MAJOR'
  /** A SOC minor group, such as `11-9000`. */
  | 'MINOR'
  /** An O*NET-SOC code within a SOC code, such as `11-9111.00`. */
  | 'ONET'
  /** All occupations: `00-0000`. */
  | 'TOTAL'
  | '%future added value';

/** How an occupation relates to a career. */
export type OccupationRole =
  /** The occupation whose figures are used as the career's own. For a career of several occupations, their common group if it has figures, otherwise the one with the most jobs. */
  | 'PRIMARY'
  /** Another occupation that the career includes or overlaps, or that published pages use. Request its figures by code. */
  | 'SECONDARY'
  | '%future added value';

/** The direction in which to sort a list. Entries without a value come last in either direction. */
export type OrderDirection =
  /** Ascending: smallest first, or A to Z. */
  | 'ASC'
  /** Descending: largest first, or Z to A. */
  | 'DESC'
  | '%future added value';

/** What the source of a section describes. */
export type OriginScope =
  /** The section describes an occupation or a group of occupations that the career is a part of. */
  | 'BROADER'
  /** The section describes one of the occupations that the career combines: the primary one. */
  | 'NARROWER'
  /** The section describes just this career. */
  | 'SAME'
  | '%future added value';

/** How the projected employment change of an occupation compares with the average for all occupations. The publisher sets the ranges for each round of projections. */
export type OutlookLabel =
  /** Employment grows about as fast as the average for all occupations. */
  | 'AVERAGE'
  /** Employment declines. */
  | 'DECLINE'
  /** Employment grows faster than the average for all occupations. */
  | 'FASTER_THAN_AVERAGE'
  /** Employment shows little or no change. */
  | 'LITTLE_OR_NO_CHANGE'
  /** Employment grows much faster than the average for all occupations. */
  | 'MUCH_FASTER_THAN_AVERAGE'
  /** Employment grows more slowly than the average for all occupations. */
  | 'SLOWER_THAN_AVERAGE'
  | '%future added value';

/** The period that a wage covers. */
export type PayPeriod =
  /** Hourly wage, as published. It is never calculated from the annual wage. */
  | 'HOUR'
  /** Monthly wage: the annual wage divided by 12. Its status is always `DERIVED`. */
  | 'MONTH'
  /** Annual wage, as published. */
  | 'YEAR'
  | '%future added value';

/** How to sort programs. Those without a value come last in either direction. Ties are sorted by distance, then by name of the institution, CIP code, and award level. */
export type ProgramOrder = {
  /** The sort direction. */
  readonly direction?: OrderDirection;
  /** The value to sort by. */
  readonly field: ProgramOrderField;
};

/** The value to sort programs by. */
export type ProgramOrderField =
  /** The awards conferred in the year. */
  | 'COMPLETIONS'
  /** The distance from the ZIP code. For an area, there are no distances, and programs are sorted by the name of the institution. */
  | 'DISTANCE'
  /** The median earnings four years after completion. */
  | 'EARNINGS'
  /** The average net price of the institution. */
  | 'PRICE'
  | '%future added value';

/** Why programs of the requested fields are not in a list. */
export type ProgramsLeftOutReason =
  /** The institution was not open in the year of the directory. */
  | 'CLOSED'
  /** The directory has no coordinates of the institution, so its distance is not known. */
  | 'NO_COORDINATES'
  /** The institution is not under the requested control. */
  | 'OTHER_CONTROL'
  /** The query requests other award levels. */
  | 'OTHER_LEVEL'
  /** The institution reports the field and level only as a second major. */
  | 'SECOND_MAJOR_ONLY'
  | '%future added value';

/** What a row of the projections describes. */
export type ProjectionKind =
  /** A single occupation. */
  | 'LINE_ITEM'
  /** A total for a group of occupations. */
  | 'SUMMARY'
  | '%future added value';

/** The aspect of a career that is rated. */
export type RatingAspect =
  /** Length of training. */
  | 'EDUCATION_DURATION'
  /** Projected employment growth. */
  | 'JOB_GROWTH'
  /** Pay. */
  | 'SALARY'
  /** Job satisfaction. */
  | 'SATISFACTION'
  | '%future added value';

/** How a rating is calculated. */
export type RatingRule =
  /** The rating compares the national median wage with the median for all occupations in the same release. Pay is high if it is at least 25% more, low if it is at least 20% less, and medium in between. Differences are rounded to a whole percent. */
  | 'MEDIAN_AGAINST_ALL_OCCUPATIONS'
  /** The rating follows the outlook label of the projected change in employment. Growth is high if it is faster or much faster than average, medium if it is about average, and low if it is slower, if there is little or no change, or if employment declines. */
  | 'OUTLOOK_LABEL'
  /** The rating follows the typical entry-level education in the Employment Projections of the Bureau of Labor Statistics: high for a bachelor's degree or more, medium for an associate's degree, and low for less. Only this education counts, not shorter training for the career itself. */
  | 'TYPICAL_EDUCATION'
  | '%future added value';

/** How closely a related occupation matches. */
export type RelatednessTier =
  /** Ranked 6 to 10. */
  | 'PRIMARY_LONG'
  /** One of the 5 most closely related occupations. */
  | 'PRIMARY_SHORT'
  /** Ranked below 10. */
  | 'SUPPLEMENTAL'
  | '%future added value';

/** Whether a release is used in answers. */
export type ReleaseStatus =
  /** The default of its source. Each source has at most one active release. */
  | 'ACTIVE'
  /** Loaded and checked, but not active, or rolled back. Not used in answers. */
  | 'STAGED'
  /** Used in answers when requested with `asOf`. Wages, projections, and O*NET tables are also used by default where no newer release has them. */
  | 'SUPERSEDED'
  /** Replaced by a newer revision of the same release. Not used in answers. */
  | 'WITHDRAWN'
  | '%future added value';

/** Why this figure was chosen. */
export type ResolutionRule =
  /** The official figure of exactly the requested occupation and area. */
  | 'AS_ASKED'
  /** No release that was asked has the detailed occupation; the figure is for the broad occupation that contains it. */
  | 'BROADER_OCCUPATION'
  /** The newest release does not have the occupation in the requested area; the figure is from the newest release that has. */
  | 'EARLIER_RELEASE'
  /** The release draws metropolitan areas differently; the figure is for the area that covers the requested place in that release. */
  | 'OTHER_DELINEATION'
  /** The release publishes the detailed occupation only together with others, under one code; the figure is for all of them. */
  | 'PUBLISHED_TOGETHER'
  /** Figures are published for SOC codes; an O*NET code below one borrows the figure of its SOC code. */
  | 'SOC_OCCUPATION'
  /** No official release that was asked has the figure; a published page states it, and is named as its source. */
  | 'STATED_BY_PAGE'
  /** None of the releases searched has a figure for exactly the requested place. The figure is for a larger area that includes it. */
  | 'WIDER_AREA'
  /** Both the occupation and the area are wider than requested. */
  | 'WIDER_AREA_AND_OCCUPATION'
  | '%future added value';

/** How to sort salaries. Areas without a figure come last in either direction. */
export type SalaryOrder = {
  /** The sort direction. */
  readonly direction?: OrderDirection;
  /** The value to sort by. */
  readonly field: SalaryOrderField;
};

/** The value to sort salaries by. */
export type SalaryOrderField =
  /** The area code. */
  | 'AREA'
  /** The mean, commonly called the average. */
  | 'MEAN'
  /** The 10th percentile: 10% of workers earn less. */
  | 'P10'
  /** The 25th percentile: 25% of workers earn less. */
  | 'P25'
  /** The median, or 50th percentile: half of workers earn less. */
  | 'P50'
  /** The 75th percentile: 75% of workers earn less. */
  | 'P75'
  /** The 90th percentile: 90% of workers earn less. */
  | 'P90'
  | '%future added value';

/** The type of a search result. */
export type SearchKind =
  /** An area. */
  | 'AREA'
  /** A career. */
  | 'CAREER'
  /** A credential. */
  | 'CREDENTIAL'
  /** An occupation of the SOC or O*NET. */
  | 'OCCUPATION'
  /** A program of education. */
  | 'PROGRAM'
  | '%future added value';

/** Why a search found something. */
export type SearchReason =
  /** The text is an abbreviation of one of its titles. */
  | 'ABBREVIATION'
  /** The text is another title of it, as listed by SOC, O*NET, or a guide. */
  | 'ALTERNATE_TITLE'
  /** Words of the text are in its description or tasks, but not in its titles. */
  | 'DESCRIPTION'
  /** The text is its title. Plurals, case, and words such as "senior" do not count. */
  | 'EXACT_TITLE'
  /** The text names the field of study of the program. Of all programs in the field at that level, it has the most awards. */
  | 'FIELD_OF_STUDY'
  /** The text names the institution of the program, or its city or state. */
  | 'INSTITUTION'
  /** Words in its titles are spelled almost like those of the text. */
  | 'MISSPELLING'
  /** The text is a title that workers reported to O*NET. */
  | 'REPORTED_TITLE'
  /** Words of the text are in its titles. */
  | 'WORDS'
  | '%future added value';

/** Why figures from two releases are not comparable. */
export type SeriesBreakKind =
  /** The boundaries of metropolitan and nonmetropolitan areas changed. */
  | 'AREA_DELINEATION'
  /** The area has a different name, and its counties may differ. */
  | 'AREA_RENAMED'
  /** The two releases use different editions of the SOC, or publish this occupation under different codes. */
  | 'CLASSIFICATION'
  /** The two releases use different estimation methods. */
  | 'METHOD'
  /** One or more releases between the two are not loaded on this server. */
  | 'RELEASE_MISSING'
  /** The top code changed. */
  | 'TOP_CODE'
  | '%future added value';

/** The type of publisher behind a source. */
export type SourceKind =
  /** A statistical agency or another official publisher. */
  | 'AGENCY'
  /** CareerGraph's own guides. */
  | 'OWN'
  /** A published web page whose statements are recorded, whether right or wrong. */
  | 'PAGE'
  | '%future added value';

/** How central a task is to an occupation. */
export type TaskKind =
  /** A task that is relevant and important to the occupation. */
  | 'CORE'
  /** A task that is less relevant or less important. */
  | 'SUPPLEMENTAL'
  | '%future added value';

/** The wage percentiles that OEWS publishes. */
export type WagePercentile =
  /** The 10th percentile: 10% of workers earn less. */
  | 'P10'
  /** The 25th percentile: 25% of workers earn less. */
  | 'P25'
  /** The median, or 50th percentile: half of workers earn less. */
  | 'P50'
  /** The 75th percentile: 75% of workers earn less. */
  | 'P75'
  /** The 90th percentile: 90% of workers earn less. */
  | 'P90'
  | '%future added value';

/** A statistic of the wages in an occupation and area. */
export type WageStatistic =
  /** The mean, commonly called the average. */
  | 'MEAN'
  /** The 10th percentile: 10% of workers earn less. */
  | 'P10'
  /** The 25th percentile: 25% of workers earn less. */
  | 'P25'
  /** The median, or 50th percentile: half of workers earn less. */
  | 'P50'
  /** The 75th percentile: 75% of workers earn less. */
  | 'P75'
  /** The 90th percentile: 90% of workers earn less. */
  | 'P90'
  | '%future added value';

/** How the location of a ZIP code was found. */
export type ZipLocationMethod =
  /** GeoNames does not have the ZIP code. The location is the mean location of the institutions with this ZIP code. */
  | 'INSTITUTIONS'
  /** The location is that of the ZIP code in GeoNames. */
  | 'LISTED'
  /** Neither GeoNames nor the directory of institutions has the ZIP code. The location is a guess: that of the known ZIP code with the nearest number, in the same state and with the same first three digits. */
  | 'NEIGHBOR'
  /** No location is known. */
  | 'UNKNOWN'
  | '%future added value';

/** How a ZIP code was matched to an area. */
export type ZipMethod =
  /** No address shares are known. This area contains the county of the ZIP code. */
  | 'COUNTY'
  /** The ZIP code spans several areas. This area has the largest share of its addresses. */
  | 'LARGEST_SHARE'
  /** All counted addresses of the ZIP code are in this area. */
  | 'ONLY_AREA'
  /** The ZIP code itself is unknown. The known ZIP codes right before and after it, with the same first three digits, are in this state. */
  | 'PREFIX'
  /** No metropolitan or micropolitan area is known for the ZIP code. The area is its state. */
  | 'STATE'
  | '%future added value';
